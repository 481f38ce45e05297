"""One message for several: each of them counts, whatever becomes of the others."""

import pytest

from local.world.played import world_for
from tests.delivery.flaky import Flaky, Trouble
from tests.entry.sending.composing import KEVINS, NOT_TAKEN, posted, refused, troubled


@pytest.mark.parametrize(
    ("nth", "sent", "unsent"), [(1, "general", "random"), (2, "random", "general")]
)
def test_of_two_recipients_each_is_told_truthfully(nth, sent, unsent):
    flaky = Flaky("skill", "sqs")
    with troubled(flaky) as world:
        sends: list[int] = []

        def nth_send(number: int, operation: str) -> Trouble | None:
            sends.extend([number] * (operation == "send_message"))
            refuses = operation == "send_message" and len(sends) == nth
            return Trouble.REFUSED if refuses else None

        flaky.arm(nth_send)
        said = world.say("tell slack to send lunch is here to random and general").heard
        flaky.disarm()
        world.advance(60)
        assert posted(world) == {f"#{sent}": ["lunch is here"]}
        assert said.startswith(f"Sent to {sent}.")
        assert "Nothing was sent." not in said
        assert unsent in said.removeprefix(f"Sent to {sent}.")


def test_of_two_recipients_one_that_slack_refuses_is_named():
    with world_for(KEVINS) as world:
        world.archive("#random")
        said = world.say("tell slack to send lunch is here to random and general").heard
        assert said.startswith("Sent to general. Your message to random was not sent")
        assert posted(world) == {"#general": ["lunch is here"]}


def test_with_the_queue_gone_nothing_was_sent_to_anybody():
    flaky = Flaky("skill", "sqs")
    with troubled(flaky) as world:
        flaky.arm(refused("send_message"))
        said = world.say("tell slack to send lunch is here to random and general").heard
        flaky.disarm()
        world.advance(60)
        assert said.startswith(NOT_TAKEN)
        assert said.count("Nothing was sent.") == 1
        assert posted(world) == {}


def test_who_was_certain_stays_when_another_name_has_to_be_asked_for():
    with world_for(KEVINS) as world:
        said = world.say("tell slack to send the soup is here to random and zebulon").heard
        assert said.startswith("I can't find zebulon")
        world.say("ana")
        assert posted(world) == {"#random": ["the soup is here"], "@Ana Lima": ["the soup is here"]}


def test_who_was_certain_stays_when_another_has_to_be_chosen():
    with world_for(KEVINS) as world:
        said = world.say("tell slack to send lunch is here to random and kevin").heard
        assert said == "Kevin Park or Kevin Sato?"
        world.say("the last one")
        assert posted(world) == {"#random": ["lunch is here"], "@Kevin Sato": ["lunch is here"]}
