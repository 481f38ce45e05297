"""Candidates are offered under names by which a listener can choose."""

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import Candidate, Kind


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["general-", "general_"], ["general dash", "general underscore"]),
        (["general", "general-"], ["general", "general dash"]),
        (["dev-ops", "dev_ops", "devops"], ["dev dash ops", "dev underscore ops", "devops"]),
        (["v1.2", "v1-2"], ["v1 dot 2", "v1 dash 2"]),
        (["design-team", "design-review"], ["design team", "design review"]),
        (["q3", "q-3"], ["q3", "q dash 3"]),
        (["Red-team", "redteam", "blue"], ["Red dash team", "redteam", "blue"]),
    ],
)
def test_channels_that_sound_alike_are_told_apart(names: list[str], told: list[str]):
    directory = Directory.of([], [Conversation(name, name, "channel") for name in names])
    candidates = tuple(Candidate(name, name, Kind.CHANNEL, 1.0, "any") for name in names)
    assert told_apart(candidates, directory) == told


@pytest.mark.parametrize(
    ("handles", "told"),
    [
        (["kevin", "park"], ["Kevin Park (kevin)", "Kevin Park (park)"]),
        (["k.park", "k_park"], ["Kevin Park (k dot park)", "Kevin Park (k underscore park)"]),
        (["", "kevin"], ["Kevin Park", "Kevin Park (kevin)"]),
    ],
)
def test_people_of_one_name_are_told_apart_by_their_handles(handles: list[str], told: list[str]):
    people = [Person(f"U{handle}", "Kevin Park", handle=handle) for handle in handles]
    candidates = tuple(
        Candidate(person.id, person.full_name, Kind.PERSON, 1.0, "any") for person in people
    )
    assert told_apart(candidates, Directory.of(people, [])) == told


def test_a_person_and_a_channel_that_sound_alike_are_told_apart():
    directory = Directory.of(
        [Person("U1", "Kevin Park")], [Conversation("C1", "kevin-park", "channel")]
    )
    candidates = (
        Candidate("U1", "Kevin Park", Kind.PERSON, 1.0, "any"),
        Candidate("C1", "kevin-park", Kind.CHANNEL, 1.0, "any"),
    )
    assert told_apart(candidates, directory) == ["Kevin Park", "kevin dash park"]
