"""Why a message was not posted, or an action not done, in words."""

from postbox.outbox.action import ActionReceipt
from postbox.outbox.action_kind import ActionKind
from postbox.outbox.receipt import DeliveryState, FailureReason, Notice, Receipt
from skill.speech.phrases import Phrases


def reason_for(reason: FailureReason | None, phrases: Phrases) -> str:
    """Return the reason as plain text that ends a sentence."""
    return phrases.plain(f"reason_{reason or FailureReason.OTHER}")


def bad_news(news: Notice | Receipt | ActionReceipt, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells of what was not, or not surely, done in Slack."""
    place, reason = news.conversation_name, reason_for(news.reason, phrases)
    what = _what(news)
    if news.state == DeliveryState.DOUBTFUL:
        return phrases.say(f"not_confirmed{what}", conversation=place)
    undone = f"not_done{what}" if what else "not_sent"
    return phrases.say(undone, conversation=place, reason=reason)


def _what(news: Notice | Receipt | ActionReceipt) -> str:
    """Return how the names of the sentences for an action end; "" for a message."""
    kind = news.kind if isinstance(news, ActionReceipt) else None
    kind = news.action if isinstance(news, Notice) else kind
    if kind is None:
        return ""
    is_direct = news.conversation_id.startswith(("D", "U", "W"))
    place = "_direct" if is_direct and kind is ActionKind.REACT else ""
    return f"_{kind}{place}"
