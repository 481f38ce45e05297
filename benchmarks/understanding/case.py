"""A phrase, and what is right."""

from dataclasses import dataclass

CERTAIN, DOUBTFUL, UNKNOWN, DEFAULT = "certain", "doubtful", "unknown", "default"
OUTCOMES = (CERTAIN, DOUBTFUL, UNKNOWN, DEFAULT)


@dataclass(frozen=True)
class Case:
    """What is dictated, its carrier verb first, and how it is to be understood."""

    kind: str
    phrase: str
    wanted: str
    """The best outcome."""
    recipients: tuple[str, ...]
    """The ids that are right; all between whom nobody could choose when the best is a question."""
    text: str
    also: frozenset[str] = frozenset()
    """Outcomes that are no worse."""
    texts_too: tuple[str, ...] = ()
    recipients_too: tuple[str, ...] = ()
    """Where it may be posted as well, with the same text or what is left of it."""
    spoken: tuple[str, ...] = ()
    """The words that name the recipients, for those who are handed them apart."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is right."""
        return (self.text, *self.texts_too)

    @property
    def is_enough(self) -> bool:
        """Whether exactly one understanding is right, so that a question is one too many."""
        return self.wanted in {CERTAIN, DEFAULT} and DOUBTFUL not in self.also
