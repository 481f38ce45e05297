"""A dictated phrase as words, from which parts are cut as they were dictated. Pure."""

from functools import cached_property

from mailbox.names.spelling import NameWords
from mailbox.names.words import words

_AROUND_TEXT = " \t\n,;:"


class Phrase:
    """A dictated phrase."""

    def __init__(self, text: str) -> None:
        """Take the phrase as it was dictated."""
        self.text = text
        self._words = words(text)

    @cached_property
    def spoken(self) -> NameWords:
        """The words as they are compared."""
        return tuple(each.spoken for each in self._words)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def between(self, first: int, end: int) -> str:
        """Return what was dictated from word `first` to before word `end`, with its punctuation."""
        start, stop = self.span(first, end)
        return self.text[start:stop]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the same as the places of its characters in the phrase."""
        if not self._words:
            return 0, len(self.text)
        if first >= end:
            place = self._words[first].start if first < len(self._words) else len(self.text)
            return place, place
        start = self._words[first].start if first else 0
        stop = self._words[end].start if end < len(self._words) else len(self.text)
        if end < len(self._words) or first:
            kept = self.text[start:stop]
            left, right = kept.lstrip(_AROUND_TEXT), kept.rstrip(_AROUND_TEXT)
            return start + len(kept) - len(left), stop - (len(kept) - len(right))
        return start, stop
