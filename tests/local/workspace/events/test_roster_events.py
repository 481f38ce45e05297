"""What the app is told of people and conversations themselves, and through whom."""

from typing import Any

import pytest

from local.workspace import EventOutlet, Workspace
from local.workspace.team.entities import DEFAULT_SCOPES, Conversation, Person


@pytest.fixture
def giselle(workspace: Workspace) -> Person:
    return workspace.find_person("Giselle")


def told(outlet: EventOutlet) -> list[dict[str, Any]]:
    """Return the events since the last look, without the notices that stand in channels."""
    before = len(outlet.sent)
    outlet.deliver_due()
    events = [envelope["event"] for envelope in outlet.sent[before:]]
    return [event for event in events if event["type"] != "message"]


def kinds(outlet: EventOutlet) -> list[str]:
    return [event["type"] for event in told(outlet)]


def test_a_new_member_is_told_of_as_users_list_has_them(outlet, workspace, slack):
    bot = workspace.add_person("Build Bot", "buildy", "build-bot", is_bot=True)
    [event] = told(outlet)
    listed = {member["id"]: member for member in slack.users_list(limit=100)["members"]}
    assert (event["type"], event["user"]) == ("team_join", listed[bot.id])
    names = event["user"]["name"], event["user"]["profile"]["display_name"]
    assert (names, event["user"]["is_bot"]) == (("build-bot", "buildy"), True)


def test_every_change_of_a_member_is_told(outlet, workspace, kevin):
    workspace.change_person(kevin)
    workspace.change_person(kevin, real_name="Kevin Parker", display_name="kev", handle="kp")
    workspace.deactivate(kevin)
    workspace.reactivate(kevin)
    events = told(outlet)
    assert {event["type"] for event in events} == {"user_change"}
    assert [event["user"]["deleted"] for event in events] == [False, False, True, False]
    assert (events[1]["user"]["real_name"], events[1]["user"]["name"]) == ("Kevin Parker", "kp")
    assert workspace.find_person("kp") is workspace.find_person("Kevin Parker") is kevin


def test_what_happens_untold_is_not_told(outlet, workspace):
    with workspace.untold():
        workspace.add_person("Bea Ruiz")
        workspace.add_channel("new")
    assert told(outlet) == []


@pytest.mark.parametrize(("private", "prefix"), [(False, "channel"), (True, "group")])
def test_the_life_of_a_channel_is_told(outlet, workspace, slack, private, prefix):
    channel = workspace.add_channel("plans", private=private)
    made = kinds(outlet)
    assert made == ["member_joined_channel"] + ([] if private else ["channel_created"])
    workspace.rename(channel, "#Old-Plans")
    [renamed] = told(outlet)
    assert renamed["type"] == f"{prefix}_rename"
    assert (renamed["channel"]["id"], renamed["channel"]["name"]) == (channel.id, "old-plans")
    workspace.archive(channel)
    workspace.archive(channel)
    workspace.unarchive(channel)
    workspace.unarchive(channel)
    closed, opened = told(outlet)
    assert (closed["type"], closed["channel"]) == (f"{prefix}_archive", channel.id)
    assert (opened["type"], opened["channel"]) == (f"{prefix}_unarchive", channel.id)
    assert workspace.find_conversation("#old-plans") is channel
    types = "public_channel,private_channel"
    names = [
        conversation["name"] for conversation in slack.users_conversations(types=types)["channels"]
    ]
    assert "old-plans" in names


def test_joining_and_leaving_are_told_to_those_who_are_in(
    outlet: EventOutlet, workspace: Workspace, giselle: Person, kevin: Person
) -> None:
    channel = workspace.add_channel("plans", members=[kevin])
    assert kinds(outlet) == ["channel_created"]
    ana = workspace.find_person("Ana")
    workspace.join(ana, channel)
    assert told(outlet) == []
    workspace.join(giselle, channel)
    workspace.join(giselle, channel)
    [joined] = told(outlet)
    assert (joined["type"], joined["user"]) == ("member_joined_channel", giselle.id)
    workspace.leave(ana, channel)
    [left] = told(outlet)
    assert (left["type"], left["user"]) == ("member_left_channel", ana.id)
    workspace.leave(giselle, channel)
    workspace.leave(giselle, channel)
    [gone] = told(outlet)
    assert (gone["type"], gone["channel"]) == ("channel_left", channel.id)


def test_a_new_direct_or_group_message_is_told_to_who_is_in_it(
    outlet: EventOutlet, workspace: Workspace, giselle: Person, kevin: Person
) -> None:
    bea = workspace.add_person("Bea Ruiz", handle="bea")
    told(outlet)
    workspace.direct_message(kevin, bea)
    assert told(outlet) == []
    direct = workspace.direct_message(giselle, bea)
    [created] = told(outlet)
    assert (created["type"], created["channel"]["id"]) == ("im_created", direct.id)
    group = workspace.group_message([giselle, bea, kevin])
    [joined] = told(outlet)
    assert (joined["type"], joined["channel"]) == ("member_joined_channel", group.id)


def test_a_group_message_is_listed_by_its_name_alone(workspace, slack, giselle, kevin):
    group = workspace.group_message([giselle, workspace.find_person("Ana"), kevin])
    [listed] = slack.users_conversations(types="mpim")["channels"]
    assert (listed["id"], listed["name"]) == (group.id, "mpdm-giselle--ana--kevin-1")
    assert not {"user", "members"} & set(listed)


@pytest.mark.parametrize("scope", ["users:read", "channels:read", "im:read"])
def test_without_its_scope_an_event_does_not_come(
    outlet: EventOutlet,
    workspace: Workspace,
    token: str,
    giselle: Person,
    general: Conversation,
    scope: str,
) -> None:
    workspace.revoke(token)
    workspace.install_app(giselle, set(DEFAULT_SCOPES) - {scope})
    outlet.deliver_due()
    bea = workspace.add_person("Bea Ruiz")
    workspace.rename(general, "main")
    workspace.direct_message(giselle, bea)
    all_three = {
        "users:read": "team_join",
        "channels:read": "channel_rename",
        "im:read": "im_created",
    }
    assert kinds(outlet) == [kind for needed, kind in all_three.items() if needed != scope]
