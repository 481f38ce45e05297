"""The names of a workspace, whatever its size."""

import gzip
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from local.world.aws.moto_cloud import TABLE
from postbox.directory.entries import Conversation, Directory, DirectoryUpdate, Person
from postbox.directory.stores.directories import KEPT_SECONDS, PERIOD_SECONDS, Directories
from postbox.store import directory_keys as keys
from postbox.store.errors import MailboxUnavailable
from postbox.store.items import delete, put
from postbox.store.keys import team_partition
from postbox.store.table import Table
from tests.delivery.flaky import Flaky
from tests.postbox.directory.names.made import DIRECTORIES

ANA, SOUZA = Person("U1", "Ana Lima"), Person("U1", "Ana Souza")


@pytest.fixture
def directories(table) -> Directories:
    return Directories(table)


def test_a_workspace_without_a_directory_has_an_empty_one(directories):
    assert directories.get("T1") == Directory()
    assert directories.listed_at("T1") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(DIRECTORIES)
def test_a_directory_comes_back_as_it_was_saved(table, directory):
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
    channel = Conversation("C1", "dev-ops", "channel")
    directories.save("T1", Directory.of([ANA], [channel]), 1.0)
    index = directories.names("T1").index
    assert index.people["lima"] == (ANA,)
    assert index.channels["devops"] == (channel,)
    assert index.has_word("lima")


def test_workspaces_have_names_of_their_own(directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    directories.save("T2", Directory.of([SOUZA], []), 1.0)
    assert directories.get("T1").people["U1"] == ANA
    assert directories.get("T2").people["U1"] == SOUZA


def test_what_was_read_is_kept_until_there_is_something_newer(table, cloud):
    flaky = Flaky("reader", "dynamodb")
    reader = Directories(Table(flaky.clients(cloud)("reader", "dynamodb"), TABLE))
    Directories(table).save("T1", Directory.of([ANA], []), 1.0)
    flaky.arm(lambda number, operation: None)
    first = reader.names("T1")
    assert flaky.calls == 1
    assert first.directory.people["U1"] == first.directory.people["U1"] == ANA
    assert flaky.calls == 2
    assert reader.names("T1") is first
    assert flaky.calls == 3
    Directories(table).save("T1", Directory.of([SOUZA], []), 2.0)
    assert reader.get("T1").people["U1"] == SOUZA
    assert flaky.calls == 5


def parts(table: Table) -> set[str]:
    return {str(item["sk"]) for item in table.query(team_partition("T1"), "NAMES#")}


@pytest.fixture
def large(directories) -> Directory:
    """2,000 people, stored."""
    people = [Person(f"U{n:08}", f"Ann{n:x} Person{n * 7919:x}") for n in range(2_000)]
    directory = Directory.of(people, [Conversation("C1", "general", "channel")])
    directories.save("T1", directory, 1.0)
    return directory


def test_a_change_is_written_beside_what_is_stored_and_nothing_else(table, directories, large):
    before = parts(table)
    assert directories.update(
        "T1", DirectoryUpdate({"U00000001": replace(SOUZA, id="U00000001")}), 2.0
    )
    assert len(parts(table) - before) == 1
    names = Directories(table).names("T1")
    assert names.directory.people["U00000001"].real_name == "Ana Souza"
    assert [person.id for person in names.index.people["souza"]] == ["U00000001"]
    assert "ann1" not in names.index.people
    assert names.directory.people["U00000002"] == large.people["U00000002"]


def test_what_is_no_news_is_not_written(table, directories, large):
    before, current = parts(table), table.get(keys.names_manifest("T1"))
    same = DirectoryUpdate({"U00000001": large.people["U00000001"]}, {"C9": None})
    assert not directories.update("T1", same, 2.0)
    assert parts(table) == before
    assert table.get(keys.names_manifest("T1")) == current


def test_a_listing_writes_what_differs_from_what_is_stored(table, directories, large):
    before = parts(table)
    renamed = Person("U00000007", "Ana Lima")
    directories.save("T1", large.updated(DirectoryUpdate({renamed.id: renamed})), 2.0)
    assert len(parts(table) - before) == 1
    assert Directories(table).get("T1").people[renamed.id] == renamed
    directories.save("T1", large, 3.0)
    assert table.get(keys.names_manifest("T1"))["patch"] == []
    assert directories.listed_at("T1") == 3.0


def test_many_changes_are_written_into_the_tables(table, directories, monkeypatch):
    monkeypatch.setattr("postbox.directory.stores.directories.MOST_PATCHED", 1)
    directories.save("T1", Directory.of([ANA], []), 1.0)
    everybody = {"U2": Person("U2", "Kevin Park"), "U3": Person("U3", "Bea Ruiz")}
    assert directories.update("T1", DirectoryUpdate(everybody), 2.0)
    assert directories.is_worn("T1", 2.0)
    directories.renew("T1", 3.0)
    assert not directories.is_worn("T1", 3.0)
    assert table.get(keys.names_manifest("T1"))["patch"] == []
    assert set(Directories(table).get("T1").people) == {"U1", "U2", "U3"}


def test_parts_in_use_are_written_again_before_they_expire(table, directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    first = parts(table)
    assert directories.is_worn("T1", PERIOD_SECONDS + 1)
    directories.save("T1", Directory.of([ANA], []), PERIOD_SECONDS + 1.0)
    assert parts(table) > first
    assert not directories.is_worn("T1", PERIOD_SECONDS + 2)
    for name in parts(table) - first:
        item = table.get({"pk": team_partition("T1"), "sk": name})
        assert int(item["expires_at"]) == 2 * PERIOD_SECONDS + 1 + KEPT_SECONDS


def test_a_reader_under_way_still_finds_the_names_that_were_replaced(table, directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    reader = Directories(table).names("T1")
    directories.save("T1", Directory.of([SOUZA], []), 2.0, anew=True)
    assert reader.directory.people["U1"] == ANA
    assert reader.index.people["lima"] == (ANA,)


def test_with_a_part_of_the_names_missing_none_is_told_to_be_unknown(table, directories):
    directories.save("T1", Directory.of([ANA], []), 1.0)
    for name in parts(table):
        table.apply(delete({"pk": team_partition("T1"), "sk": name}))
    names = Directories(table).names("T1")
    with pytest.raises(MailboxUnavailable):
        names.directory.people.get("U1")
    with pytest.raises(MailboxUnavailable):
        names.index.people.get("kevin")
    directories.save("T1", Directory.of([ANA], []), 2.0, anew=True)
    assert Directories(table).names("T1").index.people["lima"] == (ANA,)


def test_names_indexed_by_other_sounds_are_indexed_when_they_are_read(table, directories):
    directory = Directory.of([ANA], [Conversation("C1", "dev-ops", "channel")])
    with pytest.MonkeyPatch.context() as before:
        before.setattr("postbox.directory.names.tables.tables.sound", str.upper)
        before.setattr("postbox.directory.names.index.sound", str.upper)
        directories.save("T1", directory, 1.0)
    item = table.get(keys.names_manifest("T1"))
    table.apply(put({**item, "language": "en"}))
    names = Directories(table).names("T1")
    assert names.directory == directory
    assert names.index.has_word("lima")
    assert names.index.people["lima"] == (ANA,)
    assert directories.is_worn("T1", 2.0)
    assert not directories.update("T1", DirectoryUpdate({"U1": SOUZA}), 2.0)
    directories.renew("T1", 2.0)
    assert Directories(table).names("T1").index.people["lima"] == (ANA,)
    assert not directories.is_worn("T1", 2.0)


def test_names_of_the_version_before_are_read_until_they_are_written_anew(table, directories):
    content = {"people": [["U1", "Ana Lima", "", "ana", True]], "index": {}}
    content["conversations"] = [["C1", "dev-ops", "channel", []], ["D1", "", "im", ["U1"]]]
    packed = gzip.compress(json.dumps(content).encode())
    for number, data in enumerate((packed[:50], packed[50:])):
        table.apply(put({**keys.directory_part("T1", "1.000-abc", number), "data": data}))
    table.apply(put({**keys.directory("T1"), "generation": "1.000-abc", "parts": 2}))
    names = directories.names("T1")
    assert names.directory.people == {"U1": Person("U1", "Ana Lima", "", "ana")}
    assert names.index.direct == {"U1": "D1"}
    assert directories.is_worn("T1", 2.0)
    directories.renew("T1", 2.0)
    assert Directories(table).get("T1") == names.directory
    assert not directories.is_worn("T1", 2.0)


def test_half_of_the_names_of_the_version_before_are_none(table, directories):
    packed = gzip.compress(json.dumps({"people": [], "conversations": []}).encode())
    table.apply(put({**keys.directory_part("T1", "1.000-abc", 0), "data": packed[:9]}))
    table.apply(put({**keys.directory("T1"), "generation": "1.000-abc", "parts": 2}))
    assert directories.get("T1") == Directory()
