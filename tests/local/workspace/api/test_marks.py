"""How far somebody has read: marked by the app, and by writing."""

from collections.abc import Callable

import pytest
from slack_sdk import WebClient

from local.workspace import Workspace
from local.workspace.team.entities import Conversation, Person

NEVER = "0000000000.000000"
Read = Callable[[Conversation], str]


@pytest.fixture
def read(slack: WebClient) -> Read:
    def last_read(conversation: Conversation) -> str:
        return str(slack.conversations_info(channel=conversation.id)["channel"]["last_read"])

    return last_read


def test_reading_is_marked_forth_and_back(
    slack: WebClient, workspace: Workspace, kevin: Person, general: Conversation, read: Read
) -> None:
    first, last = (workspace.post(kevin, general, text).ts for text in ("one", "two"))
    assert read(general) == NEVER
    slack.conversations_mark(channel=general.id, ts=last)
    assert read(general) == last
    slack.conversations_mark(channel=general.id, ts=first)
    assert read(general) == first


def test_what_is_gone_can_still_be_marked_and_no_timestamp_cannot(
    slack: WebClient,
    workspace: Workspace,
    kevin: Person,
    general: Conversation,
    read: Read,
    refusal: Callable[..., str],
) -> None:
    gone = workspace.post(kevin, general, "oops").ts
    workspace.delete(general, gone)
    slack.conversations_mark(channel=general.id, ts=gone)
    assert read(general) == gone
    mark = slack.conversations_mark
    assert refusal(mark, channel=general.id, ts="soon") == "invalid_timestamp"
    closed = workspace.add_channel("closed", members=[kevin])
    assert refusal(mark, channel=closed.id, ts=gone) == "not_in_channel"


@pytest.mark.parametrize(
    ("kind", "scope"),
    [
        ("channel", "channels:write"),
        ("private", "groups:write"),
        ("im", "im:write"),
        ("mpim", "mpim:write"),
    ],
)
def test_each_kind_of_conversation_has_its_scope_for_marking(
    slack: WebClient,
    workspace: Workspace,
    kevin: Person,
    refusal: Callable[..., str],
    kind: str,
    scope: str,
) -> None:
    giselle, ana = workspace.find_person("Giselle"), workspace.find_person("Ana")
    places = {
        "channel": workspace.find_conversation("general"),
        "private": workspace.add_channel("secret", private=True),
        "im": workspace.direct_message(giselle, kevin),
        "mpim": workspace.group_message([giselle, kevin, ana]),
    }
    scopes = {"channels:write", "groups:write", "im:write", "mpim:write"}
    lacking = workspace.install_app(giselle, scopes - {scope})
    having = workspace.install_app(giselle, [scope])
    where = {"channel": places[kind].id, "ts": "1.000000"}
    assert refusal(slack.conversations_mark, token=lacking, **where) == "missing_scope"
    slack.conversations_mark(token=having, **where)


def test_who_writes_has_read_what_stood_before(
    slack: WebClient, workspace: Workspace, kevin: Person, general: Conversation, read: Read
) -> None:
    theirs = workspace.post(kevin, general, "Where are you?").ts
    assert general.last_read[kevin.id] == theirs
    mine = workspace.post(workspace.find_person("Giselle"), general, "Here").ts
    assert read(general) == mine
    by_voice = slack.chat_postMessage(channel=general.id, text="Coming")["ts"]
    assert read(general) == by_voice
    assert general.last_read[kevin.id] == theirs


def test_an_answer_in_a_thread_marks_nothing_unless_it_is_shown_in_the_channel(
    slack: WebClient, workspace: Workspace, kevin: Person, general: Conversation, read: Read
) -> None:
    parent = workspace.post(kevin, general, "Thoughts?").ts
    slack.chat_postMessage(channel=general.id, text="Yes", thread_ts=parent)
    workspace.post_as_bot("Jenkins", general, "Build 7")
    assert read(general) == NEVER
    shown = {"channel": general.id, "thread_ts": parent, "reply_broadcast": True}
    ts = slack.chat_postMessage(text="Yes!", **shown)["ts"]
    assert read(general) == ts


def test_a_direct_message_tells_what_is_unread(
    slack: WebClient, workspace: Workspace, kevin: Person
) -> None:
    chat = workspace.find_conversation("@Kevin")
    first = workspace.post(kevin, chat, "Hello").ts
    workspace.post(kevin, chat, "Anybody?")
    slack.conversations_mark(channel=chat.id, ts=first)
    info = slack.conversations_info(channel=chat.id)["channel"]
    assert (info["unread_count"], info["unread_count_display"]) == (1, 1)
    assert info["latest"]["text"] == "Anybody?"
