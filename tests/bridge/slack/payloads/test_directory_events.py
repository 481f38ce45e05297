"""What each of Slack's events tells of people and conversations."""

from typing import Any

import pytest

from bridge.slack.payloads.directory_events import DirectoryEvent
from bridge.slack.payloads.events import NotAnEvent, read
from postbox.directory.change import ChangeKind, DirectoryChange

AT = 1790000000.000200


def told(**event: Any) -> DirectoryEvent:
    change = read(
        {
            "team_id": "T1",
            "event_id": "Ev1",
            "event_time": 1790000001,
            "event": {"event_ts": "1790000000.000200", **event},
        }
    )
    assert isinstance(change, DirectoryEvent)
    return change


def user(**changes: Any) -> dict[str, Any]:
    profile = {"real_name": "Ana Lima", "display_name": "ana l"}
    return {"id": "U1", "name": "ana", "deleted": False, "profile": profile} | changes


@pytest.mark.parametrize("kind", ["user_change", "team_join"])
def test_a_member_is_told_of_with_all_their_names(kind):
    change = DirectoryChange(
        "T1", "U1", ChangeKind.PERSON, AT, "Ev1", "ana", "Ana Lima", "ana l", reachable=True
    )
    assert told(type=kind, user=user()) == DirectoryEvent(change)


@pytest.mark.parametrize(
    "changes",
    [
        {"deleted": True},
        {"is_bot": True},
        {"is_workflow_bot": True},
        {"id": "USLACKBOT"},
        {"id": "USLACK"},
    ],
)
def test_who_cannot_be_written_to_is_marked(changes):
    assert not told(type="user_change", user=user(**changes)).change.reachable


@pytest.mark.parametrize("changes", [{"is_stranger": True}, {"is_restricted": True}])
def test_strangers_and_guests_are_people(changes):
    assert told(type="user_change", user=user(**changes)).change.reachable


def test_names_may_be_missing():
    change = told(type="team_join", user={"id": "U1"}).change
    assert (change.real_name, change.display_name, change.name) == ("", "", "")
    assert told(type="team_join", user=user(profile=None, real_name="A")).change.real_name == "A"


@pytest.mark.parametrize(
    ("event", "kind", "only_for"),
    [
        ({"type": "channel_archive", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "group_archive", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "channel_deleted", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "group_deleted", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "channel_left", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "group_left", "channel": "C1"}, ChangeKind.GONE, None),
        ({"type": "member_left_channel", "channel": "C1", "user": "U2"}, ChangeKind.GONE, "U2"),
        ({"type": "channel_unarchive", "channel": "C1"}, ChangeKind.UNKNOWN, None),
        ({"type": "group_unarchive", "channel": "C1"}, ChangeKind.UNKNOWN, None),
        ({"type": "group_open", "channel": "C1", "user": "U2"}, ChangeKind.UNKNOWN, None),
        (
            {"type": "im_created", "channel": {"id": "C1", "is_im": True}, "user": "U2"},
            ChangeKind.UNKNOWN,
            None,
        ),
        (
            {"type": "channel_created", "channel": {"id": "C1", "name": "x", "creator": "U2"}},
            ChangeKind.UNKNOWN,
            "U2",
        ),
        (
            {"type": "member_joined_channel", "channel": "C1", "user": "U2"},
            ChangeKind.UNKNOWN,
            "U2",
        ),
    ],
)
def test_what_becomes_of_a_conversation_is_told(event, kind, only_for):
    change = DirectoryChange("T1", "C1", kind, AT, "Ev1")
    assert told(**event) == DirectoryEvent(change, only_for)


@pytest.mark.parametrize("kind", ["channel_rename", "group_rename"])
def test_a_new_name_is_told(kind):
    change = told(type=kind, channel={"id": "C1", "name": "main", "created": 1}).change
    assert (change.kind, change.id, change.name) == (ChangeKind.NAME, "C1", "main")


def test_a_new_id_is_told_with_the_one_before():
    change = told(type="channel_id_changed", old_channel_id="G1", new_channel_id="C1").change
    assert (change.kind, change.id, change.name) == (ChangeKind.MOVED, "G1", "C1")


def test_an_event_without_a_time_of_its_own_has_its_envelopes():
    assert told(type="channel_archive", channel="C1", event_ts=None).change.at == 1790000001.0


@pytest.mark.parametrize(
    "event",
    [
        {"type": "user_change"},
        {"type": "user_change", "user": {}},
        {"type": "user_change", "user": "U1"},
        {"type": "channel_rename", "channel": "C1"},
        {"type": "channel_created", "channel": {"id": "C1"}},
        {"type": "channel_archive"},
        {"type": "channel_id_changed", "old_channel_id": "G1"},
        {"type": "channel_id_changed", "old_channel_id": "G1", "new_channel_id": "C 1"},
        {"type": "channel_archive", "channel": {}},
        {"type": "member_joined_channel", "channel": "C1"},
        {"type": "channel_archive", "channel": "C1", "event_ts": "nan"},
        {"type": "channel_archive", "channel": "C1", "event_ts": "soon"},
    ],
)
def test_what_makes_no_sense_is_no_event(event):
    with pytest.raises(NotAnEvent):
        told(**event)
