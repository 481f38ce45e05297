"""The directory follows Slack's events, without asking Slack where that is not needed."""

from collections import Counter
from collections.abc import Iterator

import pytest

from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.directory.change import ChangeKind
from postbox.directory.entries import Person
from postbox.links.link import LinkState
from postbox.links.stores.links import PERSONAL, Links
from tests.delivery.flaky import Flaky
from tests.entry.directory.named import ASKED, Named

LISTS = ("users.list", "users.conversations")


@pytest.fixture
def named(world: PlayedInProcess) -> Iterator[Named]:
    found = Named(world)
    # Well after the first listing: what happens now is surely not in it.
    world.advance(120)
    return found


def calls(named: Named) -> list[int]:
    return [named.workspace.calls[method] for method in LISTS]


def test_people_come_change_and_leave_without_a_call(named: Named):
    workspace, before = named.workspace, calls(named)
    kevin, ana = workspace.find_person("Kevin"), workspace.find_person("Ana")
    bea = workspace.add_person("Bea Ruiz", "bee", "bea")
    workspace.change_person(kevin, real_name="Kevin Parker", display_name="kev")
    workspace.deactivate(ana)
    assert named.told()["names"] == "changed"
    people = named.directory.people
    assert people[bea.id] == Person(bea.id, "Bea Ruiz", "bee", "bea")
    assert people[kevin.id].display_name == "kev"
    assert not people[ana.id].reachable
    assert calls(named) == before


def test_channels_are_renamed_closed_and_left_without_a_call(named):
    workspace, before = named.workspace, calls(named)
    workspace.rename(workspace.find_conversation("general"), "main")
    workspace.archive(workspace.find_conversation("random"))
    named.told()
    assert named.channels() == {"main"}
    workspace.leave(workspace.find_person("Giselle"), workspace.find_conversation("main"))
    named.told()
    assert named.channels() == set()
    assert calls(named) == before


def test_what_the_speaker_gets_into_is_listed_and_the_people_are_not(named):
    workspace, (people, conversations) = named.workspace, calls(named)
    giselle, kevin = workspace.find_person("Giselle"), workspace.find_person("Kevin")
    with workspace.untold():
        others = workspace.add_channel("others", members=[kevin])
        old = workspace.add_channel("old")
        workspace.archive(old)
    workspace.add_channel("made-by-giselle", members=[giselle])
    workspace.join(giselle, others)
    workspace.unarchive(old)
    bea = workspace.add_person("Bea Ruiz")
    direct = workspace.direct_message(giselle, bea)
    group = workspace.group_message([giselle, kevin, bea])
    assert named.told()["names"] == "listed"
    assert named.channels() == {"general", "random", "made-by-giselle", "others", "old"}
    assert named.directory.conversations[direct.id].with_users == (bea.id,)
    assert named.directory.conversations[group.id].with_users == (kevin.id, bea.id)
    assert calls(named) == [people, conversations + 1]


def test_an_integration_without_a_name_is_asked_for_once_and_kept_by_listings(named):
    workspace, general = named.workspace, named.workspace.find_conversation("general")
    bot_id = workspace.add_integration("Deploys")
    for _ in range(2):
        workspace.post_as_bot("", general, "web is live", further={"bot_id": bot_id})
        named.told()
    named.refresh(ASKED)
    assert named.directory.people[bot_id] == Person(bot_id, "Deploys", reachable=False)
    assert workspace.calls["bots.info"] == 1


def test_an_integration_that_slack_does_not_tell_of_stops_no_other_name(named):
    workspace, general = named.workspace, named.workspace.find_conversation("general")
    workspace.post_as_bot("", general, "web is live", further={"bot_id": "B0NOBODY"})
    workspace.change_person(workspace.find_person("Kevin"), display_name="kev")
    assert named.told()["names"] == "changed"
    assert "B0NOBODY" not in named.directory.people


def test_what_others_get_into_is_not_kept(named):
    workspace = named.workspace
    general = workspace.find_conversation("general")
    with workspace.untold():
        bea = workspace.add_person("Bea Ruiz")
    workspace.join(bea, general)
    workspace.leave(bea, general)
    workspace.add_channel("not-ours", members=[bea])
    assert named.told()["names"] == "nothing to do"
    assert named.changes == []


def test_what_changes_nothing_saves_nothing(named):
    generation = named.generation
    for person in named.workspace.people:
        named.workspace.change_person(person)
    assert named.told()["names"] == "nothing to do"
    assert named.generation == generation


def test_changes_are_forgotten_once_nothing_older_can_come(named):
    named.workspace.change_person(named.workspace.find_person("Kevin"), display_name="kev")
    named.told()
    assert len(named.changes) == 1
    named.world.advance(1000)
    assert named.changes == []
    assert [person.display_name for person in named.directory.people.values()].count("kev") == 1


def test_an_older_event_that_comes_late_does_not_undo_a_newer_one(named):
    workspace = named.workspace
    kevin = workspace.find_person("Kevin")
    outlet = named.world.parts.outlet
    workspace.change_person(kevin, display_name="one")
    named.told()
    late = outlet.sent[-1]
    workspace.change_person(kevin, display_name="two")
    named.told()
    named.world.advance(301)
    outlet.redeliver(late)
    named.told()
    assert named.directory.people[kevin.id].display_name == "two"


def test_leaving_and_coming_back_ends_with_being_there(named):
    workspace = named.workspace
    giselle, general = workspace.find_person("Giselle"), workspace.find_conversation("general")
    for _ in range(3):
        workspace.leave(giselle, general)
        workspace.join(giselle, general)
    named.told()
    assert "general" in named.channels()
    workspace.leave(giselle, general)
    named.told()
    assert "general" not in named.channels()


def test_a_status_costs_one_call_to_the_table():
    """In a large workspace somebody changes theirs every second."""
    flaky = Flaky("receive", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        named = Named(world)
        world.advance(120)
        kevin = named.workspace.find_person("Kevin")
        named.workspace.change_person(kevin)
        world.settle()
        asked: Counter[str] = Counter()
        flaky.arm(lambda _number, operation: asked.update([operation]))
        for _ in range(10):
            named.workspace.change_person(kevin)
        world.settle()
        assert asked == {"put_item": 10}
        assert len(named.changes) == 1


def test_a_workspace_that_nobody_linked_has_nothing_kept():
    with world_for(Setting(), linked=False) as world:
        named = Named(world)
        named.workspace.add_person("Bea Ruiz")
        named.workspace.rename(named.workspace.find_conversation("general"), "main")
        named.told()
        assert named.changes == []


def test_a_default_conversation_that_is_closed_or_comes_back_is_noticed(named):
    general = named.workspace.find_conversation("general")
    named.workspace.archive(general)
    assert not named.told()["default_conversation_found"]
    named.workspace.unarchive(general)
    assert named.told()["default_conversation_found"]


# ------------------------------------------------------------------- events while a listing goes on


@pytest.fixture
def half_listed(named: Named, monkeypatch: pytest.MonkeyPatch) -> Named:
    """A day later: the conversations and two of the people are listed again, the rest is not."""
    monkeypatch.setattr("bridge.directory.refresh.LARGE_PAGE", 2)
    named.workspace.limits.per_minute["users.list"] = 1
    named.refresh(ASKED)
    assert (named.listing.people_pages, named.listing.is_complete) == (1, False)
    return named


def finish(named: Named) -> None:
    named.workspace.limits.per_minute["users.list"] = 20
    named.world.advance(300)
    assert named.listing.is_complete


def test_what_is_told_meanwhile_counts_at_once_and_stands_above_older_pages(half_listed: Named):
    workspace = half_listed.workspace
    giselle = workspace.find_person("Giselle")
    listed_already = half_listed.directory.people[giselle.id]
    half_listed.world.parts.clock.step(1)
    workspace.change_person(giselle, display_name="gigi")
    workspace.archive(workspace.find_conversation("random"))
    workspace.rename(workspace.find_conversation("general"), "main")
    half_listed.told()
    assert not half_listed.listing.is_complete
    for _ in range(2):
        assert half_listed.directory.people[giselle.id].display_name == "gigi"
        assert half_listed.channels() == {"main"}
        finish(half_listed)
    half_listed.world.advance(1000)
    assert half_listed.changes == []
    assert half_listed.directory.people[giselle.id] != listed_already
    assert half_listed.channels() == {"main"}


def test_what_the_speaker_joins_meanwhile_is_listed_afterwards(half_listed):
    workspace = half_listed.workspace
    half_listed.world.parts.clock.step(1)
    workspace.add_channel("brand-new")
    half_listed.told()
    finish(half_listed)
    half_listed.world.advance(600)
    assert "brand-new" in half_listed.channels()
    calls = half_listed.workspace.calls["users.conversations"]
    half_listed.world.advance(3600)
    assert half_listed.workspace.calls["users.conversations"] == calls


def test_an_event_from_before_the_listing_does_not_undo_its_pages(named):
    """Slack tells of one change, and of the later one only the listing."""
    workspace = named.workspace
    kevin = workspace.find_person("Kevin")
    workspace.change_person(kevin, display_name="one")
    with workspace.untold():
        workspace.change_person(kevin, display_name="two")
    named.world.parts.clock.step(200)
    named.told(ASKED)
    named.world.advance(600)
    assert named.directory.people[kevin.id].display_name == "two"


# ------------------------------------------------------------------------------- tokens that end


def test_news_of_an_older_tokens_end_does_not_break_the_newer_link(named):
    workspace, outlet = named.workspace, named.world.parts.outlet
    deliver = named.world.parts.outlet.deliver_due
    outlet.deliver_due = lambda *_: 0
    named.world.revoke()
    named.world.parts.clock.step(30)
    named.world.relink()
    outlet.deliver_due = deliver
    named.world.settle()
    told = [envelope["event"]["type"] for envelope in outlet.sent]
    assert "tokens_revoked" in told
    link = Links(named.table).get(PERSONAL)
    assert link is not None
    assert link.state is LinkState.ACTIVE
    workspace.revoke(named.world.token)
    named.world.settle()
    ended = Links(named.table).get(PERSONAL)
    assert ended is not None
    assert ended.state is LinkState.BROKEN


def test_every_kind_of_change_has_an_aspect():
    assert {kind.aspect for kind in ChangeKind} == {"person", "name", "standing", "moved", "bot"}
