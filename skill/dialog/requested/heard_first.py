"""What is asked to be heard in place of a text, or before it: "first read me what he wrote"."""

from dataclasses import replace

from skill.dialog.requested.asked import as_intent, is_known
from skill.intents.scheduling.scheduled import CANCEL, SLOT as CANCELLED
from skill.intents.session.leave import NEVER_MIND, REST
from skill.intents.settings.learned_names import FORGET, SLOT as FORGOTTEN
from skill.turn.context import Turn
from skill.turn.question import QUESTION, Pending
from skill.understanding.answers.edges import without_closers
from skill.understanding.answers.new_message import begun
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import read_request

ASKS_FOR_TEXT = frozenset({Pending.MESSAGE, Pending.THESE_WORDS})
"""Questions that words answer."""
_AT_A_DRAFT = frozenset({Pending.WHOM, Pending.WHICH, Pending.CONFIRM, Pending.WHEN})
_LEAVING = {NEVER_MIND: REST, FORGET: FORGOTTEN, CANCEL: CANCELLED}
"""Intents whose sentences leave a message, and where the words behind these are."""
_MESSAGE, _NAME = "message", "recipient"


def heard_first(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return what is to be heard behind words that leave or put off the message; None for a text.

    What is only put off is asked for again behind it. Without such words "what did Ana say" may as
    well be the text.
    """
    rest, leaves, stops = _behind(words, turn)
    return _heard(rest, turn, leaves=leaves) if stops else None


def heard_instead(intent: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return what is to be heard behind "cancel that and", at a question about a message."""
    if turn.pending not in _AT_A_DRAFT:
        return None
    known, slot = language(turn.locale), _LEAVING.get(intent)
    said = Phrase(turn.slots.get(slot or _MESSAGE) or turn.slots.get(_NAME) or "")
    it = longest_at(known.answers["the_message"], said.spoken, 0) if slot else 0
    rest, leaves, _ = _behind(said.after(it), turn)
    if not (slot or leaves):
        return None
    if not _is_a_message(rest, turn):
        return _heard(rest, turn, leaves=True)
    # "Delete it, tell Ana" may only move the message.
    is_other = slot or not _names_alone(rest, turn)
    return (NEVER_MIND, replace(turn, slots={REST: rest})) if is_other else None


def _names_alone(words: str, turn: Turn) -> bool:
    message = begun(Phrase(words), language(turn.locale))
    return message is not None and is_known(message.words, turn)


def _is_a_message(words: str, turn: Turn) -> bool:
    """Whether it is "tell Ana I'm ill", "post it in random": only "tell me" asks to hear."""
    known = language(turn.locale)
    message = begun(Phrase(words), known)
    spoken = Phrase(message.words).spoken if message else ()
    is_it = longest_at(known.answers["the_message"], spoken, 0) > 0
    tells = message is not None and message.carrier is not Carrier.TEXT
    return is_it or (tells and not longest_at(known.signs["self"], spoken, 0))


def _behind(words: str, turn: Turn) -> tuple[str, bool, bool]:
    """Return what stands behind words that lead; whether these leave, or stop, the message."""
    known, phrase = language(turn.locale), Phrase(words)
    leaving = known.answers["leaving"] | known.signs["unsending"]
    stopping = leaving | known.answers["waiting"] | known.asked["kept_before"]
    leading = known.asked["leads"] | known.asked["breaths"] | known.asked["idle"]
    at, stops, leaves = 0, False, False
    while length := longest_at(stopping | leading, phrase.spoken, at):
        stops = stops or longest_at(stopping, phrase.spoken, at) == length
        leaves = leaves or longest_at(leaving, phrase.spoken, at) == length
        at += length
    return without_closers(phrase.after(at), known) if at < len(phrase) else "", leaves, stops


def _heard(words: str, turn: Turn, *, leaves: bool) -> tuple[str, Turn] | None:
    request = read_request(words, turn.locale) if words else None
    if request is None or (request.name and not is_known(request.name, turn, surely=True)):
        return None
    kept = {name: of for name, of in turn.attributes.items() if not leaves or name != QUESTION}
    return as_intent(request, replace(turn, attributes=kept))
