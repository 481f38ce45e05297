"""What somebody says while a question about a message is open. Pure.

Nobody answers "Kevin Park or Kevin Sato?" with a name alone: "um park i think", "not park the other
one", "neither i meant will", "park but say the meeting is at five", "hold on", "never mind kevin
tell priya i'm in after lunch". The words are taken apart here; what they name is for others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from skill.understanding.answers.new_message import Begun, begun
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.phrase import Phrase


class AnswerKind(StrEnum):
    """What an answer does."""

    NAME = "name"
    """It names somebody, perhaps with other words for the message."""
    OTHERS = "others"
    """It is none of those that were excluded."""
    BOTH = "both"
    FIRST = "first"
    LAST = "last"
    LEAVES = "leaves"
    WAITS = "waits"
    MESSAGE = "message"
    """It is a new message, from its verb on."""
    WORDS = "words"
    """It gives the message other words."""
    ASKS = "asks"
    """The speaker asks what is asked."""
    NOT_KNOWN = "not known"
    """The speaker does not know either."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class SpokenAnswer:
    """An answer taken apart; its parts are as they were dictated."""

    kind: AnswerKind
    name: str = ""
    other_names: tuple[str, ...] = ()
    """Parts of it that may be the name alone: behind a pause, or behind "send it to"."""
    excluded: str = ""
    """Who it is not."""
    text: str = ""
    """Other words for the message, or the new message behind its verb."""
    message: Begun | None = None
    """The new message."""
    adds: bool = False
    """Whether the other words come on top of the message's own."""
    amends: str = ""
    """What is right in the message, behind a name: "park and it's ninety not sixty"."""
    has_more: bool = False
    """Whether words stand beside it that were not made out."""
    corrects: bool = False
    """Whether words of correction or meaning stand before the name: "i meant ana"."""


def spoken_answer(dictated: str, language: Language) -> SpokenAnswer:
    """Take an answer apart."""
    phrase = Phrase(dictated)
    return _Reader(phrase, language).read()


def asks(dictated: str, language: Language) -> bool:
    """Whether words ask something: "who is sato", "what was the question"."""
    phrase, known = Phrase(dictated), language.asked
    start = 0
    while length := longest_at(known["leads"] | known["breaths"], phrase.spoken, start):
        start += length
    spoken = phrase.spoken
    whole = any(spoken[at:] in known["asking"] for at in {0, start})
    return whole or any(longest_at(known["questions"], spoken, at) for at in {0, start})


def same_again(dictated: str, language: Language) -> str:
    """Return whom else the same message is for: "the same to ana", "and dev ops too"."""
    phrase, known = Phrase(dictated), language.answers
    spoken, end = phrase.spoken, len(phrase)
    last = longest_before(known["same"], spoken, end)
    if last and last < end:
        return phrase.between(longest_at(known["to_whom"], spoken, 0), end - last)
    also = longest_at(known["also"], spoken, 0)
    same = longest_at(known["same"], spoken, also)
    too = longest_before(known["too"], spoken, end)
    led = longest_at(known["to_whom"], spoken, also + same) > 0
    if not same and not (too and (also or led)):
        return ""
    start = also + same
    start += longest_at(known["to_whom"], spoken, start)
    return phrase.between(start, end - too) if start < end - too else ""


class _Reader:
    def __init__(self, phrase: Phrase, language: Language) -> None:
        self._phrase, self._known = phrase, language.answers
        self._language = language
        self._spoken = phrase.spoken
        self._is_refused = False

    def read(self) -> SpokenAnswer:
        start, end = self._bare(0, len(self._spoken))
        self._is_refused = any(
            longest_at(self._known["refusing"], self._spoken, at) for at in range(start)
        )
        if start >= end:
            return SpokenAnswer(AnswerKind.NOTHING)
        for kind, words in (
            (AnswerKind.LEAVES, "leaving"),
            (AnswerKind.WAITS, "waiting"),
            (AnswerKind.BOTH, "both"),
            (AnswerKind.FIRST, "first"),
            (AnswerKind.LAST, "last"),
            (AnswerKind.NOT_KNOWN, "not_known"),
        ):
            if self._is(words, start, end) or self._is(words, 0, end):
                return SpokenAnswer(kind)
        if self._does_not_mind(start, end):
            return SpokenAnswer(AnswerKind.NOT_KNOWN)
        if self._gives_up(start, end):
            return SpokenAnswer(AnswerKind.LEAVES)
        asked = self._language.asked
        if self._spoken[start:end] in asked["hesitating"]:
            return SpokenAnswer(AnswerKind.WAITS)
        if self._spoken[start:end] in asked["refusing"]:
            return SpokenAnswer(AnswerKind.LEAVES)
        message = self._message(start)
        if message is None and asks(self._phrase.text, self._language):
            return SpokenAnswer(AnswerKind.ASKS)
        return message or self._reworded(start, end) or self._both(start) or self._named(start, end)

    def _both(self, start: int) -> SpokenAnswer | None:
        """Return "both of them, it's that kind of day": who, and words beside it."""
        beside = self._is_at("both", start)
        return SpokenAnswer(AnswerKind.BOTH, has_more=True) if beside else None

    def _does_not_mind(self, start: int, end: int) -> bool:
        """Whether it is "either, i don't mind", and no more."""
        at = start
        while at < end:
            length = max(
                longest_at(self._known[words], self._spoken[:end], at)
                for words in ("not_known", "fillers")
            )
            if not length:
                return False
            at += length
        return self._is_at("not_known", start)

    def _gives_up(self, start: int, end: int) -> bool:
        """Whether it is "i don't know yet forget it"."""
        at = start + longest_at(self._known["not_known"], self._spoken, start)
        if at == start:
            return False
        at += self._spoken[at : at + 1] == ("yet",)
        at, _ = self._bare(at, end)
        return self._is("leaving", at, end)

    def _message(self, start: int) -> SpokenAnswer | None:
        """Return a new message: "never mind kevin tell priya ..."."""
        for at in {0, start}:
            message = begun(Phrase(self._phrase.after(at)), self._language)
            if message:
                return SpokenAnswer(AnswerKind.MESSAGE, text=message.words, message=message)
        return None

    def _reworded(self, start: int, end: int) -> SpokenAnswer | None:
        """Return "park but say the meeting is at five", "just say stop"."""
        saying = longest_at(self._known["saying"], self._spoken, start)
        saying = saying or longest_at(self._known["saying"], self._spoken, 0)
        behind = start + saying if self._is_at("saying", start) else saying
        if saying and self._spoken[behind:] in self._known["asking_again"]:
            return SpokenAnswer(AnswerKind.ASKS)
        if saying and behind < len(self._spoken):
            return SpokenAnswer(AnswerKind.WORDS, text=self._phrase.after(behind))
        for place in range(start + 1, end):
            for words in ("rewording", "amending", "adding"):
                length = longest_at(self._known[words], self._spoken, place)
                if length and place + length < len(self._spoken):
                    named = self._named(*self._bare(start, place))
                    return self._with_words(named, words, self._phrase.after(place + length))
        return None

    def _with_words(self, named: SpokenAnswer, how: str, words: str) -> SpokenAnswer:
        """Return whom an answer names, with what it says of the text."""
        if how == "amending":
            return replace(named, amends=words)
        return replace(named, text=words, adds=how == "adding")

    def _named(self, start: int, end: int) -> SpokenAnswer:
        if self._is("others", start, end):
            return SpokenAnswer(AnswerKind.OTHERS)
        none = longest_at(self._known["none"], self._spoken, start)
        negation = longest_at(self._known["negations"], self._spoken, start)
        if none:
            rest, end = self._bare(start + none, end)
            name, _ = self._meant(rest, end)
            kind = AnswerKind.NAME if name else AnswerKind.OTHERS
            return SpokenAnswer(kind, name, corrects=True)
        if negation and start + negation < end:
            return self._excluded(start + negation, end)
        put_right = self._put_right(start, end)
        if put_right:
            return put_right
        ruled_out = self._ruled_out_behind(start, end)
        if ruled_out:
            return ruled_out
        name, led = self._meant(start, end)
        others = tuple(self._parts(start, end))
        return SpokenAnswer(AnswerKind.NAME, name, others, corrects=led or self._is_refused)

    def _put_right(self, start: int, end: int) -> SpokenAnswer | None:
        """Return "sato" of "park no sorry sato", "park i mean sato"; None where nobody was named.

        What is named before is given up: "sato not park" is another matter.
        """
        for place in range(end - 1, start, -1):
            length = longest_at(self._known["giving_up"], self._spoken, place)
            if not length or place + length >= end:
                continue
            name, _ = self._meant(*self._bare(place + length, end))
            excluded = self._phrase.between(*self._bare(start, place))
            return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        return None

    def _ruled_out_behind(self, start: int, end: int) -> SpokenAnswer | None:
        """Return "the other one not park", "sato not park"; None where nobody is ruled out."""
        for place in range(start + 1, end - 1):
            negation = longest_at(self._known["negations"], self._spoken, place)
            if not negation or place + negation >= end:
                continue
            excluded = self._phrase.between(place + negation, end)
            first, last = self._bare(start, place)
            if self._is("others", first, last):
                return SpokenAnswer(AnswerKind.OTHERS, excluded=excluded)
            name, _ = self._meant(first, last)
            return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        return None

    def _parts(self, start: int, end: int) -> Iterator[str]:
        """Yield what stands behind the last words that lead to a name, or behind a pause."""
        for place in range(end - 1, start, -1):
            for words in ("meaning", "fillers"):
                length = longest_at(self._known[words], self._spoken, place)
                if length and place + length < end:
                    yield self._phrase.between(*self._bare(place + length, end))
                    return

    def _excluded(self, start: int, end: int) -> SpokenAnswer:
        """Return "not park the other one", "not park but sato", "no ana"."""
        for place in range(start + 1, end):
            if self._is("others", place, end):
                return SpokenAnswer(AnswerKind.OTHERS, excluded=self._phrase.between(start, place))
            if self._spoken[place] == "but" and place + 1 < end:
                name, _ = self._meant(place + 1, end)
                excluded = self._phrase.between(start, place)
                return SpokenAnswer(AnswerKind.NAME, name, excluded=excluded, corrects=True)
        said_no = self._spoken[start - 1] in ("no", "nope")
        if said_no:
            name, _ = self._meant(*self._bare(start, end))
            return SpokenAnswer(AnswerKind.NAME, name, corrects=True)
        meant = next(self._parts(start, end), "")
        if meant:
            return SpokenAnswer(AnswerKind.NAME, meant, corrects=True)
        return SpokenAnswer(AnswerKind.OTHERS, excluded=self._phrase.between(start, end))

    def _meant(self, start: int, end: int) -> tuple[str, bool]:
        """Return the words of a name without what leads to it, and whether something led."""
        led = False
        while start < end and (length := longest_at(self._known["meaning"], self._spoken, start)):
            if start + length >= end:
                break
            start, led = start + length, True
            start, end = self._bare(start, end)
        letters = self._spoken[start:end]
        if len(letters) > 1 and all(len(word) == 1 for word in letters):
            return "".join(letters), led
        return self._phrase.between(start, end), led

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without fillers at its edges."""
        while start < end and (length := longest_at(self._known["fillers"], self._spoken, start)):
            start += length
        closing: PhraseSet = self._known["closing_fillers"]
        while end > start and (length := longest_before(closing, self._spoken[:end], end)):
            end -= length
        return start, max(start, end)

    def _is(self, words: str, start: int, end: int) -> bool:
        return self._spoken[start:end] in self._known[words]

    def _is_at(self, words: str, start: int) -> bool:
        return longest_at(self._known[words], self._spoken, start) > 0
