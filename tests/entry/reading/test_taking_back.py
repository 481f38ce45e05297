"""What a device refused to speak counts as neither heard nor told."""

import pytest

from local.world.played import PlayedInProcess
from tests.entry.reading.refusals import refuse


@pytest.fixture
def answered(world: PlayedInProcess) -> PlayedInProcess:
    world.say("tell slack to send hello")
    world.write("kevin", "#general", "Break a leg!")
    world.settle()
    return world


def test_replies_that_a_device_refused_are_read_again(answered):
    turn = answered.echo.say("ask slack for replies")
    refuse(answered, turn)
    assert answered.say("ask slack for replies").heard == "Kevin says: Break a leg!"
    assert answered.say("ask slack for replies").heard == "No new replies."


def test_replies_that_were_spoken_are_not_read_again_when_the_session_ends_otherwise(answered):
    turn = answered.echo.say("ask slack for replies")
    refuse(answered, turn, reason="USER_INITIATED")
    assert answered.say("ask slack for replies").heard == "No new replies."


def test_what_an_earlier_answer_of_the_session_read_stays_heard(answered):
    answered.say("open slack")
    read = answered.echo.say("any replies")
    later = answered.echo.say("did it go through")
    assert read.heard.startswith("Kevin says")
    refuse(answered, later)
    assert answered.say("ask slack for replies").heard.startswith("No new replies.")


def test_bad_news_that_a_device_refused_is_told_again(world):
    world.fail("429 for 5 s")
    world.say("tell slack to send hello")
    world.archive("#general")
    world.advance(30)
    turn = world.echo.say("ask slack for replies")
    assert "was not sent" in turn.heard
    refuse(world, turn)
    assert "was not sent" in world.say("ask slack for replies").heard
    assert world.say("ask slack for replies").heard == "No replies."


def test_bad_news_is_told_again_to_the_same_request_only(world):
    world.fail("429 for 5 s")
    world.say("tell slack to send hello")
    world.archive("#general")
    world.advance(30)
    assert "was not sent" in world.say("ask slack for replies").heard
    assert "was not sent" in world.echo.repeat_last_request().heard
    assert world.say("ask slack for replies").heard == "No replies."


def test_the_end_of_a_session_that_recorded_nothing_changes_nothing(world):
    turn = world.echo.say("ask slack for replies")
    refuse(world, turn)
    assert world.say("ask slack for replies").heard == "No replies."
