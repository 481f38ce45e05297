"""What reading words may ask of names; the workspace's and the speaker's own answer. Pure."""

from typing import Protocol

from postbox.directory.names.spelling import NameWords


class NameSpans(Protocol):
    """Who can tell where names stand."""

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name of somebody or some place ends that begins at a word; 0 for none."""

    def namesakes(self, spoken: NameWords, at: int) -> int:
        """Return where "both kevins", "the kevins" end that begin at a word; 0 for none."""


class NameFacts(NameSpans, Protocol):
    """What signs want to know of names."""

    def is_place(self, spoken: NameWords) -> bool:
        """Whether words are a channel's name as it is written."""

    def has_left(self, spoken: NameWords) -> bool:
        """Whether words name somebody who cannot be written to."""

    def had(self, spoken: NameWords) -> bool:
        """Whether a word is of the name of somebody who cannot be written to."""

    def looks_like_a_name(self, spoken: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same."""

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this word in it."""

    def is_in_a_place(self, word: str) -> bool:
        """Whether a channel's name of several words has this word in it."""
