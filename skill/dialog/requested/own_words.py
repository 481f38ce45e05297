"""Whether the speaker asks to hear the own message: "read me the message first", "what was it"."""

from skill.dialog.requested.carried import asked_words
from skill.intents.registry import CORRECTION, OPENINGS, REQUESTS
from skill.turn.context import Turn
from skill.turn.question import FREE, Pending
from skill.turn.request import DID, JUST_SENT
from skill.understanding.answers.edges import asks_for_own_message
from skill.understanding.language import language

OWN = "OwnMessagesIntent"
_READ_FROM, _RECIPIENT = "ReadFromIntent", "RecipientIntent"
_AT_A_DRAFT = frozenset(
    {Pending.WHOM, Pending.WHICH, Pending.CONFIRM, Pending.THESE_WORDS, Pending.WHEN, Pending.MOVE}
)
_OF_SENT = frozenset({"DeliveryStatusIntent", OWN})
"""Intents whose answers tell of a message that was sent."""


def asks_for_own_words(intent: str, turn: Turn) -> bool:
    """Whether the words ask for the message in the making, or for what was just sent."""
    known, words = language(turn.locale), _said(intent, turn)
    if turn.pending in _AT_A_DRAFT:
        return asks_for_own_message(words, known, has_verb=intent != _READ_FROM)
    is_of_sent = turn.attributes.get(JUST_SENT) or turn.attributes.get(DID) in _OF_SENT
    # What is to be read, where nothing is in the making, may be what others wrote.
    return bool(
        is_of_sent
        and turn.pending in FREE
        and asks_for_own_message(words, known, verbs=("asking_what_own",))
    )


def _said(intent: str, turn: Turn) -> str:
    if intent in REQUESTS:
        words, asked = asked_words(intent, turn)
        return f"{asked} {words}".strip()
    if intent == CORRECTION or intent in OPENINGS:
        return turn.slots.get("message") or turn.slots.get("recipient") or ""
    return turn.slots.get("recipient", "") if intent in {_READ_FROM, _RECIPIENT} else ""
