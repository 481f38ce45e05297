"""The names of a workspace, whatever its size."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from mailbox.directory import Conversation, Directories, Directory, Person


@pytest.fixture
def directories(table) -> Directories:
    return Directories(table)


def test_a_workspace_without_a_directory_has_an_empty_one(directories):
    assert directories.get("T1") == Directory()
    assert directories.listed_at("T1") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(people=st.lists(st.builds(Person)), conversations=st.lists(st.builds(Conversation)))
def test_a_directory_comes_back_as_it_was_saved(table, people, conversations):
    directory = Directory.of(people, conversations)
    Directories(table).save("T1", directory, 1.0)
    assert Directories(table).get("T1") == directory


def test_ten_thousand_people_fit(table, directories):
    people = [Person(f"U{n:08}", f"Ann{n:x} Person{n * 7919:x}") for n in range(10_000)]
    channels = [Conversation(f"C{n:08}", f"team-{n:x}", "channel") for n in range(5_000)]
    directories.save("T1", Directory.of(people, channels), 5.0)
    found = Directories(table).get("T1")
    assert len(found.people) == 10_000
    assert found.conversations["C00004999"].name == "team-1387"


def test_a_new_generation_is_seen_at_once(directories):
    directories.save("T1", Directory.of([Person("U1", "Ana Lima")], []), 1.0)
    assert directories.get("T1").people["U1"].real_name == "Ana Lima"
    directories.save("T1", Directory.of([Person("U1", "Ana Souza")], []), 2.0)
    assert directories.get("T1").people["U1"].real_name == "Ana Souza"
    assert directories.listed_at("T1") == 2.0
