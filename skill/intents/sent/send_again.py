""" "Send it again": what was not sent, once more, to a place that can take it."""

from collections.abc import Mapping
from dataclasses import dataclass

from postbox.links.default_place import default_place
from postbox.links.link import Link
from postbox.outbox.commands import CommandKind, SendMessage
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import DeliveryState, FailureReason
from skill.outbox.reasons import PLACE_IS_CLOSED
from skill.outbox.sending import message_id
from skill.outbox.sent import send
from skill.speech.said import Said, say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

INTENT = "SendAgainIntent"

_WOULD_FAIL_AGAIN = {FailureReason.TOO_LONG, FailureReason.PERMISSION}


@dataclass(frozen=True)
class Place:
    """A conversation that a failed message could go to."""

    id: str
    name: str


def handle(turn: Turn) -> Reply:
    """Send the message whose failure was told last."""
    link = turn.known_link
    notice = turn.outbox.notices.last_told(turn.link_id)
    if notice is None:
        untold = turn.outbox.notices.untold(turn.link_id, turn.request_id)
        notice = untold[-1] if untold else None
    place = _place_for(notice, link, turn)
    if notice is None or link is None or place is None:
        return Reply(say("nothing_to_send_again"))
    return send([_message(notice, place, turn, link)], turn.outbox, turn.speaker, turn.timing)


def _place_for(notice: Notice | None, link: Link | None, turn: Turn) -> Place | None:
    if notice is None or link is None:
        return None
    return next_place(notice, link, turn.speaker.preferences.of(link.link_id))


def _message(notice: Notice, place: Place, turn: Turn, link: Link) -> SendMessage:
    return SendMessage(
        id=message_id(turn.request_id),
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id=place.id,
        conversation_name=place.name,
        text=notice.text,
        spoken_at=turn.spoken_at,
        locale=turn.locale,
        mentions=notice.mentions,
    )


def next_place(notice: Notice, link: Link, chosen: Mapping[str, str]) -> Place | None:
    """Return where a failed message may go next, or None where asking would be idle. Pure."""
    if not notice.text or notice.reason in _WOULD_FAIL_AGAIN:
        return None
    if notice.reason not in PLACE_IS_CLOSED:
        return Place(notice.conversation_id, notice.conversation_name)
    default = default_place(link, chosen)
    if default.id is None or default.is_oneself(link) or default.id == notice.conversation_id:
        return None
    return Place(default.id, default.name)


def ask(notice: Notice, link: Link, chosen: Mapping[str, str]) -> tuple[Said, Question] | None:
    """Return the question whether to send a failed message again, if there is one to ask."""
    place = next_place(notice, link, chosen)
    if place is None:
        return None
    question = Question(Pending.SEND_AGAIN, say("send_again_reprompt"))
    if notice.kind is not CommandKind.SEND_MESSAGE:
        # Its time has passed: it was to be sent then, and never was.
        return say("send_now"), question
    if notice.state is DeliveryState.DOUBTFUL:
        return say("send_again_doubtful"), question
    if place.id == notice.conversation_id:
        return say("send_again"), question
    return say("send_elsewhere", conversation=place.name), question
