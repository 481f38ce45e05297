"""Why a message was not posted, in words, and what is true of commands beside sending."""

from collections.abc import Mapping

from postbox.outbox.commands import CommandKind
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from skill.outbox.sending import Handover, Taken
from skill.speech.keys import Key
from skill.speech.said import Said, Sentence, say, sentence

REASONS: Mapping[FailureReason, Key] = {
    FailureReason.TOO_OLD: "reason_too_old",
    FailureReason.ARCHIVED: "reason_archived",
    FailureReason.NOT_FOUND: "reason_not_found",
    FailureReason.NOT_A_MEMBER: "reason_not_a_member",
    FailureReason.RESTRICTED: "reason_restricted",
    FailureReason.PERMISSION: "reason_permission",
    FailureReason.LINK_ENDED: "reason_link_ended",
    FailureReason.PLAN_LIMIT: "reason_plan_limit",
    FailureReason.TOO_LONG: "reason_too_long",
    FailureReason.UNCONFIRMED: "reason_unconfirmed",
    FailureReason.GONE: "reason_gone",
    FailureReason.NOT_ALLOWED: "reason_not_allowed",
    FailureReason.NO_SUCH_EMOJI: "reason_no_such_emoji",
    FailureReason.TOO_LATE: "reason_too_late",
    FailureReason.TIME_PASSED: "reason_time_passed",
    FailureReason.TOO_FAR: "reason_too_far",
    FailureReason.TOO_MANY: "reason_too_many",
    FailureReason.NEWER_VERSION: "reason_newer_version",
    FailureReason.OTHER: "reason_other",
}
"""What ends a sentence about what was not done."""

PLACE_IS_CLOSED = frozenset(
    {
        FailureReason.ARCHIVED,
        FailureReason.NOT_FOUND,
        FailureReason.NOT_A_MEMBER,
        FailureReason.RESTRICTED,
    }
)
"""What only the place is to blame for: the message may go to another one."""

NOT_DONE: Mapping[CommandKind | None, Key] = {
    CommandKind.SEND_MESSAGE: "not_sent",
    CommandKind.UPDATE_MESSAGE: "not_done_edit",
    CommandKind.DELETE_MESSAGE: "not_done_unsend",
    CommandKind.ADD_REACTION: "not_done_react",
    CommandKind.SCHEDULE_MESSAGE: "not_done_schedule",
    CommandKind.CANCEL_SCHEDULED: "not_done_unschedule",
}
NOT_CONFIRMED: Mapping[CommandKind | None, Key] = {
    CommandKind.SEND_MESSAGE: "not_confirmed",
    CommandKind.UPDATE_MESSAGE: "not_confirmed_edit",
    CommandKind.DELETE_MESSAGE: "not_confirmed_unsend",
    CommandKind.ADD_REACTION: "not_confirmed_react",
    CommandKind.SCHEDULE_MESSAGE: "not_confirmed_schedule",
    CommandKind.CANCEL_SCHEDULED: "not_confirmed_unschedule",
}


def reason_for(reason: FailureReason | None) -> Sentence:
    """Return the reason as the words that end a sentence."""
    return sentence(REASONS[reason or FailureReason.OTHER])


def bad_news(news: Notice | Receipt) -> Said:
    """Say what was not, or not surely, done in Slack."""
    place, kind = news.conversation_name, news.kind or None
    if news.state == DeliveryState.DOUBTFUL:
        doubtful = NOT_CONFIRMED.get(kind, "not_confirmed_other")
        if _is_direct_reaction(news):
            doubtful = "not_confirmed_react_direct"
        return say(doubtful, conversation=place)
    undone = NOT_DONE.get(kind, "not_done_other")
    if _is_direct_reaction(news):
        undone = "not_done_react_direct"
    return say(undone, conversation=place, reason=reason_for(news.reason))


def _is_direct_reaction(news: Notice | Receipt) -> bool:
    is_direct = news.conversation_id.startswith(("D", "U", "W"))
    return is_direct and news.kind == CommandKind.ADD_REACTION


def told(handover: Handover, *, done: Said = (), waiting: Said = ()) -> Said:
    """Return what is said of a command: `done` or `waiting`, or what went wrong."""
    if handover.taken is Taken.UNKNOWN:
        return say("action_not_sure")
    if handover.taken is Taken.NO or handover.receipt is None:
        return say("action_not_taken")
    match handover.receipt.state:
        case DeliveryState.CONFIRMED:
            return done
        case DeliveryState.FAILED | DeliveryState.DOUBTFUL:
            return bad_news(handover.receipt)
    return waiting
