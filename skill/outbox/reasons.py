"""Why a message was not posted, or an action not done, in words."""

from postbox.outbox.commands import CommandKind
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt
from skill.speech.phrases import Phrases


def reason_for(reason: FailureReason | None, phrases: Phrases) -> str:
    """Return the reason as plain text that ends a sentence."""
    return phrases.plain(f"reason_{reason or FailureReason.OTHER}")


def bad_news(news: Notice | Receipt, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells of what was not, or not surely, done in Slack."""
    place, reason = news.conversation_name, reason_for(news.reason, phrases)
    what = _what(news)
    if news.state == DeliveryState.DOUBTFUL:
        return phrases.say(f"not_confirmed{what}", conversation=place)
    undone = f"not_done{what}" if what else "not_sent"
    return phrases.say(undone, conversation=place, reason=reason)


ENDINGS = {
    CommandKind.SEND_MESSAGE: "",
    CommandKind.UPDATE_MESSAGE: "_edit",
    CommandKind.DELETE_MESSAGE: "_unsend",
    CommandKind.ADD_REACTION: "_react",
    CommandKind.SCHEDULE_MESSAGE: "_schedule",
    CommandKind.CANCEL_SCHEDULED: "_unschedule",
}
"""How the names of the sentences end for these kinds."""


def _what(news: Notice | Receipt) -> str:
    ending = ENDINGS.get(news.kind, "_other") if news.kind else "_other"
    is_direct = news.conversation_id.startswith(("D", "U", "W"))
    return f"{ending}_direct" if is_direct and ending == "_react" else ending
