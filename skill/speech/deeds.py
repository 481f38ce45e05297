"""What became of actions, in words."""

from mailbox.action_kind import ActionKind
from mailbox.receipt import FailureReason
from skill.speech.phrases import Phrases
from skill.speech.reasons import reason_for


def not_done(kind: ActionKind, place: str, reason: FailureReason | None, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells why an action was not done."""
    why = reason_for(reason, phrases)
    match kind:
        case ActionKind.REACT:
            return phrases.say("not_reacted", reason=why)
        case ActionKind.EDIT:
            return phrases.say("not_changed", conversation=place, reason=why)
        case ActionKind.UNSEND:
            return phrases.say("not_unsent", conversation=place, reason=why)
        case ActionKind.SCHEDULE:
            return phrases.say("not_scheduled", conversation=place, reason=why)
        case ActionKind.UNSCHEDULE:
            return phrases.say("not_unscheduled", conversation=place, reason=why)
    return phrases.say("not_done", reason=why)


def not_confirmed(kind: ActionKind, place: str, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells that nobody knows whether an action was done."""
    match kind:
        case ActionKind.REACT:
            return phrases["reaction_not_confirmed"]
        case ActionKind.EDIT:
            return phrases.say("change_not_confirmed", conversation=place)
        case ActionKind.UNSEND:
            return phrases.say("unsending_not_confirmed", conversation=place)
        case ActionKind.SCHEDULE:
            return phrases.say("schedule_not_confirmed", conversation=place)
    return phrases.say("unscheduling_not_confirmed", conversation=place)
