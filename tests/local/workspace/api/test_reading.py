"""Reading histories and threads: order, bounds, cursors."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st
from slack_sdk import WebClient

from local.workspace import Workspace
from local.workspace.team.entities import Conversation
from local.workspace.team.identifiers import ts_key, ts_of
from tests.local.workspace.refusals import refusal


@pytest.fixture
def say(workspace: Workspace, general: Conversation) -> Callable[..., str]:
    kevin = workspace.find_person("Kevin")
    return lambda text, thread_ts=None: workspace.post(kevin, general, text, thread_ts).ts


def texts(answer: Any) -> list[str]:
    return [message["text"] for message in answer["messages"]]


def test_a_history_is_paged_newest_first_without_answers(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    parent = say("1")
    for number in range(2, 6):
        say(str(number))
    say("answer", parent)
    pages = [texts(page) for page in slack.conversations_history(channel=general.id, limit=2)]
    assert pages == [["5", "4"], ["3", "2"], ["1"]]


def test_only_the_pages_before_the_last_have_more(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    say("1")
    say("2")
    first = slack.conversations_history(channel=general.id, limit=1)
    assert first["has_more"] is True
    cursor = first["response_metadata"]["next_cursor"]
    last = slack.conversations_history(channel=general.id, limit=1, cursor=cursor)
    assert last["has_more"] is False
    assert "response_metadata" not in last.data


def test_the_bounds_of_a_history_belong_to_it_only_when_inclusive(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    first, _, last = say("1"), say("2"), say("3")
    read = slack.conversations_history
    between = {"channel": general.id, "oldest": first, "latest": last}
    assert texts(read(**between)) == ["2"]
    assert texts(read(**between, inclusive=True)) == ["3", "2", "1"]
    assert texts(read(channel=general.id, oldest=last)) == []
    assert texts(read(channel=general.id, oldest="0")) == ["3", "2", "1"]


def test_a_thread_is_its_parent_and_then_its_answers(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    parent = say("parent")
    answers = [say(str(number), parent) for number in range(3)]
    read = slack.conversations_replies
    assert texts(read(channel=general.id, ts=parent)) == ["parent", "0", "1", "2"]
    pages = [texts(page) for page in read(channel=general.id, ts=parent, limit=2)]
    assert pages == [["parent", "0"], ["1", "2"]]
    assert texts(read(channel=general.id, ts=answers[1])) == ["1"]
    assert texts(read(channel=general.id, ts=parent, oldest=answers[1])) == ["parent", "2"]
    assert refusal(read, channel=general.id, ts="1.000000") == "thread_not_found"


def test_a_parent_tells_of_its_thread(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    parent = say("parent")
    assert "reply_count" not in slack.conversations_history(channel=general.id)["messages"][0]
    answer = slack.chat_postMessage(channel=general.id, text="answer", thread_ts=parent)
    read = slack.conversations_replies(channel=general.id, ts=parent)["messages"]
    assert (read[0]["reply_count"], read[0]["latest_reply"]) == (1, answer["ts"])
    assert read[0]["thread_ts"] == parent
    assert (read[1]["thread_ts"], read[1]["parent_user_id"]) == (parent, read[0]["user"])


def test_an_answer_also_sent_to_the_channel_is_in_both(
    slack: WebClient, general: Conversation, say: Callable[..., str]
) -> None:
    parent = say("parent")
    arguments = {"thread_ts": parent, "reply_broadcast": True}
    slack.chat_postMessage(channel=general.id, text="all", **arguments)
    history = slack.conversations_history(channel=general.id)
    assert texts(history) == ["all", "parent"]
    assert history["messages"][0]["subtype"] == "thread_broadcast"
    assert history["messages"][0]["root"]["ts"] == parent
    assert texts(slack.conversations_replies(channel=general.id, ts=parent)) == ["parent", "all"]


def test_a_deleted_parent_leaves_a_tombstone_until_its_answers_are_gone(
    slack: WebClient, workspace: Workspace, general: Conversation, say: Callable[..., str]
) -> None:
    parent = say("parent")
    answer = say("answer", parent)
    workspace.delete(general, parent)
    left = slack.conversations_history(channel=general.id)["messages"]
    assert [(m["ts"], m["subtype"], m["user"]) for m in left] == [
        (parent, "tombstone", "USLACKBOT")
    ]
    assert [m.text for m in workspace.messages(general)] == ["answer"]
    workspace.delete(general, answer)
    assert texts(slack.conversations_history(channel=general.id)) == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"cursor": "nonsense!"}, "invalid_cursor"),
        ({"cursor": "dXNlcjpVMQ=="}, "invalid_cursor"),
        ({"limit": "-1"}, "invalid_limit"),
        ({"limit": "many"}, "invalid_limit"),
        ({"oldest": "yesterday"}, "invalid_ts_oldest"),
        ({"latest": "1e999999999"}, "invalid_ts_latest"),
        ({"channel": "C0NOWHERE"}, "channel_not_found"),
    ],
)
def test_a_history_is_refused_for_what_is_wrong(
    slack: WebClient, general: Conversation, arguments: dict[str, str], error: str
) -> None:
    given_ = {"channel": general.id, **arguments}
    assert refusal(slack.conversations_history, **given_) == error


def test_a_public_channel_is_read_from_outside_and_a_private_one_is_not(
    slack: WebClient, workspace: Workspace
) -> None:
    kevin = workspace.find_person("Kevin")
    public = workspace.add_channel("open", members=[kevin])
    private = workspace.add_channel("closed", private=True, members=[kevin])
    workspace.post(kevin, public, "all may read")
    assert texts(slack.conversations_history(channel=public.id)) == ["all may read"]
    assert refusal(slack.conversations_history, channel=private.id) == "channel_not_found"


@given(st.integers(0, 10**18 - 1))
def test_a_timestamp_is_written_and_read_back(key: int) -> None:
    assert ts_key(ts_of(key)) == key


def test_timestamps_increase_while_the_clock_stands_still(
    workspace: Workspace, say: Callable[..., str]
) -> None:
    made = [say("x") for _ in range(50)]
    assert made == sorted(set(made), key=ts_key)
    assert all(len(ts.partition(".")[2]) == 6 for ts in made)
