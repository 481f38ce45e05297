"""Where in a dictated phrase the time stands, and what is left without it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.readings.linkers import Linkers
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.time_reader import TimeReader
from skill.understanding.times.time_words import TimeWords, time_words

_SHORT = 2
"""So few words before a time are the beginning of a text: "lunch at noon"."""
_LATELY = 5
_SHORT_IS = ("'s", "’s")


@dataclass(frozen=True)
class Split:
    """A phrase without its time."""

    said: TimeSaid
    before: str
    """What was dictated before the time."""
    after: str
    """What was dictated behind it."""
    carrier: Carrier = Carrier.TEXT
    """What the words before the rest lead to."""
    carrier_was_said: bool = False
    """Whether the time is followed by such a word of its own."""

    @property
    def rest(self) -> str:
        """The phrase without the time."""
        return " ".join(part for part in (self.before, self.after) if part)


class TimeSplitter:
    """Takes times out of the phrases of one language."""

    def __init__(self, locale: str) -> None:
        """Split phrases of this locale."""
        self._words: TimeWords = time_words(locale)
        self._language: Language = language(locale)
        self._linkers = Linkers(self._language)
        self.reader = TimeReader(self._words)

    def leading(self, phrase: Phrase) -> Split | None:
        """Read "five send lunch is ready", "tomorrow morning tell kevin ...": a time, a carrier."""
        found = self.reader.at(phrase.spoken, 0, bare=True)
        if found is None:
            return None
        said, end = found
        while length := longest_at(self._language.politeness, phrase.spoken, end):
            end += length
        front = longest_at(self._language.before_the_recipient, phrase.spoken, end)
        behind = longest_at(self._language.before_the_text, phrase.spoken, end)
        if not (front or behind):
            return None
        carrier = Carrier.RECIPIENT if front > behind else Carrier.TEXT
        return Split(said, "", phrase.after(end + max(front, behind)), carrier, True)

    def trailing(self, phrase: Phrase, *, surely: bool = False) -> Split | None:
        """Read "lunch is ready to general at five": a time at the end.

        Where it is known that there is one (`surely`), "for" before it goes with it.
        """
        end = len(phrase)
        while end and self._words.has("please", phrase.spoken[end - 1]):
            end -= 1
        found = self.reader.before(phrase.spoken, end)
        if found is None:
            return None
        said, start = found
        if surely and start and self._words.has("for", phrase.spoken[start - 1]):
            start -= 1
        return Split(said, phrase.between(0, start), "")

    def linked(self, phrase: Phrase) -> Iterator[Split]:
        """Read "kevin at five that ...", "a message to kevin for nine saying ...".

        What is behind the time begins with its linker.
        """
        for start in range(1, len(phrase)):
            first = start + self._words.has("for", phrase.spoken[start])
            found = self.reader.at(phrase.spoken, first, bare=first > start)
            if found and self._linkers.length_at(phrase, found[1]):
                yield self._without(phrase, found[0], start, found[1])

    def reminding(self, phrase: Phrase) -> Iterator[Split]:
        """Read "kevin at five to call back": what is behind begins with "to"."""
        for start in range(1, len(phrase)):
            found = self.reader.at(phrase.spoken, start)
            if found and self._words.end_of("remind_linkers", phrase.spoken, found[1]) > found[1]:
                yield self._without(phrase, found[0], start, found[1])

    def before_recipient(self, phrase: Phrase) -> Iterator[Split]:
        """Read "lunch is ready at five to general"."""
        for start in range(len(phrase) - 1, 0, -1):
            found = self.reader.at(phrase.spoken, start)
            if found and longest_at(self._language.to, phrase.spoken, found[1]):
                yield self._without(phrase, found[0], start, found[1])

    def without_linker(self, text: str) -> str:
        """Return a text without the "to" of "remind general to stretch"."""
        phrase = Phrase(text)
        end = self._words.end_of("remind_linkers", phrase.spoken, 0)
        return phrase.after(end) if end else text

    def without_it(self, words: str) -> str:
        """Return "for six" of "it for six"."""
        phrase = Phrase(words)
        return phrase.after(self._words.end_of("it", phrase.spoken, 0))

    def is_texts_own(self, text: str) -> bool:
        """Whether words ask for a time of their own: "I'll be there", "the demo is".

        Then a time behind them is theirs and says nothing of when to send them.
        """
        spoken, words = Phrase(text).spoken, self._words
        if len(spoken) <= _SHORT or words.has("asks", spoken[0]):
            return True
        if text.endswith(_SHORT_IS) or self._tells_of_a_thing(spoken):
            return True
        if any(words.has("is_text", word) for word in spoken):
            return True
        lately = spoken[-_LATELY:]
        moving = words.endings("progressive") + words.endings("preterite")
        return words.has("ends_open", spoken[-1]) or any(word.endswith(moving) for word in lately)

    def _tells_of_a_thing(self, spoken: NameWords) -> bool:
        """Whether it ends with what a thing does: "the ferry sails"."""
        known, last = self._language, spoken[-1]
        begins = longest_at(known.determiners, spoken, 0) > 0
        is_verb = last.endswith("s") and not last.endswith("ss")
        before = spoken[-2:-1]
        is_noun = before in known.determiners | known.prepositions | known.be
        return begins and is_verb and not is_noun

    @staticmethod
    def _without(phrase: Phrase, said: TimeSaid, start: int, end: int) -> Split:
        return Split(said, phrase.between(0, start), phrase.between(end, len(phrase)))
