"""The table of open questions: what yes, no, a name, words and the like do at each.

A question that is open between two turns gives what is said next its meaning. What a row leaves
out means the same there as without a question (skill/intents/registry.py). The rows stand in
skill/dialog/questions, imported when a question of theirs is open: most requests have none.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from skill.turn.question import NO_MATTER, QUESTION, Matter, Pending, Question

if TYPE_CHECKING:
    # Without a question none of its row is imported.
    from skill.dialog.questions.row import OpenQuestion

ROWS: Mapping[Pending, str] = {
    Pending.MESSAGE: "drafts",
    Pending.THESE_WORDS: "drafts",
    Pending.WHOM: "drafts",
    Pending.WHICH: "drafts",
    Pending.CONFIRM: "drafts",
    Pending.MOVE: "drafts",
    Pending.WHEN: "drafts",
    Pending.WHICH_TAUGHT: "drafts",
    Pending.SEND_AGAIN: "sent",
    Pending.CHANGE_SENT: "sent",
    Pending.UNSEND: "sent",
    Pending.EMOJI: "sent",
    Pending.WHICH_SCHEDULED: "sent",
    Pending.MORE: "reading",
    Pending.WHICH_TO_HEAR: "reading",
    Pending.WHICH_OF_DIGEST: "reading",
    Pending.FURTHER_BACK: "reading",
    Pending.CODE: "sharing",
    Pending.NEW_CODE: "sharing",
    Pending.LEAVE: "sharing",
    Pending.WHICH_WORKSPACE: "sharing",
}
"""Where each has its row: a module of skill/dialog/questions."""


def row_of(pending: Pending) -> "OpenQuestion | None":
    """Return the row of a question, None where none is open."""
    name = ROWS.get(pending)
    if name is None:
        return None
    rows: Mapping[Pending, OpenQuestion] = import_module(f"skill.dialog.questions.{name}").ROWS
    return rows[pending]


def words_wait_in(attributes: Mapping[str, Any]) -> bool:
    """Whether a session's open question is about words that are nowhere else."""
    try:
        return matter_of(Question.from_plain(attributes[QUESTION])).has_words
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        # What cannot be read holds no words that could be taken up again.
        return False


def matter_of(question: Question | None) -> Matter:
    """Return what a question is about."""
    row = row_of(question.pending) if question else None
    return row.matter(question) if row and question else NO_MATTER
