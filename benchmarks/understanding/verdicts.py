"""What became of a phrase, and how often."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from benchmarks.understanding.adapter import Understand, Understood
from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, UNKNOWN, Case

POSTED = frozenset({CERTAIN, DEFAULT})
"""The outcomes that post without a question."""
OFFERED = 3
"""So many are offered in a question at the most."""


class Verdict(Enum):
    """What a phrase came to."""

    RIGHT = "right"
    WRONG_TEXT = "wrong text"
    WRONG_PLACE = "wrong place"
    ASKED = "asked in vain"
    REFUSED = "not known"


@dataclass(frozen=True)
class Judged:
    """A case, how it was understood, and what that is worth."""

    case: Case
    understood: Understood
    verdict: Verdict

    @property
    def offers_the_right_one(self) -> bool:
        """Whether those between whom a question lets choose have the right one, and its text."""
        wanted, offered = set(self.case.recipients), set(self.understood.recipients)
        enough = wanted <= offered if len(wanted) <= OFFERED else bool(wanted & offered)
        return enough and _is_right(self.case, self.understood.text)


@dataclass
class Tally:
    """How often what became of phrases."""

    cases: int = 0
    posted: int = 0
    posted_right: int = 0
    enough: int = 0
    """Phrases of which exactly one understanding is right."""
    questions: int = 0
    """Questions about phrases that mean somebody."""
    offered: int = 0
    """Questions with the right one among those offered."""
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    def add(self, judged: Judged) -> None:
        """Count one phrase."""
        self.cases += 1
        self.verdicts[judged.verdict] += 1
        self.enough += judged.case.is_enough
        if judged.understood.outcome in POSTED:
            self.posted += 1
            self.posted_right += judged.verdict is Verdict.RIGHT
        elif judged.understood.outcome == DOUBTFUL and judged.case.wanted in {CERTAIN, DOUBTFUL}:
            self.questions += 1
            self.offered += judged.offers_the_right_one

    @property
    def right_when_posted(self) -> float:
        """Share of what is posted without a question with recipient and text both right."""
        return self.posted_right / self.posted if self.posted else 0.0

    @property
    def wrong_place(self) -> float:
        """Share of all phrases that are posted to somebody else without a question."""
        return self.verdicts[Verdict.WRONG_PLACE] / self.cases

    @property
    def asked_in_vain(self) -> float:
        """Share of phrases with one right understanding that are asked about all the same."""
        return self.verdicts[Verdict.ASKED] / self.enough if self.enough else 0.0

    @property
    def right_one_offered(self) -> float:
        """Share of questions that offer the right one."""
        return self.offered / self.questions if self.questions else 1.0


def judge(case: Case, understood: Understood) -> Verdict:
    """Say what an understanding is worth."""
    outcome = understood.outcome
    if outcome in POSTED and not understood.text and case.text:
        # Somebody and no text: "what should i say?" is a question.
        return Verdict.RIGHT if DOUBTFUL in case.also else Verdict.ASKED
    if outcome in POSTED:
        return _posted(case, understood)
    fine = outcome == case.wanted or outcome in case.also
    if outcome == DOUBTFUL:
        return Verdict.RIGHT if fine else Verdict.ASKED
    if outcome == UNKNOWN:
        return Verdict.RIGHT if fine else Verdict.REFUSED
    raise ValueError(f"There is no outcome {outcome!r}.")


def judge_all(cases: Iterable[Case], understand: Understand) -> list[Judged]:
    """Have all phrases understood, and say what it is worth."""
    answers = ((case, understand(case.phrase)) for case in cases)
    return [Judged(case, answer, judge(case, answer)) for case, answer in answers]


def tally(judged: Iterable[Judged]) -> Tally:
    """Count."""
    counted = Tally()
    for verdict in judged:
        counted.add(verdict)
    return counted


def _posted(case: Case, understood: Understood) -> Verdict:
    there = set(understood.recipients)
    if understood.outcome == DEFAULT and DEFAULT in case.also:
        return Verdict.RIGHT if _is_right(case, understood.text) else Verdict.WRONG_TEXT
    if there and there <= set(case.recipients_too):
        return Verdict.RIGHT
    may_post = case.wanted in POSTED or CERTAIN in case.also
    if not may_post or there != set(case.recipients):
        return Verdict.WRONG_PLACE
    return Verdict.RIGHT if _is_right(case, understood.text) else Verdict.WRONG_TEXT


def _is_right(case: Case, text: str) -> bool:
    """Whether a text is one of the right ones; one that was turned begins with a capital."""
    return text.casefold() in {right.casefold() for right in case.texts}
