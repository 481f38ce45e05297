"""A transcript is played up to the first line that differs, and that line tells what came."""

import pytest

from local.conversations.grammar import parse
from local.conversations.player import play
from local.conversations.world import Post, Spoken
from tests.local.conversations.scripted_world import ScriptedWorld

HELLO = Post("0001.5", "Giselle", "hello")
KEVINS = "people: Giselle, Kevin Park, Kevin Sato"
LONG_AGO = {"#general": [HELLO]}


def played(text: str, world: ScriptedWorld) -> str | None:
    """Return what came instead, with the number of its line; None when every line held."""
    difference = play(parse(text), world)
    return difference and f"{difference.step.number}: {difference.instead}"


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("you: hi", [("say", "hi")]),
        ("you: (nothing)", [("say", None)]),
        ("kevin in #general: yes", [("write", "Kevin Park", "#general", "yes", None)]),
        ("kevin to me: psst", [("write", "Kevin Park", "@Kevin Park", "psst", None)]),
        ("kevin in thread: why", [("write", "Kevin Park", "id of #general", "why", "0001.5")]),
        (
            "ana to me: a\nkevin to me: b\nAna edits: c",
            [
                ("write", "Ana Lima", "@Ana Lima", "a", None),
                ("write", "Kevin Park", "@Kevin Park", "b", None),
                ("edit", "@Ana Lima", "0001", "c"),
            ],
        ),
        (
            "kevin to me: a\nkevin to me: b\nkevin deletes\nkevin deletes",
            [
                ("write", "Kevin Park", "@Kevin Park", "a", None),
                ("write", "Kevin Park", "@Kevin Park", "b", None),
                ("delete", "@Kevin Park", "0002"),
                ("delete", "@Kevin Park", "0001"),
            ],
        ),
        (
            f"{KEVINS}\nkevin sato to me: a\nkevin park to me: b\nkevin sato deletes",
            [
                ("write", "Kevin Sato", "@Kevin Sato", "a", None),
                ("write", "Kevin Park", "@Kevin Park", "b", None),
                ("delete", "@Kevin Sato", "0001"),
            ],
        ),
        ("slack fails: 500 twice", [("fail", "500 twice")]),
        ("kevin archives: #general", [("archive", "#general")]),
        ("token revoked\ntoken renewed", [("revoke",), ("relink",)]),
        ("later: 1 minute", [("advance", 60)]),
    ],
)
def test_each_line_does_in_the_world_what_it_says(text, done):
    world = ScriptedWorld(["", ""], dict(LONG_AGO))
    assert played(text, world) is None
    assert world.done == done


@pytest.mark.parametrize(
    "line",
    [
        "kevin to me: a",
        "kevin archives: #general",
        "token revoked",
        "token renewed",
        "slack #general: Giselle: hello",
        "slack #random: nothing",
    ],
)
def test_the_world_comes_to_rest_before_the_next_line(line):
    world = ScriptedWorld(stands=dict(LONG_AGO))
    assert played(line, world) is None
    assert world.settled


def test_what_alexa_says_and_what_stands_in_slack_is_compared():
    world = ScriptedWorld(["Sent to general."], {"#general": [HELLO]})
    text = (
        "you: send hello\nalexa: Sent ...\nslack #general: giselle: h...o\nslack #general: nothing"
    )
    assert played(text, world) is None


@pytest.mark.parametrize("name", ["Kevin", "kevin", "Kevin Park", "KEVIN PARK"])
def test_an_author_is_named_by_the_first_name_or_the_full_one(name):
    world = ScriptedWorld(stands={"@kevin park": [Post("1", "Kevin Park", "hi")]})
    assert played(f"slack @Kevin: {name}: hi", world) is None


def test_messages_are_checked_one_after_the_other():
    posts = [Post("1", "Giselle", "one"), Post("2", "Giselle", "two")]
    text = "slack #general: Giselle: one\nslack #GENERAL: Giselle: two\nslack #general: nothing"
    assert played(text, ScriptedWorld(stands={"#general": posts})) is None


@pytest.mark.parametrize("line", ["kevin in #general: yes", "kevin in thread: yes"])
def test_what_is_written_in_a_transcript_counts_as_checked(line):
    text = f"{line}\nslack #general: Giselle: hello\nslack #general: nothing"
    assert played(text, ScriptedWorld(stands={"#general": [HELLO]})) is None


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("alexa: Hi", "1: nothing was said to Alexa yet"),
        ("you: hi\nalexa: Hi", "2: Hello!"),
        ("you: hi\nyou: hi\nalexa: Hi", "3: silence"),
        ("slack #random: Giselle: hello", "1: nothing more there"),
        ("slack #general: Giselle: hullo", "1: Giselle: hello"),
        ("slack #general: Kevin: hello", "1: Giselle: hello"),
        ("slack #general: nothing", "1: Giselle: hello"),
        ("kevin edits: no", "1: Kevin Park wrote nothing before this line"),
        ("kevin deletes", "1: Kevin Park wrote nothing before this line"),
        ("ana to me: a\nkevin deletes", "2: Kevin Park wrote nothing before this line"),
        ("slack fails: badly", "1: cannot be done: 'badly' is no fault"),
        ("later: 2 minutes", "1: cannot be done: time is real here"),
        (
            "slack #nowhere: nothing",
            "1: cannot be done: There is no conversation called '#nowhere'.",
        ),
        (
            "kevin in #nowhere: hi",
            "1: cannot be done: There is no conversation called '#nowhere'.",
        ),
    ],
)
def test_a_line_that_does_not_hold_tells_what_came_instead(text, instead):
    world = ScriptedWorld(["Hello!", ""], {"#general": [HELLO]})
    assert played(text, world) == instead


def test_where_nothing_was_written_there_is_nothing_to_answer():
    assert played("kevin in thread: hi", ScriptedWorld()) == "1: there is no message to answer"


def test_an_author_without_a_name_is_shown_as_it_is():
    world = ScriptedWorld(stands={"#general": [Post("1", "", "beep")]})
    assert played("slack #general: Kevin: beep", world) == "1: : beep"


def test_nothing_is_done_after_the_first_line_that_differs():
    world = ScriptedWorld(["Hello!"])
    difference = play(parse("you: hi\nalexa: Hi\nkevin to me: hi\nalexa: Ho"), world)
    assert str(difference) == "line 2: alexa: Hi\n  instead: Hello!"
    assert world.done == [("say", "hi")]


def test_an_answer_that_a_device_would_reject_fails_what_was_said():
    world = ScriptedWorld([Spoken("Hello!", rejected="8,001 characters of speech")])
    instead = "1: a device would reject the answer: 8,001 characters of speech"
    assert played("you: hi\nalexa: ...", world) == instead
