""" "To Ana", where nobody asked whom."""

from collections.abc import Mapping

from skill.composing.composer import SendingComposer
from skill.composing.opening import begin
from skill.composing.sent.for_others import moved_to, sent_to_another
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.recent import (
    copied_lately,
    corrected_lately,
    moved_lately,
    sent_lately_to,
)
from skill.composing.times.rescheduling import at_another_time
from skill.intents.messages import forward
from skill.intents.messages.correction import said_of_sent, stays_sent
from skill.intents.sent import undo
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.phrase import Phrase

INTENT = "RecipientIntent"
INSTEAD = "InsteadIntent"
"""The same of a name that stands in another's place: "no to Ana", "I meant Ana"."""
_SOME_TEXT = 2
SLOT, POSITION, NUMBER = "recipient", "position", "number"


def handle_instead(turn: Turn) -> Reply:
    """Move what was just sent, or say that no message waits for a recipient."""
    return handle(turn, is_instead=True)


def handle(turn: Turn, *, is_instead: bool = False) -> Reply:
    """Correct what was just sent, or say that no message waits for a recipient."""

    def at(composer: SendingComposer) -> Reply:
        """Take "to Ana" for whom else the message may be."""
        words = named(turn.slots)
        rescheduled = is_instead and at_another_time(words, composer)
        if rescheduled:
            return rescheduled
        draft = sent_in_session(composer)
        if draft and is_instead and not words:
            return undo.handle_unsend(turn)
        meant = f"{turn.phrases.plain('i_meant')} " if is_instead else ""
        it = f"{turn.phrases.plain('word_it')} " if is_instead else ""
        moved = draft and is_instead and moved_to(composer.recipients(words), draft, composer)
        return (
            moved
            or said_of_sent(f"{meant}{words}", composer)
            or (corrected_lately if is_instead else copied_lately)(f"{meant}{words}", composer)
            or moved_lately(words, composer)
            or sent_to_another(words, composer)
            or sent_lately_to(words, composer)
            or forward.of_this_session(words, composer)
            or (stays_sent(f"{it}{words}", composer) if draft else None)
            or _with_its_text(words, composer)
            or Reply(say("nothing_to_address"))
        )

    return at(SendingComposer.of(turn))


def _with_its_text(words: str, composer: SendingComposer) -> Reply | None:
    """Begin the message of "send this to ana the blinds are fitted"."""
    phrase = Phrase(words)
    composer.prepare(words)
    end = composer.understanding.names.named(phrase.spoken, 0)
    if not end or len(phrase) - end < _SOME_TEXT:
        return None
    return begin(words, Carrier.RECIPIENT, composer, read_back=True)


def named(slots: Mapping[str, str]) -> str:
    """Return the words that name somebody, or a place in a list."""
    return slots.get(SLOT) or slots.get(POSITION) or slots.get(NUMBER) or ""
