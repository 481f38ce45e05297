"""A message that is announced by a noun and whom it is for: "a message to Fatima please".

Without a verb its words fit sentences that ask to hear something, and names. Pure but for names.
"""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.dialog.requested.asked import begins_with_a_name
from skill.dialog.requested.carried import asked_words
from skill.dialog.requested.misplaced import CHOICES
from skill.intents.registry import CORRECTION, OPENINGS, REQUESTS
from skill.turn.context import Turn
from skill.turn.question import FREE
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import vocabulary
from skill.understanding.wording.nouns import MessageNouns

_SEND, _MESSAGE, _NAME, _RECIPIENT = "SendMessageIntent", "message", "recipient", "RecipientIntent"


def as_announced(intent: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return a message for whom "(I need) a quick note to Olu" names; None for other words."""
    if turn.pending not in FREE:
        return None
    words = _said(intent, turn)
    known, phrase = language(turn.locale), Phrase(words)
    start = _led(phrase, known)
    if phrase.spoken[start : start + 1] in known.signs["owners"]:
        # "Did my message to Olu go out" is of one that was sent.
        return None
    for length in MessageNouns(known).at(phrase, start):
        led = longest_at(known.to | known.signs["for"], phrase.spoken, start + length)
        whom = phrase.spoken[start + length + led :]
        is_speaker = vocabulary(turn.locale).list_at("hearers", whom, 0) > 0
        if led and not is_speaker and begins_with_a_name(" ".join(whom), turn):
            to: NameWords = min(known.to, key=len)
            noun, rest = phrase.between(start, start + length), phrase.after(start + length + led)
            return _SEND, replace(turn, slots={_MESSAGE: f"{noun} {' '.join(to)} {rest}"})
    return None


def _led(phrase: Phrase, known: Language) -> int:
    """Return where the noun may begin behind "please", "I'd like", "new"."""
    at = 0
    while length := longest_at(known.asked["leads"] | known.politeness, phrase.spoken, at):
        at += length
    return at


def _said(intent: str, turn: Turn) -> str:
    if intent in REQUESTS:
        return asked_words(intent, turn)[0]
    if intent == CORRECTION or intent in OPENINGS:
        return turn.slots.get(_MESSAGE, "")
    if intent == _RECIPIENT:
        return turn.slots.get(_NAME, "")
    if intent in CHOICES and not turn.resolved_ids:
        return " ".join(value for value in turn.slots.values() if value)
    return ""
