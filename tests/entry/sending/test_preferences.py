"""What a speaker chose for links, code and emoji: kept, or said not to be."""

from itertools import product

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.links import PERSONAL
from postbox.links.stores.preferences import Preferences
from postbox.store.table import Table
from skill.intents.settings.preferences import SENTENCES
from skill.reading.preferences import KINDS, RATES, choices_of, rate_in
from skill.rendering.choices import Choices, Saying
from skill.speech.phrases import Phrases
from tests.delivery.flaky import Flaky, Trouble
from tests.entry.sending.composing import refused

PREFERENCES = list(product(KINDS, Saying))
ASKED = [
    "ask slack to catch me up",
    "ask slack to catch me up on general",
    "tell slack to leave out links",
    "ask slack what do you leave out",
]


def preferences(world: PlayedInProcess) -> Preferences:
    return Preferences(Table(world.parts.cloud.client("dynamodb"), TABLE))


def heard(world: PlayedInProcess, said: str) -> str:
    spoken = world.say(said)
    assert not spoken.rejected
    return spoken.heard or ""


class Kept:
    """Services with preferences and nothing else."""

    def __init__(self, world: PlayedInProcess) -> None:
        self.preferences = preferences(world)


def test_who_chose_nothing_hears_the_usual(world):
    assert choices_of(PERSONAL, Kept(world)) == Choices()


@pytest.mark.parametrize(("kind", "saying"), PREFERENCES)
def test_a_preference_is_one_choice_and_leaves_the_others(world, kind, saying):
    preferences(world).choose(PERSONAL, kind, saying)
    expected = {**vars(Choices()), kind: saying}
    assert vars(choices_of(PERSONAL, Kept(world))) == expected


def test_what_a_newer_version_kept_is_not_minded(world):
    preferences(world).choose(PERSONAL, "links", "sung")
    preferences(world).choose(PERSONAL, "polls", "said")
    assert choices_of(PERSONAL, Kept(world)) == Choices()


def test_every_choice_has_its_words():
    phrases = Phrases("en-US")
    said = {phrases.plain(SENTENCES[choice]) for choice in PREFERENCES}
    assert len(said) == len(PREFERENCES) == 9


@pytest.mark.parametrize("said", ASKED)
def test_without_a_link_it_is_said_that_there_is_none(said):
    with world_for(Setting(), linked=False) as world:
        assert heard(world, said).startswith("Earshot is not linked to Slack yet.")


@pytest.mark.parametrize("said", ASKED)
def test_without_the_mailbox_it_is_said_that_it_cannot_be_reached(said):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        flaky.arm(lambda _number, _operation: Trouble.REFUSED)
        assert heard(world, said).startswith("I can't reach my mailbox right now.")


@pytest.mark.parametrize("trouble", Trouble)
def test_a_preference_that_may_not_be_kept_is_said_so(trouble):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        flaky.arm(lambda _n, operation: trouble if operation == "update_item" else None)
        assert heard(world, "tell slack to leave out links") == (
            "I can't tell whether I kept that. Please say it again in a moment."
        )
        flaky.disarm()
        said = "OK. From now on I leave out links."
        assert heard(world, "tell slack to leave out links") == said
        assert preferences(world).of(PERSONAL) == {"links": "left_out"}


def test_a_digest_that_finds_half_of_it_tells_nothing():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        world.write("kevin", "@Kevin", "hello")
        world.settle()
        for after in range(2, 12):
            flaky.arm(refused("query", "batch_get_item", "get_item", after=after))
            said = heard(world, "ask slack to catch me up")
            whole = "Directly from Kevin: hello. Shall I read it?"
            assert said == whole or said.startswith("I can't reach my mailbox"), (after, said)
        flaky.disarm()
        assert heard(world, "ask slack to catch me up") == whole


def spoken_ssml(world: PlayedInProcess, said: str) -> str:
    return str(world.echo.say(said).response["response"]["outputSpeech"]["ssml"])


def test_messages_are_read_at_the_chosen_rate_and_nothing_else_is(world):
    world.write("kevin", "@Kevin", "hello")
    world.settle()
    assert "prosody" not in spoken_ssml(world, "ask slack for replies")
    said = spoken_ssml(world, "tell slack to read that slower")
    assert said == (
        '<speak>Slower from now on. <prosody rate="85%">Kevin says: hello</prosody></speak>'
    )
    world.write("kevin", "@Kevin", "hello again")
    world.settle()
    said = spoken_ssml(world, "ask slack for replies")
    assert said == '<speak><prosody rate="85%">Kevin says: hello again</prosody></speak>'
    assert "prosody" not in spoken_ssml(world, "ask slack for help")


@pytest.mark.parametrize("kept", ["", "fast", "1000", "-1"])
def test_a_rate_that_nobody_can_speak_at_is_the_usual_one(kept):
    assert rate_in({"rate": kept}) == 100


def test_every_rate_that_is_kept_is_the_one_that_is_read():
    assert [rate_in({"rate": str(rate)}) for rate in RATES] == list(RATES)
