"""Bad news first: what a speaker was not told yet goes before any other answer, once."""

from dataclasses import replace

from postbox.outbox.notices import Notice
from postbox.store.errors import MailboxUnavailable
from skill.intents.messages import send_again
from skill.outbox.reasons import bad_news
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

AT_ONCE = 5
"""More bad news than this at a time is no news; the rest comes with the next answer."""


def with_news(reply: Reply, turn: Turn, services: Services) -> Reply:
    """Put untold bad news before a reply and record it as told."""
    try:
        untold = services.notices.untold(turn.link_id, turn.request_id)
        others = [each for each in untold if each.command_id not in reply.tells_of][:AT_ONCE]
        told = others + [each for each in untold if each.command_id in reply.tells_of]
        full = _before(_asked(reply, others, turn, services), others)
        services.notices.tell(
            told,
            request_id=turn.request_id,
            session_id=turn.session_id,
            now=services.clock(),
        )
    except MailboxUnavailable:
        # The news stays untold and comes with a later answer.
        return reply
    return full


def _before(reply: Reply, news: list[Notice]) -> Reply:
    return reply.after(*map(bad_news, news))


def _asked(reply: Reply, news: list[Notice], turn: Turn, services: Services) -> Reply:
    """Where there is room for a question, ask in place of a welcome whether to send it again."""
    if not news or not turn.is_launch or reply.question or reply.ends:
        return reply
    link = services.links.get(turn.link_id)
    asked = send_again.ask(news[-1], link) if link else None
    if asked is None:
        return reply
    sentences, question = asked
    return replace(reply, sentences=sentences, question=question)
