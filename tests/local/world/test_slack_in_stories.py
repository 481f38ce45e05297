"""What stories tell of Slack, played in a whole world and differing where it is otherwise."""

from collections.abc import Callable

import pytest

from local.conversations.notation.grammar import parse
from local.conversations.player import play
from local.world.played import PlayedInProcess, world_for

PREAMBLE = "timezone: America/New_York\nclock: 2026-11-20 16:30\n"
Prepare = Callable[[PlayedInProcess], object]


def played(text: str, prepare: Prepare = lambda _world: None) -> str | None:
    """Return what came instead, with the number of its line; None when every line held."""
    transcript = parse(PREAMBLE + text)
    with world_for(transcript.setting) as world:
        prepare(world)
        difference = play(transcript, world)
    return difference and f"{difference.step.number - 2}: {difference.instead}"


def schedule(world: PlayedInProcess) -> None:
    """Let Giselle's app leave something for five and for the next morning."""
    workspace = world.parts.workspace
    giselle, general = workspace.find_person("Giselle"), workspace.find_conversation("general")
    begins = int(world.parts.clock())
    workspace.schedule(giselle, general, "Tea &amp; cake", begins + 59_400)
    workspace.schedule(giselle, general, "Lunch", begins + 1800)


def answer(world: PlayedInProcess) -> None:
    """Let Giselle write, and react to what is newest."""
    workspace = world.parts.workspace
    giselle, general = workspace.find_person("Giselle"), workspace.find_conversation("general")
    ts = workspace.post(giselle, general, "Hello").ts
    workspace.react(general, ts, giselle, "+1")


@pytest.mark.parametrize(
    "text",
    [
        "kevin in #general (3 times): note {n}\nslack #general now: Kevin: note 3",
        "kevin in #general: one\\ntwo\nslack #general now: Kevin: one two",
        "kevin in #general: hi\nana in thread: ho\nkevin in thread: hm\nkevin edits: ha\n"
        "slack #general now: Kevin: ha\nkevin deletes\nslack #general gone: h...m",
        "ana in #general: hi\nkevin reacts: :tada:\nslack #general reacted: Kevin: :tada:",
        "kevin in #general: /me waves\nslack #general now: Kevin: waves",
        "bot Jenkins in #general: Build 7 | api | 3 of 214\n"
        "slack #general now: Jenkins: Build 7\nslack #general: nothing",
        "kevin shares in #general: a.pdf | Look\nslack #general now: Kevin: Look",
        "kevin to me: hi\nslack @Kevin read: nothing",
    ],
)
def test_what_happens_is_to_be_seen(text: str) -> None:
    assert played(text) is None


def test_what_is_scheduled_is_told_by_the_speakers_clock_and_posted_at_its_time() -> None:
    text = (
        "slack scheduled #general: 17:00: Lunch\n"
        "slack scheduled #general: 2026-11-21 09:00: Tea & cake\n"
        "later: 30 minutes\nslack #general: Giselle: Lunch\nslack #general: nothing\n"
        "later: 16 hours\nslack #general: Giselle: Tea & cake\nslack scheduled #general: nothing"
    )
    assert played(text, schedule) is None
    wrong = "slack scheduled #general: 16:00: Lunch"
    assert played(wrong, schedule) == "1: 2026-11-20 17:00: Lunch"


def test_the_speakers_own_writing_and_reacting_is_seen() -> None:
    text = "slack #general reacted: Giselle: :+1:\nslack #general read: Hello"
    assert played(text, answer) is None
    assert played("slack #general reacted: nothing", answer) == "1: Giselle: :+1:"
    assert played("slack #general read: nothing", answer) == "1: Hello"


def test_what_is_lost_is_never_told_and_what_was_told_comes_again() -> None:
    text = (
        "kevin to me: one\nevents are lost\nkevin to me: two\nevents arrive\nkevin to me: three\n"
        "events come again"
    )
    transcript = parse(PREAMBLE + text)
    with world_for(transcript.setting) as world:
        assert play(transcript, world) is None
        events = [envelope["event"] for envelope in world.parts.outlet.sent]
    told = [event["text"] for event in events if event["type"] == "message"]
    assert told == ["one", "three", "one", "three"]
