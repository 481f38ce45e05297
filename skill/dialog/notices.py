"""Bad news first: what a speaker was not told yet goes before any other answer, once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from postbox.store.errors import MailboxUnavailable
from skill.turn.context import Turn
from skill.turn.reply import Reply

if TYPE_CHECKING:
    from postbox.outbox.notices import Notice

AT_ONCE = 5
"""More bad news than this at a time is no news; the rest comes with the next answer."""


def untold_news(turn: Turn) -> "list[Notice] | None":
    """Return what this speaker was not told yet, None where that cannot be looked up now."""
    try:
        return turn.outbox.notices.untold(turn.link_id, turn.request_id)
    except MailboxUnavailable:
        return None


def with_news(reply: Reply, turn: Turn, known: "list[Notice] | None" = None) -> Reply:
    """Put untold bad news before a reply and record it as told.

    `known` was looked up when the request came, for an answer that speaks of no message's fate:
    what came meanwhile is news for the next one.
    """
    if not _may_hear(turn):
        return reply
    untold = untold_news(turn) if known is None or reply.tells_of else known
    if untold is None:
        return reply
    try:
        others = [notice for notice in untold if notice.command_id not in reply.tells_of][:AT_ONCE]
        told = others + [notice for notice in untold if notice.command_id in reply.tells_of]
        full = _before(_asked(reply, others, turn), others)
        turn.outbox.notices.tell(
            told,
            request_id=turn.request_id,
            session_id=turn.session_id,
            now=turn.timing.clock(),
        )
    except MailboxUnavailable:
        # The news stays untold and comes with a later answer.
        return reply
    return full


def _may_hear(turn: Turn) -> bool:
    """Whether this voice may be told what became of the speaker's messages."""
    try:
        return turn.permission.hears_own
    except MailboxUnavailable:
        return False


def _before(reply: Reply, news: "list[Notice]") -> Reply:
    if not news:
        return reply
    from skill.outbox.reasons import bad_news  # noqa: PLC0415 - bad news is rare

    return reply.after(*map(bad_news, news))


def _asked(reply: Reply, news: "list[Notice]", turn: Turn) -> Reply:
    """Where there is room for a question, ask in place of a welcome whether to send it again."""
    if not news or not turn.is_launch or reply.question or reply.ends:
        return reply
    from skill.intents.sent import send_again  # noqa: PLC0415 - bad news is rare

    link = turn.known_link
    asked = (
        send_again.ask(news[-1], link, turn.speaker.preferences.of(link.link_id)) if link else None
    )
    if asked is None:
        return reply
    sentences, question = asked
    return replace(reply, sentences=sentences, question=question)
