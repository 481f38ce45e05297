"""Stories that play in one process play on the stack as well: deployed functions, real time."""

import time

import pytest

from local.conversations.notation.grammar import parse
from local.stack.start import RunningStack
from local.world.on_stack import player_on
from tests.patience import eventually
from tests.stack.stories import played, story

pytestmark = pytest.mark.stack


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(story("demo"), id="demo"),
        pytest.param(story("a_conversation"), id="a_conversation"),
        pytest.param(story("lost_answer"), id="lost_answer"),
        pytest.param(
            story("limited_then_sent", **{"for 30 s": "for 14 s"}),
            id="limited_then_sent",
        ),
    ],
)
def test_a_story_plays_on_the_stack(stack: RunningStack, text: str):
    assert played(stack, text) is None


def test_a_story_with_other_people_and_channels_plays_on_the_stack(stack: RunningStack):
    text = """
    people:          Bo Diaz, Zoë Łuk (speaks)
    channels:        ops, general
    default:         general
    you:             tell slack to send hello
    slack #general:  Zoë: hello
    bo in thread:    Hi!
    bo edits:        Hi there!
    bo to me:        Psst
    bo in #ops:      nobody needs to hear this
    bo deletes
    slack #general:  nothing
    slack @Bo:       nothing
    you:             ask slack for replies
    alexa:           Bo says in the thread about hello in general: Hi there! Bo says: Psst
    token revoked
    you:             ask slack for replies
    alexa:           ...Your Slack link has ended...
    token renewed
    you:             ask slack for replies
    alexa:           No new replies.
    you:             open slack
    you:             (nothing)
    """
    assert played(stack, text) is None


def test_a_story_with_all_that_happens_in_slack_plays_on_the_stack(stack: RunningStack):
    text = """
    timezone:                   America/New_York
    kevin in #general (3 times): note {n}
    slack #general now:         Kevin: note 3
    ana reacts:                 :tada:
    slack #general reacted:     Ana: :tada:
    ana in thread:              Why?
    kevin in thread:            Because
    kevin shares in #random:    Roadmap.pdf | Look
    slack #random now:          Kevin: Look
    slack #random gone:         Roadmap
    bot Jenkins in #random:     Build 7 failed | api tests | 3 of 214
    kevin in #random:           /me waves
    slack #random read:         nothing
    giselle in #random:         Hello
    slack #random read:         Hello
    slack scheduled #random:    nothing
    events are lost
    kevin to me:                lost
    events arrive
    kevin to me:                found
    events come again
    slack @Kevin:               nothing
    """
    assert played(stack, text) is None
    kevin = stack.workspace.find_person("Kevin")
    assert stack.workspace.find_person("Giselle").tz == "America/New_York"
    general = stack.workspace.find_conversation("#general")
    [note] = [message for message in stack.workspace.messages(general) if message.text == "note 3"]
    answers = stack.workspace.history(general).replies(note.ts)
    assert [answer.text for answer in answers] == ["Why?", "Because"]
    assert answers[1].user == kevin.id


def test_what_is_scheduled_is_posted_on_the_stack_by_itself(stack: RunningStack):
    assert played(stack, "slack scheduled #general: nothing") is None
    workspace = stack.workspace
    giselle, general = workspace.find_person("Giselle"), workspace.find_conversation("#general")
    workspace.schedule(giselle, general, "Lunch!", int(time.time()) + 2)
    assert eventually(lambda: bool(workspace.messages(general)))
    assert [message.text for message in workspace.messages(general)] == ["Lunch!"]


def test_what_differs_is_told_and_nothing_of_it_is_left_for_the_next_story(stack: RunningStack):
    difference = player_on(stack.address)(parse("ana in #general: hi\nyou: stop\nalexa: Never."))
    assert difference is not None
    assert difference.step.number == 3
    assert (
        played(stack, "slack #general: nothing\nyou: ask slack for replies\nalexa: No replies.")
        is None
    )


def test_a_long_time_is_not_waited_for(stack: RunningStack):
    difference = player_on(stack.address)(parse("later: 1 day\nyou: stop"))
    assert difference is not None
    assert "play without --stack" in difference.instead
