"""Words that are of the message just sent, though another intent took them.

"Give that to Siobhan too" adds no emoji; "did I say bins it's the barn" asks nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from skill.dialog.requested.asked import is_known
from skill.dialog.requested.carried import asked_words
from skill.intents.registry import CORRECTION, OPENINGS, REQUESTS
from skill.turn.context import Turn
from skill.turn.question import FREE
from skill.turn.request import JUST_SENT, SENT
from skill.understanding.answers.sent.acts import AboutSent, OfSent
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import vocabulary
from skill.understanding.wording.aligned.aligning import aligned
from skill.understanding.wording.amending import amended, names_wrong, surely_amended

if TYPE_CHECKING:
    from skill.composing.composer import SendingComposer

_MESSAGE, _NAME = "message", "recipient"
_INSTEAD, _HAVE = "InsteadIntent", "HaveIntent"
_REACT, _EMOJI = "ReactIntent", "emoji"
_SEND, _LEAVE_OUT = "SendMessageIntent", "SetPreferenceIntent"
_ACCOUNT = "AccountIntent"
_CALL, _RATE = "CallIntent", "SpeakingRateIntent"
_CLEAR = frozenset(
    {
        AboutSent.REWORDS,
        AboutSent.TAKES_BACK,
        AboutSent.MOVES,
        AboutSent.REPLACES,
        AboutSent.COPIES,
        AboutSent.NAMESAKE,
        AboutSent.NAMESAKE_TOO,
        AboutSent.ALL_NAMESAKES,
        AboutSent.GIVES_UP,
    }
)
"""What words can be said for that are hardly anything else."""
_ELSEWHERE = frozenset({AboutSent.MOVES, AboutSent.REPLACES})
_LONGER_THAN_A_NAME = 4
_TAKING_MORE: Mapping[str, str] = {"TellIntent": _MESSAGE, _CALL: "rest", _RATE: "rate"}
"""Intents that may take words of what was just sent behind a word of their own, and the slots."""


def of_sent(intent: str, turn: Turn) -> str:
    """Return words that are of the message just sent, though another intent took them; else "".

    "Give that to Siobhan too" adds no emoji; "did I say bins it's the barn" asks nothing.
    """
    sent, known = turn.attributes.get(SENT), language(turn.locale)
    if not sent or turn.pending not in FREE:
        return ""
    if words := _clearly_of_sent(intent, str(sent["text"]), turn):
        return words
    if intent == _REACT and turn.attributes.get(JUST_SENT):
        words = turn.slots.get(_EMOJI, "")
        return words if longest_at(known.to | known.into, Phrase(words).spoken, 0) else ""
    if intent in _TAKING_MORE:
        return _of_sent_behind(intent, str(sent["text"]), turn)
    if intent not in REQUESTS and intent not in {_INSTEAD, _HAVE}:
        return ""
    words = asked_words(intent, turn)[0] if intent in REQUESTS else turn.slots.get(_MESSAGE, "")
    if intent == _INSTEAD:
        i_said = " ".join(next(iter(known.answers["i_said"])))
        words = f"{i_said} {turn.slots.get(_NAME, '')}"
    return words if names_wrong(str(sent["text"]), words, known) else ""


def given_to_another(intent: str, turn: Turn) -> str:
    """Return all that was said where it takes a message back to send one to somebody else.

    "(Unsend my message to) Ana and tell Joy" names more than whose it was.
    """
    name, known = turn.slots.get(_NAME, ""), language(turn.locale)
    if turn.pending not in FREE or len(Phrase(name)) < _LONGER_THAN_A_NAME:
        return ""
    for words in vocabulary(turn.locale).wholes("taken back", intent, turn.slots):
        verbs = known.sent["removing"] | known.sent["removing_it"] | known.sent["getting"]
        begins = longest_at(verbs, Phrase(words).spoken, 0)
        if begins and _composer(turn).of_sent(words).said in _ELSEWHERE:
            return words
    return ""


def _clearly_of_sent(intent: str, text: str, turn: Turn) -> str:
    """Return all that was said, where it is clearly of the message whatever its slots have."""
    is_whole = intent in OPENINGS or intent == CORRECTION
    said: tuple[str, ...] = (turn.slots.get(_MESSAGE, ""),) if is_whole else ()
    said = said or vocabulary(turn.locale).wholes("sent", intent, turn.slots)
    if intent == _SEND and (dropped := _exchanged(text, turn) or _dropped(text, turn)):
        return dropped
    if intent == _LEAVE_OUT and is_known(turn.slots.get("content", ""), turn, surely=True):
        # "Leave out Ana" is of whom it went to; no name is a kind of content.
        return next(iter(said), "") if turn.attributes.get(JUST_SENT) else ""
    if not any(said) or (intent == _SEND and not _points(turn)):
        return ""
    if intent == _SEND and (shared := _shared(turn)):
        return shared
    composer = _composer(turn)
    # Right after a send "I got it wrong, it should say ..." rules nobody's voice.
    lenient = intent == _ACCOUNT and bool(turn.attributes.get(JUST_SENT))
    return next((words for words in said if _is_clear(composer.of_sent(words, text), lenient)), "")


def _composer(turn: Turn) -> SendingComposer:
    from skill.composing.composer import SendingComposer  # noqa: PLC0415 - names are a large part

    return SendingComposer.of(turn)


def _points(turn: Turn) -> bool:
    """Whether it is "(send) that to ...", which points to what was sent, and not "one to ..."."""
    known, spoken = language(turn.locale), Phrase(turn.slots.get(_MESSAGE, "")).spoken
    return longest_at(known.sent["given"] - known.answers["standing_for_it"], spoken, 0) > 0


def _shared(turn: Turn) -> str:
    """Return "sales too" of "(share) that in sales"; "" where no place alone follows."""
    known, phrase = language(turn.locale), Phrase(turn.slots.get(_MESSAGE, ""))
    it = longest_at(known.sent["given"], phrase.spoken, 0)
    to = longest_at(known.sent["given_to"], phrase.spoken, it)
    name = phrase.after(it + to) if to else ""
    too = " ".join(min(known.answers["too"]))
    return f"{name} {too}" if name and is_known(name, turn, surely=True) else ""


def _exchanged(text: str, turn: Turn) -> str:
    """Return "monday in place of friday" of "(put) ...", where the message says friday."""
    known, words = language(turn.locale), turn.slots.get(_MESSAGE, "")
    spoken = Phrase(words).spoken
    joints = known.answers["joints_to_wrong"]
    if not any(longest_at(joints, spoken, at) for at in range(1, len(spoken))):
        return ""
    found = aligned(text, words, known)
    return words if found and found.is_named and found.is_close else ""


def _dropped(text: str, turn: Turn) -> str:
    """Return all of "(drop) the please", "(drop) the word urgent", which the message just sent has.

    "(Drop) the invoice" may be what is to be sent.
    """
    known, words = language(turn.locale), turn.slots.get(_MESSAGE, "")
    spoken = Phrase(words).spoken
    led = longest_at(known.sent["cut_what"], spoken, 0)
    are_words = led > 1 or longest_at(
        known.sent["manners"] | known.answers["refusing"], spoken, led
    )
    if not turn.attributes.get(JUST_SENT) or not led or not are_words:
        return ""
    whole = f"{' '.join(min(known.sent['cutting']))} {words}"
    found = aligned(text, whole, known)
    return whole if found and found.is_named else ""


def _is_clear(read: OfSent, lenient: bool = False) -> bool:
    if lenient and read.said is AboutSent.REWORDS:
        return True
    if read.said is AboutSent.MESSAGE:
        return read.is_to_them and read.is_sure
    return read.said in _CLEAR and (
        read.is_sure or read.is_close or read.said is not AboutSent.REWORDS
    )


def is_copied(words: str, turn: Turn) -> bool:
    """Whether it is "tell sales as well" right after a send: no more of sales is to be heard."""
    known, spoken = language(turn.locale), Phrase(words).spoken
    if not turn.attributes.get(JUST_SENT):
        return False
    at = 0
    while length := longest_at(known.sent["leads"], spoken, at):
        at += length
    tells = longest_at(known.sent["passing_on"], spoken, at)
    too = longest_before(known.sent["too"], spoken, len(spoken))
    hears = vocabulary(turn.locale).list_at("hearers", spoken, at + tells)
    return bool(tells) and 0 < too < len(spoken) - at - tells and not hears


def says_too(words: str, turn: Turn) -> bool:
    """Whether it is "(send that to) Siobhan too", said in one breath."""
    spoken = Phrase(words).spoken
    too = longest_before(language(turn.locale).sent["too"], spoken, len(spoken))
    return turn.is_one_shot and 0 < too < len(spoken)


def _of_sent_behind(intent: str, text: str, turn: Turn) -> str:
    """Return "correct that it's six" of "(let) me ...", "i meant six" of "(call) it six"."""
    known, words = language(turn.locale), turn.slots.get(_TAKING_MORE[intent], "")
    phrase = Phrase(words)
    if intent == _RATE:
        # "Same to Olu please", which a sentence with a slot for anything takes.
        if turn.resolved_ids:
            return ""
        if longest_at(known.sent["copying"], phrase.spoken, 0):
            return words
        if not turn.attributes.get(JUST_SENT):
            return ""
        return words if _is_clear(_composer(turn).of_sent(words, text)) else ""
    if intent == _CALL:
        i_meant = " ".join(next(iter(known.answers["i_meant"])))
        right = f"{i_meant} {phrase.after(longest_at(known.objects, phrase.spoken, 0))}"
        return right if surely_amended(text, right, known) else ""
    if longest_at(known.sent["given"], phrase.spoken, 0):
        # "(Update) that message to ..." is for nobody.
        return words
    behind = vocabulary(turn.locale).list_at("hearers", phrase.spoken, 0)
    rest = phrase.after(behind) if behind else ""
    spoken = Phrase(rest).spoken
    regrets = any(
        longest_at(known.sent["regretting_perhaps"], spoken, at) for at in range(len(spoken))
    )
    is_more = longest_at(known.sent["adding"], spoken, 0) > 0
    return rest if rest and (regrets or is_more or amended(text, rest, known)) else ""
