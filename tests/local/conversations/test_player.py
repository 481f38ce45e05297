"""A transcript is played up to the first line that differs, and that line tells what came."""

import pytest

from local.conversations.notation.grammar import parse
from local.conversations.player import play
from local.conversations.world import Post, Reacted, Spoken, Waiting
from tests.local.conversations.scripted_world import ScriptedWorld

HELLO = Post("0001.5", "Giselle", "hello")
KEVINS = "people: Giselle, Kevin Park, Kevin Sato"


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
        (
            "kevin in #general (2 times): note {n} of {m}",
            [
                ("write", "Kevin Park", "#general", "note 1 of {m}", None),
                ("write", "Kevin Park", "#general", "note 2 of {m}", None),
            ],
        ),
        ("kevin in #random: {n}", [("write", "Kevin Park", "#random", "{n}", None)]),
        (
            "kevin in thread: why\nana in thread (2 times): because {n}",
            [
                ("write", "Kevin Park", "id of #general", "why", "0001.5"),
                ("write", "Ana Lima", "id of #general", "because 1", "0001.5"),
                ("write", "Ana Lima", "id of #general", "because 2", "0001.5"),
            ],
        ),
        (
            "kevin shares in #random: a.pdf | Look\nkevin edits: Here",
            [
                ("share", "Kevin Park", "#random", "a.pdf", "Look", None),
                ("edit", "#random", "0001", "Here"),
            ],
        ),
        (
            "kevin shares in thread: audio clip of 14 seconds",
            [
                (
                    "share",
                    "Kevin Park",
                    "id of #general",
                    "audio clip of 14 seconds",
                    "",
                    "0001.5",
                )
            ],
        ),
        (
            "bot Jenkins in #random: Failed | tests | 3 of 214\nbot Jenkins in #random: Green",
            [
                ("bot", "Jenkins", "#random", "Failed", ("tests", "3 of 214")),
                ("bot", "Jenkins", "#random", "Green", None),
            ],
        ),
        (
            "kevin reacts: :tada:",
            [("react", "Kevin Park", "id of #general", "0001.5", "tada")],
        ),
        (
            "kevin to me: no\nana to me: yes\nkevin to me: well\nkevin reacts: :wave:",
            [
                ("write", "Kevin Park", "@Kevin Park", "no", None),
                ("write", "Ana Lima", "@Ana Lima", "yes", None),
                ("write", "Kevin Park", "@Kevin Park", "well", None),
                ("react", "Kevin Park", "id of @ana lima", "0002", "wave"),
            ],
        ),
        (
            "events are lost\nevents arrive\nevents come again",
            [("lose events",), ("let events arrive",), ("repeat events",)],
        ),
    ],
)
def test_each_line_does_in_the_world_what_it_says(text, done):
    world = ScriptedWorld(["", ""], {"#general": [HELLO]})
    assert played(text, world) is None
    assert world.done == done


@pytest.mark.parametrize(
    "line",
    [
        "kevin to me: a",
        "kevin shares to me: a.pdf",
        "kevin reacts: :tada:",
        "bot Jenkins in #general: Green",
        "events are lost",
        "events arrive",
        "events come again",
        "slack #general now: Giselle: hello",
        "slack #general gone: good bye",
        "slack #general reacted: nothing",
        "slack #general read: nothing",
        "slack scheduled #general: nothing",
        "kevin archives: #general",
        "token revoked",
        "token renewed",
        "slack #general: Giselle: hello",
        "slack #random: nothing",
    ],
)
def test_the_world_comes_to_rest_before_the_next_line(line):
    world = ScriptedWorld(stands={"#general": [HELLO]})
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


@pytest.mark.parametrize(
    "line",
    [
        "kevin in #general: yes",
        "kevin in #general (3 times): yes",
        "kevin in thread: yes",
        "kevin shares in #general: a.pdf",
        "bot Jenkins in #general: yes",
    ],
)
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


REPLY = Post("0002.5", "Kevin Park", "me too", "0001.5")


@pytest.mark.parametrize(
    "text",
    [
        "slack #general now: kevin: me too",
        "slack #general: Giselle: hello\nslack #general: Kevin: me too\n"
        "slack #general now: Kevin Park: me ...\nslack #general now: Kevin: me too",
        "slack #general now: Kevin: me too\nslack #general: Giselle: hello\n"
        "slack #general: nothing",
        "slack #general gone: good bye",
        "slack #random gone: ...",
        "slack #general reacted: Ana: :tada:",
        "slack #general read: hello",
        "slack scheduled #general: 17:00: Lunch\nslack scheduled #general: 2026-11-21 09:05: Tea",
        "slack scheduled #general: 17:00: Lu...\nslack scheduled #general: 9:05: Tea",
    ],
)
def test_what_is_to_be_seen_in_slack_is_compared(text):
    assert played(f"timezone: America/New_York\n{text}", seen()) is None


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("slack #general now: Giselle: hello", "Kevin Park: me too"),
        ("slack #general now: Kevin: me neither", "Kevin Park: me too"),
        ("slack #random now: Kevin: hi", "nothing"),
        ("slack #general gone: hello", "Giselle: hello"),
        ("slack #general gone: ...too", "Kevin Park: me too"),
        ("slack #general reacted: nothing", "Ana Lima: :tada:"),
        ("slack #general reacted: Kevin: :tada:", "Ana Lima: :tada:"),
        ("slack #general reacted: Ana: :wave:", "Ana Lima: :tada:"),
        ("slack #general read: nothing", "hello"),
        ("slack #general read: me too", "hello"),
        ("slack #random read: hello", "nothing"),
        ("slack scheduled #general: nothing", "2026-11-20 17:00: Lunch"),
        ("slack scheduled #general: 17:01: Lunch", "2026-11-20 17:00: Lunch"),
        ("slack scheduled #general: 7:00: Lunch", "2026-11-20 17:00: Lunch"),
        ("slack scheduled #general: 2026-11-21 17:00: Lunch", "2026-11-20 17:00: Lunch"),
        ("slack scheduled #general: 17:00: Tea", "2026-11-20 17:00: Lunch"),
    ],
)
def test_what_is_to_be_seen_otherwise_is_told(line, instead):
    assert played(f"timezone: America/New_York\n{line}", seen()) == f"2: {instead}"


def test_where_nothing_is_reacted_to_or_scheduled_that_is_told():
    assert played("slack #general reacted: Ana: :tada:", ScriptedWorld()) == "1: nothing"
    assert played("slack scheduled #general: 17:00: Tea", ScriptedWorld()) == "1: nothing"
    lines = "slack #a reacted: nothing\nslack #a read: nothing\nslack scheduled #a: nothing"
    assert played(lines, ScriptedWorld()) is None


def test_nothing_scheduled_means_that_nothing_waits_checked_or_not():
    text = (
        "timezone: America/New_York\nslack scheduled #general: 17:00: Lunch\n"
        "slack scheduled #general: 09:05: Tea\nslack scheduled #general: nothing"
    )
    assert played(text, seen()) == "4: 2026-11-20 17:00: Lunch"


def test_without_a_time_zone_times_are_those_of_greenwich():
    assert played("slack scheduled #general: 22:00: Lunch", seen()) is None


def test_who_wrote_everything_has_nothing_to_react_to():
    text = "giselle reacts: :tada:"
    world = ScriptedWorld(stands={"#general": [HELLO]})
    assert played(text, world) == "1: there is no message to react to"


def seen() -> ScriptedWorld:
    """Return a world with an answer in a thread, reactions, a read mark and scheduled messages."""
    world = ScriptedWorld(stands={"#general": [HELLO, REPLY]}, mark="0001.9")
    world.reacted = [Reacted("Kevin Park", "wave"), Reacted("Ana Lima", "tada")]
    world.waiting = [Waiting("Q1", 1_795_212_000, "Lunch"), Waiting("Q2", 1_795_269_900, "Tea")]
    return world
