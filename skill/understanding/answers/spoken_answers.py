"""What somebody says while a question about a message is open. Pure.

Nobody answers "Kevin Park or Kevin Sato?" with a name alone: "um park i think", "not park the other
one", "neither i meant will", "park but say the meeting is at five", "hold on", "never mind kevin
tell priya i'm in after lunch". The words are taken apart here; what they name is for others.
"""

from dataclasses import replace

from skill.understanding.answers.edges import said_too
from skill.understanding.answers.new_message import begun
from skill.understanding.answers.stopping import stops
from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.answers.whom.whom_named import WhomReader
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase


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


class _Reader(WhomReader):
    def read(self) -> SpokenAnswer:
        start, end = self.bare(0, len(self._spoken))
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
            if self.is_phrase(words, start, end) or self.is_phrase(words, 0, end):
                return SpokenAnswer(kind)
        saying_no = longest_at(self._known["saying_no"], self._spoken, start)
        if saying_no and self.is_phrase("leaving", start + saying_no, end):
            return SpokenAnswer(AnswerKind.LEAVES)
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
            # "Who said zebulon i meant chase" asks nothing.
            return self.put_right(start, end) or SpokenAnswer(AnswerKind.ASKS)
        return message or self._reworded(start, end) or self._both(start) or self.named(start, end)

    def _both(self, start: int) -> SpokenAnswer | None:
        """Return "both of them, it's that kind of day", "each needs to know so both".

        "Not both", "both or neither" are no such answer.
        """
        spoken, known = self._spoken, self._known
        end = len(spoken)
        while length := longest_before(known["closing_fillers"], spoken[:end], end):
            end -= length
        ends = longest_before(known["both_at_the_end"], spoken[:end], end)
        doubted = known["negations"] | known["both_or"]
        denied = any(longest_at(doubted, spoken, at) for at in range(start, end))
        beside = self.is_at("both", start) or (ends and not denied)
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
        return self.is_at("not_known", start)

    def _gives_up(self, start: int, end: int) -> bool:
        """Whether it is "i don't know yet forget it", "oh be quiet"."""
        if stops(self._spoken, self._language):
            return True
        at = start + longest_at(self._known["not_known"], self._spoken, start)
        if at == start:
            return False
        at += self._spoken[at : at + 1] in self._known["yet"]
        at, _ = self.bare(at, end)
        return self.is_phrase("leaving", at, end)

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
        behind = start + saying if self.is_at("saying", start) else saying
        if saying and self._spoken[behind:] in self._known["asking_again"]:
            return SpokenAnswer(AnswerKind.ASKS)
        if saying and behind < len(self._spoken):
            return SpokenAnswer(AnswerKind.WORDS, text=self._phrase.after(behind))
        for place in range(start + 1, end):
            for words in ("rewording", "amending", "adding"):
                length = longest_at(self._known[words], self._spoken, place)
                if length and place + length < len(self._spoken):
                    named = self.named(*self.bare(start, place))
                    return self._with_words(named, words, self._phrase.after(place + length))
        return None

    def _with_words(self, named: SpokenAnswer, how: str, words: str) -> SpokenAnswer:
        """Return whom an answer names, with what it says of the text."""
        if how == "amending":
            return replace(named, amends=words)
        more = said_too(words, self._language)
        if more:
            return replace(named, text=more, adds=True, is_apart=True)
        return replace(named, text=words, adds=how == "adding")
