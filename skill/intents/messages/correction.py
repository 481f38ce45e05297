""" "Crates not boxes", "seven I mean", "Olu as well": of what was just sent or is read back."""

from dataclasses import replace

from skill.composing.composer import Composer
from skill.composing.corrections import corrected, sent_in_session
from skill.composing.opening import with_composer
from skill.intents.messages import undo
from skill.intents.session import fallback
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.of_sent import Said

INTENT = "CorrectionIntent"
SLOT = "message"
_BETWEEN = {("right", "wrong"): "not"}
_BEHIND = {"meant": "i mean", "too": "too", "sorry": "sorry"}


def restored(intent: str, turn: Turn) -> Turn:
    """Return the turn with the correction as it was said."""
    if intent != INTENT:
        return turn
    slots = turn.slots
    for (right, wrong), between in _BETWEEN.items():
        if right in slots and wrong in slots:
            return _saying(f"{slots[right]} {between} {slots[wrong]}", turn)
    for slot, behind in _BEHIND.items():
        if slot in slots:
            return _saying(f"{slots[slot]} {behind}", turn)
    return turn


def handle(turn: Turn, services: Services) -> Reply:
    """Put right what was just sent; where nothing was, say that it was not understood."""
    return with_composer(turn, services, _handle)


def said_of_sent(words: str, composer: Composer) -> Reply | None:
    """Return what words do to what was just sent; None where they do nothing to it."""
    if sent_in_session(composer) and composer.of_sent(words).said is Said.TAKES_BACK:
        return undo.handle_unsend(composer.turn, composer.services)
    return corrected(words, composer)


def _handle(composer: Composer) -> Reply:
    words = composer.turn.slots.get(SLOT, "")
    return said_of_sent(words, composer) or fallback.handle(composer.turn, composer.services)


def _saying(words: str, turn: Turn) -> Turn:
    return replace(turn, slots={**turn.slots, SLOT: words})
