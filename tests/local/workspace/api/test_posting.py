"""chat.* and reactions.* with Slack's own client."""

from typing import Any

import httpx
import pytest
from slack_sdk import WebClient

from local.workspace import Served, Workspace
from local.workspace.team.entities import Conversation
from tests.local.workspace.refusals import refusal


def test_a_post_carries_the_person_and_the_app(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    answer = slack.chat_postMessage(channel=general.id, text="Hello", client_msg_id="c-1")
    message = answer["message"]
    assert answer["channel"] == general.id
    assert answer["ts"] == message["ts"]
    assert message["user"] == workspace.find_person("Giselle").id
    assert (message["app_id"], message["bot_id"]) == (workspace.app_id, workspace.bot_id)
    assert message["bot_profile"]["app_id"] == workspace.app_id
    assert message["client_msg_id"] == "c-1"
    assert [m.text for m in workspace.messages(general)] == ["Hello"]


def test_a_channel_can_be_named(slack: WebClient, workspace: Workspace) -> None:
    slack.chat_postMessage(channel="#random", text="Hello")
    assert len(workspace.messages(workspace.find_conversation("random"))) == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a & b < c", "a &amp; b &lt; c"),
        ("a &amp; b &lt; c", "a &amp; b &lt; c"),
        ("<@U0AAAAAAAAA> and <!here>", "<@U0AAAAAAAAA> and <!here>"),
        ("<@nobody> and <b>", "&lt;@nobody&gt; and &lt;b&gt;"),
        ("see https://a.example/?x=1&y=2.", "see <https://a.example/?x=1&amp;y=2>."),
        ("@everyone, @Kevin Park", "@everyone, @Kevin Park"),
        ("\u202bשלום\u202c 🎉 \x07", "\u202bשלום\u202c 🎉 \x07"),
    ],
)
def test_an_apps_text_is_kept_as_slack_keeps_it(
    slack: WebClient, general: Conversation, sent: str, kept: str
) -> None:
    assert slack.chat_postMessage(channel=general.id, text=sent)["message"]["text"] == kept


def test_a_post_is_refused_with_slacks_own_codes(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    kevin, ana = workspace.find_person("Kevin"), workspace.find_person("Ana")
    secret = workspace.add_channel("secret", private=True, members=[kevin])
    open_ = workspace.add_channel("open", members=[kevin])
    theirs = workspace.direct_message(kevin, ana)
    old = workspace.add_channel("old")
    workspace.archive(old)
    post = slack.chat_postMessage
    assert refusal(post, channel="C0NOWHERE", text="x") == "channel_not_found"
    assert refusal(post, channel=secret.id, text="x") == "channel_not_found"
    assert refusal(post, channel=theirs.id, text="x") == "channel_not_found"
    assert refusal(post, channel=open_.id, text="x") == "not_in_channel"
    assert refusal(post, channel=old.id, text="x") == "is_archived"
    assert refusal(post, channel=general.id, text="x", blocks="?") == "invalid_arguments"
    assert refusal(post, channel=general.id, text="x", thread_ts="1.000000") == "thread_not_found"
    assert refusal(post, channel=general.id, text="x", thread_ts="soon") == "invalid_thread_ts"
    assert workspace.messages(general) == []


def test_a_post_without_text_is_refused(slack: WebClient, general: Conversation) -> None:
    with pytest.warns(UserWarning, match="text"):
        assert refusal(slack.chat_postMessage, channel=general.id, text=" ") == "no_text"


def test_a_post_without_a_channel_is_told_which_argument_is_missing(
    served: Served, token: str
) -> None:
    answer = httpx.post(f"{served.api_url}chat.postMessage", data={"token": token, "text": "x"})
    assert answer.status_code == 200
    assert answer.json()["error"] == "invalid_arguments"
    assert "channel" in answer.json()["response_metadata"]["messages"][0]


def test_over_long_text_is_cut_with_a_warning(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    answer = slack.chat_postMessage(channel=general.id, text="x" * 40_001)
    assert answer["response_metadata"]["warnings"] == ["message_truncated"]
    assert len(workspace.messages(general)[0].text) == 40_000


def test_metadata_is_read_back_in_full_only_when_asked_for(
    slack: WebClient, general: Conversation
) -> None:
    metadata = {"event_type": "earshot", "event_payload": {"k": "1"}}
    slack.chat_postMessage(channel=general.id, text="x", metadata=metadata)
    read = slack.conversations_history
    assert read(channel=general.id)["messages"][0]["metadata"] == {"event_type": "earshot"}
    whole = read(channel=general.id, include_all_metadata=True)
    assert whole["messages"][0]["metadata"] == metadata


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ({"event_type": "a b", "event_payload": {}}, "invalid_metadata_format"),
        ({"event_type": "a"}, "invalid_metadata_format"),
        ([1], "invalid_metadata_format"),
        ({"event_type": "a", "event_payload": {"k": {"l": 1}}}, "invalid_metadata_schema"),
        ({"event_type": "a", "event_payload": {"k": [{"l": 1}]}}, "invalid_metadata_schema"),
    ],
)
def test_metadata_must_be_flat_and_named(
    slack: WebClient, general: Conversation, metadata: Any, error: str
) -> None:
    post = slack.chat_postMessage
    assert refusal(post, channel=general.id, text="x", metadata=metadata) == error


def test_the_same_client_msg_id_posts_twice_unless_the_switch_is_on(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    def post() -> Any:
        return slack.chat_postMessage(channel=general.id, text="x", client_msg_id="c-1")

    first = post()
    assert post()["ts"] != first["ts"]
    workspace.dedupes_client_msg_id = True
    again = post()
    assert again["ts"] == first["ts"]
    assert again["is_duplicate"] is True
    workspace.delete(general, first["ts"])
    assert post()["ts"] not in (first["ts"], None)


def test_an_author_edits_and_deletes_what_is_theirs_alone(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    ts = slack.chat_postMessage(channel=general.id, text="draft")["ts"]
    answer = slack.chat_update(channel=general.id, ts=ts, text="a & b")
    assert answer["text"] == "a &amp; b"
    edited = slack.conversations_history(channel=general.id)["messages"][0]
    assert edited["edited"]["user"] == edited["user"]
    theirs = workspace.post(workspace.find_person("Kevin"), general, "mine").ts
    update, delete = slack.chat_update, slack.chat_delete
    assert refusal(update, channel=general.id, ts=theirs, text="x") == "cant_update_message"
    assert refusal(update, channel=general.id, ts="1.000000", text="x") == "message_not_found"
    assert refusal(update, channel=general.id, ts=ts, text="x" * 40_001) == "msg_too_long"
    assert refusal(delete, channel=general.id, ts=theirs) == "cant_delete_message"
    slack.chat_delete(channel=general.id, ts=ts)
    assert refusal(delete, channel=general.id, ts=ts) == "message_not_found"
    assert [m.ts for m in workspace.messages(general)] == [theirs]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"{", "invalid_json"),
        (b"[" * 100_000, "invalid_json"),
        (b"[]", "json_not_object"),
        (rb'{"channel": "general", "text": "\ud800"}', "invalid_json"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    served: Served, token: str, body: bytes, error: str
) -> None:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    answer = httpx.post(f"{served.api_url}chat.postMessage", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (200, error)


def test_another_kind_of_body_is_refused(served: Served, token: str) -> None:
    answer = httpx.post(
        f"{served.api_url}chat.postMessage",
        content=b"text=x",
        headers={"Authorization": f"Bearer {token}", "Content-Type": "text/plain"},
    )
    assert answer.json()["error"] == "invalid_post_type"
