"""Stories that play in one process play on the stack as well: deployed functions, real time."""

import pytest

from local.conversations.grammar import parse
from local.stack.start import RunningStack
from local.world.on_stack import player_on
from tests.stack.stories import played, story

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(story("demo"), id="demo"),
        pytest.param(story("a_conversation"), id="a_conversation"),
        pytest.param(story("lost_answer", **{"1 minute": "6 seconds"}), id="lost_answer"),
        pytest.param(
            story("limited_then_sent", **{"for 30 s": "for 14 s", "1 minute": "10 seconds"}),
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
    alexa:           Bo says in general: Hi there! Bo says: Psst
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
