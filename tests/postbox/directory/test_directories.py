"""The names of a workspace, whatever its size."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from local.world.moto_cloud import TABLE
from postbox.directory.entries import Conversation, Directory, Person
from postbox.directory.names.index import NameIndex
from postbox.directory.stores.directories import KEPT_SECONDS, Directories
from postbox.store import keys
from postbox.store.table import Table, delete
from tests.delivery.flaky import Flaky

ANA, SOUZA = Person("U1", "Ana Lima"), Person("U1", "Ana Souza")


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


def test_the_index_comes_with_the_names(directories):
    directory = Directory.of([ANA], [Conversation("C1", "dev-ops", "channel")])
    directories.save("T1", directory, 1.0)
    names = directories.names("T1")
    assert names.index == NameIndex.of(directory)
    assert names.index.people["lima"] == [0]


def test_workspaces_have_names_of_their_own(directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    directories.save("T2", Directory.of([SOUZA], []), 1.0)
    assert directories.get("T1").people["U1"] == ANA
    assert directories.get("T2").people["U1"] == SOUZA


def test_names_that_were_read_are_kept_until_there_are_newer_ones(table, cloud):
    flaky = Flaky("reader", "dynamodb")
    reader = Directories(Table(flaky.clients(cloud)("reader", "dynamodb"), TABLE))
    Directories(table).save("T1", Directory.of([ANA], []), 1.0)
    flaky.arm(lambda number, operation: None)
    first = reader.names("T1")
    assert flaky.calls == 2
    assert reader.names("T1") is first
    assert flaky.calls == 3
    Directories(table).save("T1", Directory.of([SOUZA], []), 2.0)
    assert reader.get("T1").people["U1"] == SOUZA
    assert flaky.calls == 5


def test_large_names_are_in_several_slices_that_one_read_joins(table, directories, monkeypatch):
    monkeypatch.setattr("postbox.directory.stores.directories.SLICE_BYTES", 500)
    directory = Directory.of([Person(f"U{n:08}", f"{n * 7919:x}") for n in range(1000)], [])
    directories.save("T1", directory, 1.0)
    assert int(table.get(keys.directory("T1"))["parts"]) > 12
    assert Directories(table).get("T1") == directory


def first_slice(table: Table) -> keys.Key:
    current = table.get(keys.directory("T1"))
    assert current is not None
    return keys.directory_part("T1", str(current["generation"]), 0)


def test_a_reader_under_way_still_finds_the_names_that_were_replaced(table, directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    old = first_slice(table)
    directories.save("T1", Directory.of([SOUZA], []), 2.0)
    assert first_slice(table) != old
    left = table.get(old)
    assert left is not None
    assert int(left["expires_at"]) == 1 + KEPT_SECONDS


def test_names_of_which_a_slice_is_missing_are_none_rather_than_half_of_them(table, directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    table.apply(delete(first_slice(table)))
    assert Directories(table).get("T1") == Directory()
