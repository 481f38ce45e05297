"""A message in the making, and AWS at its worst: nothing is claimed that is not so."""

import pytest

from local.world.played import world_for
from tests.delivery.flaky import Flaky, Trouble
from tests.delivery.observed import queued, receipts
from tests.entry.sending.composing import (
    KEVINS,
    NOT_TAKEN,
    READS,
    learned,
    posted,
    refused,
    troubled,
)

OUT_OF_REACH = "I can't reach my mailbox right now."
"""Said where not even the owner can be looked up; the message has not been taken then, either."""

# ------------------------------------------------------------------------- names cannot be read


@pytest.mark.parametrize("after", range(5))
def test_without_names_and_learned_names_nothing_is_taken_nor_claimed(after):
    """Refused from the nth read on: the link, what is untold, the names and their slices, ..."""
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(refused(*READS, after=after))
        said = world.say("tell slack to send hello to ana").heard
        assert flaky.broken
        flaky.disarm()
        world.advance(60)
        if said.startswith((NOT_TAKEN, OUT_OF_REACH)):
            assert (posted(world), receipts(world), queued(world)) == ({}, [], 0)
        else:
            assert not said.startswith("Sent")
            assert posted(world) == {"@Ana Lima": ["hello"]}


@pytest.mark.parametrize("operation", ["batch_get_item", "query"])
def test_names_or_learned_names_that_are_out_of_reach_take_no_message(operation):
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(refused(operation))
        assert world.say("tell slack to send hello to ana").heard.startswith(NOT_TAKEN)
        flaky.disarm()
        world.advance(60)
        assert (posted(world), receipts(world), queued(world)) == ({}, [], 0)
        assert world.say("tell slack to send hello to ana").heard == "Sent to Ana Lima."


def test_an_answer_that_cannot_be_taken_up_sends_nothing():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        assert world.say("ask slack to tell kevin i'm late").heard == "Kevin Park or Kevin Sato?"
        flaky.arm(refused(*READS))
        assert world.say("the first one").heard.startswith((NOT_TAKEN, OUT_OF_REACH))
        flaky.disarm()
        world.advance(60)
        assert (posted(world), learned(world), queued(world)) == ({}, [], 0)


def test_an_owner_who_cannot_be_looked_up_costs_no_words_that_wait():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        assert world.say("ask slack to tell kevin i'm late").heard == "Kevin Park or Kevin Sato?"
        flaky.arm(refused(*READS))
        for _ in range(2):
            assert world.say("the first one").heard.startswith(OUT_OF_REACH)
            assert world.echo.session_open
        assert (posted(world), queued(world)) == ({}, 0)
        flaky.disarm()
        assert world.say("the first one").heard.startswith("Sent to Kevin Park.")
        assert posted(world) == {"@Kevin Park": ["I'm late"]}


def test_a_stranger_gets_nothing_of_the_words_that_an_outage_kept():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        world.speak_as("a recognized voice")
        world.say("ask slack to tell kevin i'm late")
        flaky.arm(refused(*READS))
        turn = world.echo.say("the first one")
        told = turn.response["response"]
        assert told["reprompt"]["outputSpeech"] == told["outputSpeech"]
        assert "Kevin" not in str(told)
        flaky.disarm()
        world.speak_as("another recognized voice")
        assert world.say("the first one").heard == "This Earshot answers only its owner."
        world.advance(60)
        assert (posted(world), queued(world)) == ({}, 0)


@pytest.mark.parametrize("damaged", ["x", [], {}, {"pending": "which"}, {"pending": []}], ids=str)
def test_a_session_that_cannot_be_read_is_answered_where_the_owner_cannot_be_looked_up(damaged):
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        request = world.echo.say("ask slack to tell kevin i'm late").request
        request["session"] |= {"new": False, "attributes": {"question": damaged}}
        flaky.arm(refused(*READS))
        response = world.parts.skill(request)["response"]
        assert OUT_OF_REACH in response["outputSpeech"]["ssml"]
        assert response["shouldEndSession"]


def test_without_words_that_wait_an_owner_who_cannot_be_looked_up_ends_the_session():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        world.say("open slack")
        flaky.arm(refused(*READS))
        assert world.say("help").heard.startswith(OUT_OF_REACH)
        assert not world.echo.session_open


# ---------------------------------------------------------------- what is learned cannot be kept


def test_a_name_that_cannot_be_kept_takes_nothing_back_of_what_was_sent():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        world.say("ask slack to tell kevin i'm late")
        writes: list[int] = []

        def second_write(number: int, operation: str) -> Trouble | None:
            writes.extend([number] * (operation == "put_item"))
            return Trouble.REFUSED if operation == "put_item" and len(writes) > 1 else None

        flaky.arm(second_write)
        said = world.say("kevin sato").heard
        assert flaky.broken == ["put_item"]
        assert said.startswith("Sent to Kevin Sato.")
        assert "From now on" not in said
        assert posted(world) == {"@Kevin Sato": ["I'm late"]}
        assert learned(world) == []


def test_a_name_that_cannot_be_taught_is_not_said_to_be_learned():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        flaky.arm(refused("put_item"))
        said = world.say("tell slack when i say the boss i mean ana").heard
        flaky.disarm()
        assert not said.startswith("OK")
        assert learned(world) == []


# --------------------------------------------------------------------------------- said once more


def test_an_answer_that_alexa_repeats_sends_and_learns_once():
    with world_for(KEVINS) as world:
        world.say("ask slack to tell kevin i'm late")
        first = world.say("kevin sato").heard
        assert world.echo.repeat_last_request().heard == first
        world.advance(700)
        world.echo.repeat_last_request()
        world.advance(60)
        assert posted(world) == {"@Kevin Sato": ["I'm late"]}
        assert learned(world) == []
        assert len(receipts(world)) == 1

        world.say("ask slack to tell kevin the bus is late")
        second = world.say("kevin sato").heard
        assert "From now on, kevin is Kevin Sato." in second
        assert world.echo.repeat_last_request().heard == second
        assert posted(world) == {"@Kevin Sato": ["I'm late", "the bus is late"]}
        assert [alias.spoken for alias in learned(world)] == ["kevin"]


def test_a_question_that_alexa_repeats_is_the_same_question():
    with world_for(KEVINS) as world:
        first = world.say("ask slack to tell kevin i'm late").heard
        assert world.echo.repeat_last_request().heard == first
        assert world.say("the second one").heard.startswith("Sent to Kevin Sato.")
        assert posted(world) == {"@Kevin Sato": ["I'm late"]}


def test_a_message_for_several_that_alexa_repeats_is_everywhere_once():
    with world_for(KEVINS) as world:
        said = "tell slack to send lunch is here to random and general and ana"
        first = world.say(said).heard
        assert first == "Sent to random, general and Ana Lima."
        assert world.echo.repeat_last_request().heard == first
        world.advance(60)
        lunch = ["lunch is here"]
        assert posted(world) == {"#random": lunch, "#general": lunch, "@Ana Lima": lunch}
