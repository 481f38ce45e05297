"""While a message for somebody is open, no answer posts anything elsewhere by itself.

At once a message goes to others than those whom it is for only where the words name them, by the
first of their names; and never to the default conversation, which nobody named.
"""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from local.echo.echo import ACCOUNT
from local.echo.requests import Device, RequestMaker, Session
from local.echo.ssml import heard
from local.world.aws.moto_cloud import SKILL_ID
from local.world.models import model_for
from local.world.played import PlayedInProcess, world_for
from tests.entry.sending.composing import KEVINS, posted

LOCALE = "en-US"
PEOPLE = {"@Ana Lima", "@Kevin Park", "@Kevin Sato"}
MODEL = model_for(LOCALE)
OPENED_BY = {
    "what": (["open slack", "message ana"], {"@Ana Lima"}),
    "these words": (
        ["open slack", "message ana", "stop it love you'll fall"],
        {"@Ana Lima"},
    ),
    "which": (["ask slack to tell kevin the parcel is going"], {"@Kevin Park", "@Kevin Sato"}),
    "whom": (["ask slack to message zebulon saying the parcel is going"], PEOPLE),
    "confirm": (["ask slack to tell ana the parcel is going no sorry the box"], {"@Ana Lima"}),
    "when": (["tell slack to schedule the parcel is going to ana"], {"@Ana Lima"}),
}
"""What opens each question, and where its message may go."""
FILLED = {
    "SendMessageIntent": "message",
    "TellIntent": "message",
    "RecipientIntent": "recipient",
    "InsteadIntent": "recipient",
    "CorrectionIntent": "said",
    "ChangeMessageIntent": "message",
    "AskIntent": "message",
    "Opening_the": "message",
}
"""Intents that Alexa may give an answer to, whatever it is, and their slots."""
FRONT = (
    "",
    "no",
    "och",
    "say",
    "no leave that out say",
    "scrap that",
    "hang on",
    "yes and",
    "it's",
)
MIDDLE = ("they're in the shed", "the soup is on", "her", "park", "it", "don't bother", "put it")
BACK = ("", "instead", "in random", "for sato", "to everyone", "thanks", "not her", "i meant ana")
TURNS = 24


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    """A world of its own for each question, so that no order of the tests tells."""
    with world_for(KEVINS) as played:
        yield played


def opened(world: PlayedInProcess, said: list[str]) -> dict[str, Any]:
    """Return what the session remembers once a question is open."""
    for words in said:
        world.advance(2)
        turn = world.echo.say(words)
    remembered: dict[str, Any] = turn.response["sessionAttributes"]
    assert remembered["question"]
    return remembered


def answer(world: PlayedInProcess, remembered: dict[str, Any], random: Random) -> tuple[str, ...]:
    """Say anything there; return the intent that took it, the words, and what is wrong then."""
    intent, slot = random.choice(sorted(FILLED.items()))
    words = " ".join(filter(None, map(random.choice, (FRONT, MIDDLE, BACK))))
    maker = RequestMaker(Random(f"{intent} {words}"), LOCALE, lambda _type, _value: None)
    request = maker.intent(world.parts.clock(), MODEL.intents[intent], {slot: words}, None)
    session = Session("amzn1.echo-api.session.1", False, copy.deepcopy(remembered))
    device = Device(SKILL_ID, ACCOUNT, "amzn1.ask.device.1", LOCALE)
    return intent, words, at_odds(world.parts.skill(device.envelope(session, request)))


def at_odds(answered: dict[str, Any]) -> str:
    """Return how the microphone does not fit what was asked; nothing where it does."""
    asks = heard(answered["response"]["outputSpeech"]["ssml"]).endswith("?")
    if answered["response"]["shouldEndSession"]:
        return "closed though something was asked" if asks else ""
    return "" if answered["sessionAttributes"].get("question") else "open without a question"


@pytest.mark.parametrize("question", OPENED_BY)
def test_nothing_is_posted_at_once_but_to_whom_it_is_for(world, question):
    said, places = OPENED_BY[question]
    remembered, random = opened(world, said), Random(question)
    for _ in range(TURNS):
        before = posted(world)
        intent, words, wrong = answer(world, remembered, random)
        new = {place for place, texts in posted(world).items() if texts != before.get(place)}
        elsewhere = new - places
        named = {place for place in elsewhere if place[1:].lower().split()[0] in words.split()}
        assert elsewhere <= named, (question, intent, words)
        assert not wrong, (question, intent, words, wrong)
