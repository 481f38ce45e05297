"""Who is named somewhere in an answer: "sato no park no sato final answer". Pure.

Where an answer fits no pattern, the names in it still tell who is meant: the only one, or the last
one where words of correction stand between. One that is denied ("not kevin at all") is nobody's.
What else was said may mean anything, so that what comes of it is read back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import beside_an_answer
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before

_MOST_BEFORE, _MOST_BEHIND = 6, 3
"""So many words may stand around a name that is chosen, beside courtesies."""


@dataclass(frozen=True)
class Span:
    """A name in an answer, and whose it is."""

    start: int
    end: int
    of: str
    """An id; names that mean the same have the same."""


def meant_within(spoken: NameWords, names: Sequence[Span], language: Language) -> Span | None:
    """Return the name that is meant among those of an answer, in their order; None for none."""
    known = language.answers
    said = [
        name
        for name in names
        if not longest_before(
            known["negations"] | known["preferred_to"], spoken[: name.start], name.start
        )
        or longest_before(known["giving_up"], spoken[: name.start], name.start)
    ]
    if not said:
        return None
    if len({name.of for name in said}) == 1:
        return said[-1]
    last = said[-1]
    others = [name for name in said if name.of != last.of]
    between = range(others[-1].end, last.start)
    sorry = language.sent["refusing_leads"]
    corrected = any(
        gives_up(spoken, at, language) or longest_at(sorry, spoken, at) for at in between
    )
    return last if corrected else None


def gives_up(spoken: NameWords, at: int, language: Language) -> int:
    """Return how many words give up what was named before them; "rather than" keeps it."""
    known = language.answers
    length = longest_at(known["giving_up"], spoken, at)
    return 0 if longest_at(known["preferred_to"], spoken, at) > length else length


def changes_nothing(spoken: NameWords, name: Span, language: Language) -> bool:
    """Whether what stands around a name only fills in: "the tuna one sato", "sit rover sit park".

    It is a gate: what may deny, add, correct, tell or count something does not pass, nor does much
    behind the name, or a name that may be a plain word of a sentence ("we are off to the park").
    """
    beside = beside_an_answer(language)
    before = _without(spoken[: name.start], beside | language.answers["fillers"])
    after = _without(spoken[name.end :], beside | language.answers["closing_fillers"])
    if len(before) > _MOST_BEFORE or len(after) > _MOST_BEHIND:
        return False
    if after[:1] in language.be | language.modals | language.to | language.into:
        return False
    leads = language.determiners | language.prepositions | language.to | language.into
    is_plain = all(word in language.words for word in spoken[name.start : name.end])
    if is_plain and spoken[name.start - 1 : name.start] in leads and before[:-1]:
        return False
    return not any(_may_change(rest, language) for rest in (before, after))


def _may_change(spoken: NameWords, language: Language) -> bool:
    """Whether words may deny, correct, add, count or tell something."""
    known, asked = language.answers, language.asked
    changing = known["negations"] | known["changing"] | known["leaving"] | known["both"]
    changing |= language.conjunctions | language.signs["corrections"] | known["too"]
    changing |= asked["telling_verbs"] | asked["posting_verbs"] | asked["asking_verbs"]
    counting = language.signs["number_words"] - known["standing_for_it"]
    counting -= {(ordinal,) for ordinal in language.ordinals}
    return any(
        longest_at(changing | counting, spoken, at) or spoken[at].isdecimal()
        for at in range(len(spoken))
    )


def _without(spoken: NameWords, idle: PhraseSet) -> NameWords:
    """Return words without courtesies and fillers among them."""
    kept: list[str] = []
    at = 0
    while at < len(spoken):
        length = longest_at(idle, spoken, at)
        kept += [] if length else [spoken[at]]
        at += length or 1
    return tuple(kept)


def excuses(spoken: NameWords, name: Span, language: Language) -> bool:
    """Whether beside the name only the delay is excused: "sorry sato i was catching it"."""
    known = language.answers
    at, is_sorry = 0, False
    while at < name.start:
        length = longest_at(known["fillers"], spoken, at)
        if not length:
            return False
        is_sorry = is_sorry or spoken[at : at + length] in known["apologies"]
        at += length
    return is_sorry and longest_at(known["excusing"], spoken, name.end) > 0
