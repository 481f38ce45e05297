"""Words right after a message was read that answer it, though another intent took them."""

from dataclasses import replace

from skill.dialog.requested.asked import is_known
from skill.intents.registry import CORRECTION, OPENINGS
from skill.reading.planning.course import Course
from skill.turn.context import Turn
from skill.turn.question import FREE
from skill.turn.request import JUST_SENT
from skill.understanding.answers.replied import replied
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import vocabulary

_MESSAGE, _REQUEST = "message", "request"
_REPLY, _TELL, _ASK, _THANK = "ReplyIntent", "TellIntent", "AskIntent", "ThankIntent"
_WHETHER, _WHO, _WHEN, _AGAIN = (
    "AskWhetherIntent", "WhoWasThatIntent", "WhenWasThatIntent", "AMAZON.RepeatIntent",
)  # fmt: skip


def as_reply(intent: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return what words are right after a message was read; None where they are none of it.

    "Say to her yes", "got them tell her", "let me answer", "ask how much it is", "eh".
    """
    words, known = turn.slots.get(_MESSAGE, ""), language(turn.locale)
    if intent == _THANK:
        return _thanked(words, turn)
    if turn.pending not in FREE or turn.attributes.get(JUST_SENT):
        return None
    if not Course.of(turn.attributes).last:
        return None
    if intent == _WHETHER and (asked := _asked_of_it(turn)):
        return asked, replace(turn, slots={})
    if intent == CORRECTION and Phrase(words).spoken in known.asked["missing_it"]:
        return _AGAIN, replace(turn, slots={})
    if intent == _ASK and longest_at(known.asked["asked_of_them"], Phrase(words).spoken, 0):
        whom = min(known.asked["pronouns"])[0]
        return _ASK, replace(turn, slots={**turn.slots, _MESSAGE: f"{whom} {words}"})
    for said in _wholes(intent, words, turn):
        found = replied(said, known, lambda name: is_known(name, turn, surely=True))
        if found and found.whom:
            return _TELL, replace(turn, slots={_MESSAGE: f"{found.whom} {found.text}".strip()})
        # "Answer that one with ..." points to what is answered, which is read with it.
        joins = longest_at(known.conjunctions, Phrase(words).spoken, 0)
        if found and (intent != _REPLY or joins or not found.text):
            return _REPLY, replace(turn, slots={_MESSAGE: found.text} if found.text else {})
    return None


def _thanked(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return "(thank) ana" of "ana for me", which is no more than that; None for other thanks."""
    phrase, known = Phrase(words), language(turn.locale)
    end = len(phrase) - longest_before(known.asked["from_me"], phrase.spoken, len(phrase))
    whom = phrase.between(0, end)
    is_one = phrase.spoken[:end] in known.asked["pronouns"] or is_known(whom, turn, surely=True)
    if not 0 < end < len(phrase) or not is_one:
        return None
    return _THANK, replace(turn, slots={**turn.slots, _MESSAGE: whom})


def _asked_of_it(turn: Turn) -> str:
    """Return what answers "(was) that ana", "(was) that today"; "" for other questions."""
    phrase, known = Phrase(turn.slots.get(_REQUEST, "")), language(turn.locale)
    it = longest_at(known.answers["the_message"], phrase.spoken, 0)
    of = it + longest_at(known.to | known.into | known.signs["for"], phrase.spoken, it)
    if not it or it == len(phrase):
        return ""
    if longest_at(known.times, phrase.spoken, it):
        return _WHEN
    end = min(len(phrase), of + 1)
    is_of_one = of > it or is_known(phrase.between(it, end), turn, surely=True)
    return _WHO if is_of_one else ""


def _wholes(intent: str, words: str, turn: Turn) -> tuple[str, ...]:
    """Return all that may have been said."""
    if intent in OPENINGS or intent == CORRECTION:
        return (words,) if words else ()
    return vocabulary(turn.locale).wholes("read", intent, turn.slots)
