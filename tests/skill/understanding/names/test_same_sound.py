"""Names that sound alike tie: it is asked who is meant, however Alexa writes the name down."""

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from postbox.directory.entries import Directory, Person
from postbox.directory.names.ear import respellings, sound
from skill.understanding.names.resolution import Certainty
from tests.skill.understanding.workspace import resolve

GIVEN = """
    stephen steven stevan · irma erma · edmund edmond · gerald jerold jerrold · mabel mable
    darryl darrell daryl · siobhan shivaun chevonne · niamh neve · caoimhe keeva · zara zahra
    sunil suneel · rashid rasheed · yusuf yousef youssef · soren soeren · sonny sunny
    casey kacey kaci · hailey haley hayleigh · bert burt · kai kye cai · sue sioux · rose rows
"""
FAMILY = """
    feldman feldmann · hawkes hawks · cortez cortes · riddle riddell · wilburn wilborn wilbourne
    xu shu hsu · zhao jow · kohn cone cohen · boudreau boudreaux · weiss wise weis · keogh kehoe
    reid reed · lindqvist lindquist · maher meagher · clough cluff · mccrae mccray mccrea
"""
NEITHER = """
    casey cassie · haley hallie · lynn leanne · dana danna · maria mariah · eli ellie · kylie keely
"""


def rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", " · ").split(" · ") if row.split()]


ROWS = [("{} okafor", row) for row in rows(GIVEN)] + [("olga {}", row) for row in rows(FAMILY)]


def offered(said: str, *names: str) -> set[str]:
    """Return the names of those among whom is asked; nobody where one is certain, or unknown."""
    people = [Person(f"U{number}", name.title()) for number, name in enumerate(names)]
    found = resolve(said, Directory.of([*people, Person("U9", "Xolani Dube")], []))
    asked = found.certainty is Certainty.DOUBTFUL
    return {candidate.name.lower() for candidate in found.candidates} if asked else set()


@pytest.mark.parametrize(("name", "row"), ROWS, ids=str)
def test_of_names_that_sound_alike_each_spelling_asks_among_all_bearers(name, row):
    spellings = [name.format(spelling) for spelling in row]
    for said in spellings:
        for bearers in combinations(spellings, 2):
            assert offered(said, *bearers) == set(bearers)


@pytest.mark.parametrize("row", rows(NEITHER), ids=" ".join)
def test_names_that_are_only_written_alike_are_told_apart(row):
    names = [f"{name} okafor" for name in row]
    for said in names:
        assert offered(said, *names) == set()


def test_the_last_names_of_both_may_be_written_otherwise_too():
    bearers = {"stephen thomson", "steven thompson"}
    assert offered("steven thomson", *bearers) == bearers


def by_sound() -> list[list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted({*respellings(), *respellings().values()}):
        found[sound(name)].append(name)
    return [names for names in found.values() if len(names) > 1]


@given(st.data())
def test_whichever_of_the_same_sound_is_said_any_two_bearers_are_offered(data):
    """Tying is symmetric and transitive."""
    one_sound = st.sampled_from(data.draw(st.sampled_from(by_sound())))
    said, one, other = data.draw(st.tuples(one_sound, one_sound, one_sound))
    bearers = {f"{name} okafor" for name in (one, other)}
    if len(bearers) > 1:
        assert offered(f"{said} okafor", *bearers) == bearers
