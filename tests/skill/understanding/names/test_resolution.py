"""What a spoken name means: one, a few or nobody."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.words import key
from skill.understanding.names.candidate import Kind
from skill.understanding.names.resolution import Certainty, Wanted
from tests.skill.understanding.workspace import alias, recipients, resolve, resolver, spoken

CERTAIN = """
    general = C1 · randum = C2
    dev ops = devops = dev-ops = dev dash ops = dev hyphen ops = development operations = C3
    q three planning = q 3 planning = q3 planning = q three dash planning = C4
    eng infra = eng underscore infra = engineering infrastructure = C5
    help desk us = help desk u s = helpdesk us = help dash desk dash us = C6
    research and development = C8
    kevin = kevin park = kaven park = kevin p = park = U1
    ana = ana lima = ana leema = anna lima = lima = U2
    steve = stephen = steven thomson = stephen thompson = thompson = U3
    catherine = kathryn o'brien = katherine obrien = U4
    josé = jose munoz = hosay munoz = U5
    bob miller = robert miller = bob = U6
"""
UNKNOWN = ["zebulon", "old kevin", "kevin park sato", "methuselah", "the", "x", "everyone", "…"]


def table() -> list[tuple[str, str]]:
    rows = [row for line in CERTAIN.splitlines() for row in line.split(" · ") if row.strip()]
    named = [[part.strip() for part in row.split(" = ")] for row in rows]
    return [(name, parts[-1]) for parts in named for name in parts[:-1]]


@pytest.mark.parametrize(("name", "identifier"), table())
def test_a_name_that_one_has_is_certain_however_it_is_said(name, identifier):
    found = resolve(name)
    assert found.certainty is Certainty.CERTAIN
    assert [candidate.id for candidate in found.candidates] == [identifier]


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_nobody_has_is_unknown(name):
    found = resolve(name)
    assert found.certainty is Certainty.UNKNOWN
    assert found.candidates == ()


@pytest.mark.parametrize("name", ["marta", "martha"])
def test_a_name_that_two_have_is_asked_about(name):
    found = resolve(name)
    assert found.certainty is Certainty.DOUBTFUL
    assert {candidate.id for candidate in found.candidates} == {"U8", "U9"}
    assert found.rivals == 2


@pytest.mark.parametrize(("name", "identifier"), [("marta stone", "U9"), ("sato", "U8")])
def test_the_last_name_tells_them_apart(name, identifier):
    found = resolve(name)
    assert (found.certainty, found.candidates[0].id) == (Certainty.CERTAIN, identifier)


def test_no_more_than_three_are_offered_and_all_are_counted():
    kevins = [Person(f"U{n}", f"Kevin {last}") for n, last in enumerate("ABCDE")]
    found = resolve("kevin", Directory.of(kevins, []))
    assert found.certainty is Certainty.DOUBTFUL
    assert (len(found.candidates), found.rivals) == (3, 5)


def test_those_who_were_written_to_are_offered_first():
    kevins = [Person(f"U{n}", f"Kevin {last}") for n, last in enumerate("ABCDE")]
    known = resolver(Directory.of(kevins, []), favourites=frozenset({"U4", "U3"}))
    found = known.resolve(("kevin",))
    assert [candidate.id for candidate in found.candidates] == ["U3", "U4", "U0"]


def test_who_was_written_to_is_not_taken_for_another_of_the_name():
    known = resolver(favourites=frozenset({"U8"}))
    assert known.resolve(("marta",)).certainty is Certainty.DOUBTFUL


def test_a_person_and_a_channel_of_one_name_are_asked_about_unless_it_is_said_which():
    both = Directory.of([Person("U1", "Ana Lima")], [Conversation("C1", "ana-lima", "channel")])
    assert resolve("ana lima", both).certainty is Certainty.DOUBTFUL
    channel = recipients("the ana lima channel", both)
    assert channel.certainty is Certainty.CERTAIN
    assert channel.resolutions[0].candidates[0].id == "C1"
    person = resolver(both).resolve(("ana", "lima"), Wanted(kind=Kind.PERSON))
    assert (person.certainty, person.candidates[0].id) == (Certainty.CERTAIN, "U1")


def test_scores_say_why():
    (found,) = resolve("general").candidates
    assert (found.score, found.name, found.kind) == (1.0, "general", Kind.CHANNEL)
    (heard,) = resolve("ana leema").candidates
    assert heard.score < 1.0
    assert "sound" in heard.why
    assert resolve("bob").candidates[0].why.endswith("nickname")


def test_a_learned_name_wins_over_everything():
    learned = {"boss": alias("U2", "Ana Lima"), "kevin": alias("U6", "Robert Miller")}
    known = resolver(aliases=learned)
    for name, identifier in (("boss", "U2"), ("kevin", "U6")):
        found = known.resolve(spoken(name))
        assert found.certainty is Certainty.CERTAIN
        assert found.candidates[0].id == identifier
    assert known.resolve(("kevin", "park")).candidates[0].id == "U1"


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_whatever_is_learned_is_certain(said):
    name = spoken(" ".join(said))
    known = resolver(aliases={key(name): alias("U2", "Ana Lima")})
    if name:
        assert known.resolve(name).candidates == (alias("U2", "Ana Lima"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Declan McInnes", "Declan Macinnes"),
        ("Kay Erskine", "Kay Erskin"),
    ],
)
def test_whole_names_that_an_ear_may_mistake_for_each_other_are_asked_about(one, other):
    team = Directory.of([Person("U1", one, "", "one"), Person("U2", other, "", "other")], [])
    for name in (one, other):
        found = resolve(name.lower(), team)
        assert found.certainty is Certainty.DOUBTFUL
        assert {candidate.id for candidate in found.candidates} == {"U1", "U2"}


def test_a_whole_name_as_it_is_written_is_not_one_that_merely_sounds_like_it():
    team = Directory.of([Person("U1", "Jun Zhou", "", "a"), Person("U2", "Jun Zhao", "", "b")], [])
    assert resolve("jun zhou", team).certainty is Certainty.CERTAIN
    assert resolve("june zho", team).certainty is not Certainty.CERTAIN


def test_the_ending_tells_francesco_from_francesca():
    team = Directory.of(
        [Person("U1", "Francesco Rossi", "", "a"), Person("U2", "Francesca Bianchi", "", "b")], []
    )
    assert resolve("francesco", team).certainty is Certainty.CERTAIN


def test_a_title_is_no_part_of_a_name():
    assert resolve("doctor kevin park").candidates[0].id == "U1"


def test_what_is_spelled_is_found_where_a_channel_has_it_among_its_words():
    team = Directory.of([], [Conversation("C1", "q4-kpis", "channel")])
    assert [one.id for one in resolve("k p i's", team).candidates] == ["C1"]
    assert resolve("k p i's", team).certainty is not Certainty.CERTAIN
