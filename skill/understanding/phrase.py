"""A dictated phrase as words, from which parts are cut as they were dictated. Pure."""

from functools import cached_property

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import words

LONGEST_COMMAND = 60
"""More words than these ask for nothing to hear and put nothing right: one says no such thing."""
_AROUND_TEXT = " \t\n,;:"
_BEFORE_WORDS = _AROUND_TEXT + "#@\"'("


class Phrase:
    """A dictated phrase."""

    def __init__(self, text: str) -> None:
        """Take the phrase as it was dictated."""
        self.text = text
        self._words = words(text)

    @cached_property
    def spoken(self) -> NameWords:
        """The words as they are compared."""
        return tuple(word.spoken for word in self._words)

    @property
    def begins_with_words(self) -> bool:
        """Whether nothing but words is said first: no emoji."""
        return not self._words or not self.text[: self._words[0].start].strip(_BEFORE_WORDS)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def between(self, first: int, end: int) -> str:
        """Return what was dictated from word `first` to before word `end`, with its punctuation."""
        start, stop = self.span(first, end)
        return self.text[start:stop]

    def after(self, first: int) -> str:
        """Return all that was dictated behind the first so many words."""
        behind = self._words[first - 1].end if first else 0
        return self.text[behind:].lstrip(_AROUND_TEXT)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the same as the places of its characters in the phrase.

        What stands before the first word (an emoji) goes with it.
        """
        if not self._words:
            return 0, len(self.text)
        start = self._starts(first) if first else 0
        stop = max(start, self._starts(end))
        if not first and end >= len(self._words):
            return start, stop
        kept = self.text[start:stop]
        left, right = kept.lstrip(_AROUND_TEXT), kept.rstrip(_AROUND_TEXT)
        start += len(kept) - len(left)
        return start, max(start, stop - (len(kept) - len(right)))

    def _starts(self, at: int) -> int:
        return self._words[at].start if at < len(self._words) else len(self.text)
