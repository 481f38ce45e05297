"""What a request needs before anything else: a link to Slack."""

from collections.abc import Callable

from postbox.links.link import Link
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def with_link(turn: Turn, services: Services, answer: Callable[[Link], Reply]) -> Reply:
    """Answer for this link, or say that there is none; raises MailboxUnavailable."""
    link = services.links.get(turn.link_id)
    if link is None:
        return Reply(say("not_linked"), ends=True)
    return answer(link)
