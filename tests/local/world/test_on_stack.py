"""A world behind a stack's address: what it asks of the stack, and what it refuses."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.conversations.notation.grammar import parse
from local.conversations.world import CannotDo, Newest, Post, Reacted, Spoken, Waiting
from local.workspace import serve
from local.world.on_stack import LONGEST_WAIT, LOOK_AGAIN_SECONDS, OnStack, player_on


@dataclass
class Stack:
    """A stack that writes down what it is asked, and answers as told."""

    answers: dict[str, Response] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)
    address: str = ""

    async def answer(self, request: Request) -> Response:
        body = await request.body()
        sent = json.loads(body) if body else dict(request.query_params)
        self.asked.append((request.url.path, sent))
        return self.answers.get(request.url.path, JSONResponse({}))


@pytest.fixture
def stack() -> Iterator[Stack]:
    stack = Stack()
    route = Route("/{path:path}", stack.answer, methods=["GET", "POST"])
    with serve(Starlette(routes=[route])) as server:
        stack.address = f"http://127.0.0.1:{server.port}"
        yield stack


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def world(stack: Stack, slept: list[float]) -> Iterator[OnStack]:
    with httpx.Client(base_url=stack.address) as client:
        yield OnStack(client, slept.append)


def test_what_is_said_goes_to_the_echo(stack, world):
    stack.answers["/echo/say"] = JSONResponse({"heard": "Sent.", "rejected": None})
    stack.answers["/echo/silence"] = JSONResponse({"heard": "", "rejected": "too late"})
    assert world.say("send hi") == Spoken("Sent.")
    assert world.say(None) == Spoken("", "too late")
    assert stack.asked == [("/echo/say", {"utterance": "send hi"}), ("/echo/silence", {})]


def test_what_stands_in_a_place_is_asked_of_the_workspace(stack, world):
    message = {"ts": "1.5", "author": "Kevin Park", "text": "hi", "edited": False}
    stack.answers["/_workspace/messages"] = JSONResponse({"messages": [message]})
    assert world.posts("#general") == [Post("1.5", "Kevin Park", "hi")]
    assert stack.asked == [("/_workspace/messages", {"channel": "#general"})]


def test_the_newest_message_is_the_newest_of_every_conversation(stack, world):
    stack.answers["/_workspace/state"] = JSONResponse({"conversations": [{"id": "C1"}]})
    stack.answers["/_workspace/messages"] = JSONResponse({"messages": []})
    assert world.newest() is None
    messages = [{"ts": ts, "author": "Ana", "text": "hi"} for ts in ("1.000001", "1.000002")]
    stack.answers["/_workspace/messages"] = JSONResponse({"messages": messages})
    assert world.newest() == Newest("C1", "1.000002", "1.000002")
    assert world.newest(not_by="Ana") is None


def test_an_answer_to_an_answer_goes_into_its_thread(stack, world):
    stack.answers["/_workspace/state"] = JSONResponse({"conversations": [{"id": "C1"}]})
    answer = {"ts": "1.000002", "author": "Ana", "text": "hi", "thread_ts": "1.000001"}
    stack.answers["/_workspace/messages"] = JSONResponse({"messages": [answer]})
    assert world.newest() == Newest("C1", "1.000002", "1.000001")


def test_reactions_the_read_mark_and_what_is_scheduled_are_asked_of_the_workspace(stack, world):
    reacted = [{"ts": "1.5", "name": "tada", "author": "Ana Lima"}]
    shown = {"messages": [], "reacted": reacted, "read": "1.5"}
    stack.answers["/_workspace/messages"] = JSONResponse(shown)
    waiting = [{"id": "Q1", "post_at": 60, "text": "Lunch", "author": "Giselle"}]
    stack.answers["/_workspace/scheduled"] = JSONResponse({"scheduled": waiting})
    assert world.reactions("#general") == [Reacted("Ana Lima", "tada")]
    assert world.read_mark("#general") == "1.5"
    assert world.scheduled("#general") == [Waiting("Q1", 60, "Lunch")]
    assert {str(asked) for _, asked in stack.asked} == {"{'channel': '#general'}"}


@pytest.mark.parametrize(
    ("do", "path", "sent"),
    [
        (
            lambda world: world.write("kevin", "#general", "hi"),
            "say",
            {"as": "kevin", "channel": "#general", "text": "hi"},
        ),
        (
            lambda world: world.write("kevin", "C1", "hi", "1.5"),
            "say",
            {"as": "kevin", "channel": "C1", "text": "hi", "thread_ts": "1.5"},
        ),
        (
            lambda world: world.edit("#general", "1.5", "ho"),
            "edit",
            {"channel": "#general", "ts": "1.5", "text": "ho"},
        ),
        (
            lambda world: world.delete("#general", "1.5"),
            "delete",
            {"channel": "#general", "ts": "1.5"},
        ),
        (lambda world: world.fail("500 twice"), "faults", {"spec": "500 twice"}),
        (lambda world: world.archive("#general"), "archive", {"channel": "#general"}),
        (lambda world: world.revoke(), "revoke", {}),
        (
            lambda world: world.write_as_bot("Jenkins", "#ops", "Failed", ("tests", "3 of 4")),
            "bot",
            {
                "name": "Jenkins",
                "channel": "#ops",
                "text": "Failed",
                "attachments": [
                    {"fallback": "tests: 3 of 4", "title": "tests", "text": "3 of 4"},
                ],
            },
        ),
        (
            lambda world: world.write_as_bot("Jenkins", "#ops", "Green", None),
            "bot",
            {"name": "Jenkins", "channel": "#ops", "text": "Green", "attachments": []},
        ),
        (
            lambda world: world.share("kevin", "C1", "a.pdf", "Look", "1.5"),
            "share",
            {
                "as": "kevin",
                "channel": "C1",
                "file": "a.pdf",
                "text": "Look",
                "thread_ts": "1.5",
            },
        ),
        (
            lambda world: world.react("kevin", "C1", "1.5", "tada"),
            "react",
            {"as": "kevin", "channel": "C1", "ts": "1.5", "emoji": "tada"},
        ),
        (lambda world: world.lose_events(), "events", {"do": "get lost"}),
        (lambda world: world.let_events_arrive(), "events", {"do": "arrive"}),
        (lambda world: world.repeat_events(), "events", {"do": "come again"}),
    ],
)
def test_what_happens_in_slack_is_asked_of_the_workspace(stack, world, do, path, sent):
    for path_of_a_post in ("say", "share", "bot"):
        stack.answers[f"/_workspace/{path_of_a_post}"] = JSONResponse({"ts": "2.5"})
    do(world)
    assert stack.asked == [(f"/_workspace/{path}", sent)]


def test_relinking_and_coming_to_rest_are_asked_of_the_stack(stack, world):
    world.relink()
    world.settle()
    assert stack.asked == [("/stack/relink", {}), ("/stack/settle", {})]


def test_time_that_is_bearable_is_waited_for_and_then_all_comes_to_rest(stack, world, slept):
    world.advance(LONGEST_WAIT)
    assert slept == [LONGEST_WAIT]
    assert stack.asked == [("/stack/queue", {}), ("/stack/settle", {})]


def test_time_ends_with_the_last_message_that_was_on_its_way(stack, world, slept, monkeypatch):
    stack.answers["/stack/queue"] = JSONResponse({"waiting": 1})

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            stack.answers["/stack/queue"] = JSONResponse({"waiting": 0})

    monkeypatch.setattr(world, "_sleep", sleep)
    world.advance(LONGEST_WAIT)
    assert slept == [LOOK_AGAIN_SECONDS] * 3
    assert stack.asked[-1] == ("/stack/settle", {})


def test_what_stays_on_its_way_is_not_waited_for_longer_than_was_said(stack, world, slept):
    stack.answers["/stack/queue"] = JSONResponse({"waiting": 1})
    world.advance(1.25)
    assert slept == [0.5, 0.5, 0.25]


def test_a_longer_time_is_refused_with_what_to_do_instead(stack, world, slept):
    with pytest.raises(CannotDo, match="600 s are long; play without --stack"):
        world.advance(600)
    assert slept == []
    assert stack.asked == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (JSONResponse({"error": "There is no conversation."}, 404), "There is no conversation."),
        (JSONResponse(["odd"], 400), "HTTP 400"),
        (Response("<html>", 502), "HTTP 502"),
    ],
)
def test_what_the_stack_refuses_is_told_in_its_words(stack, world, answer, problem):
    stack.answers["/_workspace/archive"] = answer
    with pytest.raises(LookupError, match=problem):
        world.archive("#general")


def test_a_transcript_begins_afresh_with_its_own_setting(stack):
    stack.answers["/echo/say"] = JSONResponse({"heard": "Hello", "rejected": None})
    transcript = parse("people: Bo, Zoë (speaks)\nyou: hi\nalexa: Hello")
    assert player_on(stack.address)(transcript) is None
    path, setting = stack.asked[0]
    assert path == "/stack/reset"
    assert setting == {
        "people": ["Bo", "Zoë"],
        "speaker": "Zoë",
        "channels": ["general", "random"],
        "default_channel": "general",
        "locale": "en-US",
        "deactivated": [],
        "bots": [],
        "timezone": "",
        "clock": "",
        "linked": [],
        "workspaces": [],
        "pins": [],
    }


def test_a_clock_is_refused_with_what_to_do_instead(stack):
    difference = player_on(stack.address)(parse("clock: 2026-11-20 16:30\nyou: hi"))
    assert "time is real, and a clock cannot be set; play without --stack" in str(difference)
    assert stack.asked == []


def test_a_setting_that_the_stack_refuses_is_a_difference_in_its_first_line(stack):
    refusal = {"error": "The stack's default conversation is general."}
    stack.answers["/stack/reset"] = JSONResponse(refusal, 400)
    difference = player_on(stack.address)(parse("default: ops\nyou: hi"))
    assert str(difference) == (
        "line 2: you: hi\n  instead: cannot be done: The stack's default conversation is general."
    )
