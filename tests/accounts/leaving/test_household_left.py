"""What a household chose, and who spoke in it, goes with its last account; the trail stays."""

from collections.abc import Iterator

import pytest

from bridge.events.effects import KEPT_WHEN_REVOKED
from bridge.refresh_lambda import SCHEDULED
from local.cli.audit.trail import trail_of
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.households.stores.audit_trail import day_of
from postbox.households.stores.voices import VoiceRules
from postbox.links.stores.links import Links
from postbox.store.table import Table
from tests.accounts.linking_world import Linked
from tests.accounts.people import linked

PEOPLE = ("Giselle", "Kevin Park")
VOICE_SIDES = ("HOUSEHOLD#", "CHOICE#")


@pytest.fixture
def room() -> Iterator[PlayedInProcess]:
    with world_for(Setting(people=PEOPLE, linked=PEOPLE)) as world:
        for person in PEOPLE:
            world.speak_as(person)
            world.say("open slack")
            world.say("stop")
        world.say("ask slack to set my privacy to counts only in this household")
        yield world


def kept(world: PlayedInProcess) -> list[str]:
    items = world.parts.cloud.client("dynamodb").scan(TableName=TABLE)["Items"]
    return [item["sk"]["S"] for item in items if item["pk"]["S"].startswith(VOICE_SIDES)]


def unlink(world: PlayedInProcess, person: str) -> None:
    world.speak_as(person)
    world.say("ask slack to unlink my slack")
    world.say("yes")
    world.advance(1)
    world.parts.refresh({"detail-type": SCHEDULED})


def test_the_last_who_leaves_a_household_takes_its_choices_along(room: PlayedInProcess):
    assert "RULES" in kept(room)
    unlink(room, "Kevin Park")
    # Giselle still speaks there: what the household chose binds her guests.
    assert "RULES" in kept(room)
    assert len(kept(room)) == 3
    unlink(room, "Giselle")
    assert kept(room) == []


def test_what_was_heard_goes_too_in_each_conversation_and_in_all_of_them():
    with world_for(Setting(people=PEOPLE, linked=PEOPLE)) as room:
        (kevin,) = [
            link
            for link in Links(Table(room.parts.cloud.client("dynamodb"), TABLE)).of_team(
                room.parts.workspace.team_id
            )
            if link.user_name.startswith("kevin")
        ]
        workspace = room.parts.workspace
        people = [workspace.find_person(name) for name in PEOPLE]
        workspace.post(people[0], workspace.direct_message(*people), "break a leg")
        room.settle()
        room.speak_as("Kevin Park")
        assert room.say("ask slack for replies").heard == "Giselle says: break a leg"
        assert of_link(room, kevin.link_id) >= {"READ", "SPEAKER", "TEAM", "USES"}
        unlink(room, "Kevin Park")
        assert of_link(room, kevin.link_id) == {"AUDIT", "DUE"}


def of_link(room: PlayedInProcess, link_id: str) -> set[str]:
    items = room.parts.cloud.client("dynamodb").scan(TableName=TABLE)["Items"]
    return {item["pk"]["S"].partition("#")[0] for item in items if link_id in str(item)}


def test_a_run_that_dies_between_is_finished_by_the_next(
    room: PlayedInProcess, monkeypatch: pytest.MonkeyPatch
):
    real = VoiceRules.members
    monkeypatch.setattr(VoiceRules, "members", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        unlink(room, "Kevin Park")
    monkeypatch.setattr(VoiceRules, "members", real)
    unlink(room, "Giselle")
    assert kept(room) == []


def trail(world: Linked) -> list[list[str]]:
    return [line.split("  ")[1:] for line in trail_of(world.table, day_of(world.now))]


def test_linking_is_in_the_trail_with_the_account_that_it_made(world: Linked):
    tokens = world.linked("Giselle")
    account = world.access.account_of(tokens["access_token"], world.now)
    (link,) = account.links
    assert trail(world) == [["linked", account.account_id, link.link_id, "-", link.link_id]]


def test_a_linking_that_is_not_finished_is_in_no_trail(world: Linked):
    browser = world.browser()
    browser.consent("Giselle")
    browser.press("/authorize/cancel")
    assert trail(world) == []


def test_what_slack_takes_back_is_in_the_trail_and_ends_the_account_within_a_day(world: Linked):
    giselle, _kevin = linked(world, "Giselle"), linked(world, "Kevin")
    (account_id,) = world.accounts.users_of(giselle.link_id)
    VoiceRules(world.table).note_member("house", account_id)
    workspace = world.parts.workspace
    for installation in workspace.installations.active():
        if installation.person.id == giselle.user_id:
            workspace.revoke(installation.token)
    world.parts.pump()
    assert trail(world)[-1] == ["unlinked", "-", giselle.link_id, "-"]
    world.parts.clock.step(KEPT_WHEN_REVOKED)
    world.parts.refresh({"detail-type": SCHEDULED})
    fronts = {item["pk"]["S"].partition("#")[0] for item in world.items()}
    assert "HOUSEHOLD" not in fronts
    assert world.accounts.get(account_id) is None
    of_giselle = [item for item in world.items() if account_id in str(item)]
    assert {item["pk"]["S"].partition("#")[0] for item in of_giselle} <= {
        *("AUDIT", "ACCESS", "FAMILY", "CODE"),
    }
