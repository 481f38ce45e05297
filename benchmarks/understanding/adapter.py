"""Where what is measured is plugged in: nothing else here knows how the product understands."""

from collections.abc import Callable
from dataclasses import dataclass

from postbox.directory.entries import Directory
from postbox.directory.stores.directories import Directories
from postbox.store.table import Table
from skill.understanding.explaining import Explainer

TEAM = "T1"


@dataclass(frozen=True)
class Understood:
    """How a phrase was taken: an outcome, who is meant (the likeliest first), and the text."""

    outcome: str
    recipients: tuple[str, ...]
    text: str


Understand = Callable[[str], Understood]


def product(directory: Directory, default: str) -> Understand:
    """Return Earshot's understanding of phrases in this workspace."""
    return _asking(Explainer(directory, default))


def save(table: Table, directory: Directory) -> None:
    """Store a directory as the bridge does."""
    Directories(table).save(TEAM, directory, 1.0)


def load(table: Table, default: str) -> Understand:
    """Return Earshot's understanding, of the directory that is stored, as the skill loads it."""
    names = Directories(table).names(TEAM)
    return _asking(Explainer(names.directory, default, names.index))


def _asking(explainer: Explainer) -> Understand:
    def understand(phrase: str) -> Understood:
        explained = explainer.explain(phrase)
        ids = tuple(candidate.id for candidate in explained.recipients)
        return Understood(explained.outcome, ids, explained.text)

    return understand
