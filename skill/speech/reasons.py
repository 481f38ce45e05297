"""Why a message was not posted, in words."""

from mailbox.receipt import FailureReason
from skill.speech.phrases import Phrases


def reason_for(reason: FailureReason | None, phrases: Phrases) -> str:
    """Return the reason as plain text that ends a sentence."""
    return phrases.plain(f"reason_{reason or FailureReason.OTHER}")
