""" "Send ... and wait": what is answered within some seconds is told at once, and is heard."""

import pytest

from tests.delivery.observed import texts
from tests.entry.talking import after

ASK = "tell slack to send is anybody there to general and wait"
SENT = "Sent to general."


def kevin_says(world, text, place="#general", thread_ts=None):
    return lambda: world.write("Kevin Park", place, text, thread_ts)


def test_an_answer_in_time_is_told_and_heard(world):
    after(world, 5, kevin_says(world, "Break a leg!"))
    assert world.say(ASK).heard == f"{SENT} Kevin says: Break a leg!"
    assert texts(world) == ["is anybody there", "Break a leg!"]
    assert world.say("ask slack for replies").heard == "No new replies."


def test_a_repeated_request_is_told_the_same_and_sends_nothing(world):
    after(world, 5, kevin_says(world, "Break a leg!"))
    said = world.say(ASK).heard
    assert world.echo.repeat_last_request().heard == said
    assert texts(world) == ["is anybody there", "Break a leg!"]


def test_reply_goes_to_whom_answered(world):
    after(world, 7, kevin_says(world, "I am"))
    world.say("open slack")
    said = world.say("send is anybody there to general and wait for an answer").heard
    assert said.startswith(f"{SENT} Kevin says: I am")
    assert world.say("thumbs up").heard.startswith("Added thumbs up.")
    assert world.reactions("#general")[-1].emoji == "+1"


def test_an_answer_in_the_messages_own_thread_is_one(world):
    def answer():
        world.write("Kevin Park", "#general", "In here", world.posts("#general")[-1].ts)

    after(world, 5, answer)
    assert world.say(ASK).heard.startswith(SENT)
    assert texts(world) == ["is anybody there"] or "In here" in texts(world)
    said = world.say("ask slack for replies").heard
    assert said in {"No new replies.", "Kevin says in your thread: In here"}


def test_what_is_said_elsewhere_or_was_said_before_is_no_answer(world):
    world.say("tell slack to send hello to general")
    world.write("Ana Lima", "#general", "Earlier")
    after(world, 4, kevin_says(world, "Lunch?", "@Kevin Park"))
    assert world.say(ASK).heard == f"{SENT} No answer yet."
    said = world.say("ask slack for replies").heard
    assert "Earlier" in said
    assert "Lunch?" in said


def test_alexa_does_not_wait_longer_than_she_can(world):
    began = world.parts.clock()
    assert world.say(ASK).heard == f"{SENT} No answer yet."
    assert 5 <= world.parts.clock() - began - 2 < 7


def test_what_is_not_sent_awaits_nothing(world):
    world.fail("429 for 30 s")
    assert world.say(ASK).heard == "On its way to general."


@pytest.mark.parametrize(
    ("phrase", "text", "waits"),
    [
        ("send come in and wait", "come in and wait", False),
        ("send sit down and wait to general", "sit down and wait", False),
        ("send hello to general and wait", "hello", True),
        ("send hello and wait for a reply", "hello", True),
        ("send hello to general and then wait for an answer", "hello", True),
        ("send we came, we saw and wait", "we came, we saw and wait", False),
        ("send wait for an answer", "wait for an answer", False),
        ("send and wait for it", "for it", True),
    ],
)
def test_words_are_taken_off_only_where_they_cannot_be_text(world, phrase, text, waits):
    said = world.say(f"tell slack to {phrase}").heard
    assert texts(world) == [text]
    assert said == (f"{SENT} No answer yet." if waits else SENT)
