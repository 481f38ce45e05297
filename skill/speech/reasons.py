"""Why a message was not posted, in words."""

from mailbox.receipt import DeliveryState, FailureReason, Notice, Receipt
from skill.speech.phrases import Phrases


def reason_for(reason: FailureReason | None, phrases: Phrases) -> str:
    """Return the reason as plain text that ends a sentence."""
    return phrases.plain(f"reason_{reason or FailureReason.OTHER}")


def bad_news(news: Notice | Receipt, phrases: Phrases) -> str:
    """Return the sentence (SSML) that tells of a message that was not, or not surely, posted."""
    place = news.conversation_name
    if news.state is DeliveryState.DOUBTFUL:
        return phrases.say("not_confirmed", conversation=place)
    return phrases.say("not_sent", conversation=place, reason=reason_for(news.reason, phrases))
