"""Which events a change makes, and what is in their envelopes."""

import base64
import json
from typing import Any

import pytest
from slack_sdk import WebClient

from local.workspace import EventOutlet, Workspace
from local.workspace.team.entities import DEFAULT_SCOPES, Conversation, Message, Person
from local.world.clock import SteppedClock


@pytest.fixture
def said(workspace: Workspace, kevin: Person, general: Conversation) -> Message:
    """Something that Kevin said in general before anybody listened."""
    return workspace.post(kevin, general, "Break a leg!")


def events(outlet: EventOutlet) -> list[dict[str, Any]]:
    """Return the events since the last look."""
    before = len(outlet.sent)
    outlet.deliver_due()
    return [envelope["event"] for envelope in outlet.sent[before:]]


def messages(outlet: EventOutlet) -> list[dict[str, Any]]:
    """Return the message events since the last look."""
    return [event for event in events(outlet) if event["type"] == "message"]


def test_an_envelope_has_what_slack_puts_into_it(
    outlet: EventOutlet, workspace: Workspace, said: Message, clock: SteppedClock
) -> None:
    outlet.deliver_due()
    [envelope] = outlet.sent
    assert envelope["type"] == "event_callback"
    assert envelope["team_id"] == envelope["context_team_id"] == workspace.team_id
    assert envelope["api_app_id"] == workspace.app_id
    assert envelope["event_id"].startswith("Ev")
    assert envelope["event_time"] == int(clock())
    assert envelope["context_enterprise_id"] is None
    assert envelope["is_ext_shared_channel"] is False
    assert envelope["token"]
    assert envelope["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": workspace.team_id,
            "user_id": workspace.find_person("Giselle").id,
            "is_bot": False,
            "is_enterprise_install": False,
        }
    ]
    version, _, context = envelope["event_context"].partition("-")
    assert version == "4"
    assert json.loads(base64.urlsafe_b64decode(context + "=="))["tid"] == workspace.team_id
    assert envelope["event"]["ts"] == said.ts


def test_every_event_has_an_id_of_its_own(
    outlet: EventOutlet, workspace: Workspace, kevin: Person, general: Conversation
) -> None:
    for _ in range(20):
        workspace.post(kevin, general, "x")
    outlet.deliver_due()
    assert len({envelope["event_id"] for envelope in outlet.sent}) == 20


def test_a_message_says_who_where_and_when(
    outlet: EventOutlet, said: Message, general: Conversation, kevin: Person
) -> None:
    [event] = events(outlet)
    assert event["type"] == "message"
    assert "subtype" not in event
    assert (event["channel"], event["channel_type"]) == (general.id, "channel")
    assert (event["user"], event["text"]) == (kevin.id, "Break a leg!")
    assert event["ts"] == event["event_ts"] == said.ts
    assert event["client_msg_id"]
    assert "bot_id" not in event


def test_the_apps_own_post_comes_back_as_the_persons_with_the_apps_marks(
    outlet: EventOutlet, slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    slack.chat_postMessage(channel=general.id, text="Hi", client_msg_id="c-1")
    [event] = events(outlet)
    assert event["user"] == workspace.find_person("Giselle").id
    assert (event["app_id"], event["bot_id"]) == (workspace.app_id, workspace.bot_id)
    assert event["bot_profile"]["id"] == workspace.bot_id
    assert event["client_msg_id"] == "c-1"


def test_an_answer_names_the_author_of_what_it_answers(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message
) -> None:
    events(outlet)
    workspace.post(workspace.find_person("Ana"), general, "Indeed", said.ts)
    [event] = events(outlet)
    assert (event["thread_ts"], event["parent_user_id"]) == (said.ts, said.user)


def test_an_answer_shown_in_the_channel_too_carries_its_parent(
    outlet: EventOutlet, slack: WebClient, general: Conversation, said: Message
) -> None:
    events(outlet)
    slack.chat_postMessage(channel=general.id, text="All", thread_ts=said.ts, reply_broadcast=True)
    [event] = events(outlet)
    assert event["subtype"] == "thread_broadcast"
    assert event["root"]["ts"] == said.ts


@pytest.mark.parametrize(
    ("kind", "channel_type"), [("private", "group"), ("im", "im"), ("mpim", "mpim")]
)
def test_the_kind_of_conversation_is_named(
    outlet: EventOutlet, workspace: Workspace, kevin: Person, kind: str, channel_type: str
) -> None:
    giselle, ana = workspace.find_person("Giselle"), workspace.find_person("Ana")
    places = {
        "private": workspace.add_channel("secret", private=True, members=[giselle, kevin]),
        "im": workspace.direct_message(giselle, kevin),
        "mpim": workspace.group_message([giselle, kevin, ana]),
    }
    workspace.post(kevin, places[kind], "psst")
    [event] = messages(outlet)
    assert event["channel_type"] == channel_type


def test_a_file_and_a_bot_have_their_subtypes(
    outlet: EventOutlet, workspace: Workspace, kevin: Person, general: Conversation
) -> None:
    plan = {"id": "F0PLAN", "title": "Plan", "filetype": "pdf"}
    workspace.post(kevin, general, "Look", subtype="file_share", files=(plan,))
    workspace.post_as_bot("Jenkins", general, "The build is green")
    file, bot = events(outlet)
    assert (file["subtype"], file["files"], file["user"]) == ("file_share", [plan], kevin.id)
    assert (bot["subtype"], bot["username"]) == ("bot_message", "Jenkins")
    assert bot["bot_id"]
    assert "user" not in bot


def test_an_edit_tells_both_texts(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message, kevin: Person
) -> None:
    events(outlet)
    workspace.edit(general, said.ts, "Break both & run")
    [event] = events(outlet)
    assert (event["subtype"], event["hidden"]) == ("message_changed", True)
    assert event["channel"] == general.id
    assert event["message"]["text"] == "Break both &amp; run"
    assert event["message"]["ts"] == said.ts
    assert event["message"]["edited"]["user"] == kevin.id
    assert event["previous_message"]["text"] == "Break a leg!"
    assert "edited" not in event["previous_message"]
    assert event["ts"] == event["event_ts"] > said.ts


def test_the_preview_of_a_link_is_a_change_without_a_new_text(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message
) -> None:
    events(outlet)
    workspace.unfurl(general, said.ts, {"title": "A page"})
    [event] = events(outlet)
    assert event["subtype"] == "message_changed"
    assert event["message"]["text"] == event["previous_message"]["text"]
    assert event["message"]["attachments"] == [{"title": "A page"}]


def test_a_deletion_names_what_is_gone(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message
) -> None:
    events(outlet)
    workspace.delete(general, said.ts)
    [event] = events(outlet)
    assert (event["subtype"], event["hidden"]) == ("message_deleted", True)
    assert (event["deleted_ts"], event["channel"]) == (said.ts, general.id)
    assert event["previous_message"]["text"] == "Break a leg!"
    assert event["ts"] > said.ts


def test_an_edit_and_a_deletion_by_the_app_are_told_too(
    outlet: EventOutlet, slack: WebClient, general: Conversation
) -> None:
    ts = slack.chat_postMessage(channel=general.id, text="x")["ts"]
    slack.chat_update(channel=general.id, ts=ts, text="y")
    slack.chat_delete(channel=general.id, ts=ts)
    subtypes = [event.get("subtype") for event in events(outlet)]
    assert subtypes == [None, "message_changed", "message_deleted"]


@pytest.mark.parametrize(
    ("private", "subtype"), [(False, "channel_archive"), (True, "group_archive")]
)
def test_archiving_is_told_once(
    outlet: EventOutlet, workspace: Workspace, private: bool, subtype: str
) -> None:
    channel = workspace.add_channel("old", private=private)
    workspace.archive(channel)
    workspace.archive(channel)
    [event] = messages(outlet)
    assert (event["type"], event["subtype"]) == ("message", subtype)
    assert event["channel"] == channel.id


def test_a_reaction_and_its_end_are_told_with_who_wrote_what_was_reacted_to(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message
) -> None:
    events(outlet)
    ana = workspace.find_person("Ana")
    workspace.react(general, said.ts, ana, "tada")
    workspace.react(general, said.ts, ana, "tada")
    workspace.unreact(general, said.ts, ana, "tada")
    workspace.unreact(general, said.ts, ana, "tada")
    added, removed = events(outlet)
    assert (added.pop("type"), removed.pop("type")) == ("reaction_added", "reaction_removed")
    assert added.pop("event_ts") < removed.pop("event_ts")
    item = {"type": "message", "channel": general.id, "ts": said.ts}
    assert added == {"user": ana.id, "reaction": "tada", "item_user": said.user, "item": item}
    assert removed == added


def test_what_an_integration_wrote_is_nobodys_item(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, kevin: Person
) -> None:
    ts = workspace.post_as_bot("Jenkins", general, "The build is green").ts
    events(outlet)
    workspace.react(general, ts, kevin, "tada")
    [event] = events(outlet)
    assert "item_user" not in event


def test_reactions_come_only_with_their_scope_and_from_what_can_be_seen(
    outlet: EventOutlet, workspace: Workspace, general: Conversation, said: Message, token: str
) -> None:
    kevin, ana = workspace.find_person("Kevin"), workspace.find_person("Ana")
    theirs = workspace.direct_message(kevin, ana)
    secret = workspace.post(kevin, theirs, "between us").ts
    workspace.react(theirs, secret, ana, "tada")
    workspace.revoke(token)
    scopes = set(DEFAULT_SCOPES) - {"reactions:read"}
    workspace.install_app(workspace.find_person("Giselle"), scopes)
    workspace.react(general, said.ts, kevin, "tada")
    assert [e["type"] for e in events(outlet) if e["type"].startswith("reaction")] == []


def test_what_nobody_with_the_app_can_see_is_not_told(
    outlet: EventOutlet, workspace: Workspace, kevin: Person
) -> None:
    ana = workspace.find_person("Ana")
    workspace.post(kevin, workspace.direct_message(kevin, ana), "between us")
    closed = workspace.add_channel("closed", private=True, members=[kevin, ana])
    workspace.post(kevin, closed, "among us")
    workspace.archive(closed)
    assert events(outlet) == []


def test_a_public_channel_is_seen_from_outside(
    outlet: EventOutlet, workspace: Workspace, kevin: Person
) -> None:
    workspace.post(kevin, workspace.add_channel("open", members=[kevin]), "all may read")
    assert [event["text"] for event in messages(outlet)] == ["all may read"]


def test_without_the_scope_for_a_history_its_events_do_not_come(
    workspace: Workspace, outlet: EventOutlet, token: str, kevin: Person, general: Conversation
) -> None:
    workspace.revoke(token)
    giselle = workspace.find_person("Giselle")
    workspace.install_app(giselle, set(DEFAULT_SCOPES) - {"im:history"})
    events(outlet)
    workspace.post(kevin, workspace.direct_message(giselle, kevin), "psst")
    workspace.post(kevin, general, "aloud")
    assert [event["text"] for event in events(outlet)] == ["aloud"]


def test_one_of_several_installations_is_named(
    outlet: EventOutlet, workspace: Workspace, kevin: Person, said: Message
) -> None:
    workspace.install_app(kevin)
    ana = workspace.find_person("Ana")
    workspace.post(ana, workspace.direct_message(kevin, ana), "for Kevin")
    outlet.deliver_due()
    named = [
        [one["user_id"] for one in envelope["authorizations"]]
        for envelope in outlet.sent
        if envelope["event"]["type"] == "message"
    ]
    assert named == [[workspace.find_person("Giselle").id], [kevin.id]]


def test_the_end_of_a_token_is_told_although_nobody_sees_anything_any_more(
    outlet: EventOutlet, workspace: Workspace, token: str, kevin: Person, general: Conversation
) -> None:
    workspace.revoke(token)
    workspace.revoke(token)
    [event] = events(outlet)
    giselle = workspace.find_person("Giselle").id
    assert (event["type"], event["tokens"]) == ("tokens_revoked", {"oauth": [giselle], "bot": []})
    workspace.post(kevin, general, "Anybody?")
    assert events(outlet) == []


def test_a_person_who_leaves_takes_their_token_along(
    outlet: EventOutlet, workspace: Workspace, kevin: Person
) -> None:
    workspace.deactivate(kevin)
    assert [event["type"] for event in events(outlet)] == ["user_change"]
    giselle = workspace.find_person("Giselle")
    workspace.deactivate(giselle)
    [event] = events(outlet)
    assert event["tokens"]["oauth"] == [giselle.id]


def test_removing_the_app_ends_every_token(
    outlet: EventOutlet, workspace: Workspace, kevin: Person
) -> None:
    workspace.install_app(kevin)
    workspace.uninstall_app()
    revoked, uninstalled = events(outlet)
    assert revoked["tokens"]["oauth"] == [workspace.find_person("Giselle").id, kevin.id]
    assert uninstalled["type"] == "app_uninstalled"
