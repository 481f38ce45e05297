"""Whatever is said while the words of a message wait: they are not lost in silence."""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from local.echo.echo import ACCOUNT
from local.echo.requests import Device, RequestMaker, Session
from local.world.aws.moto_cloud import SKILL_ID
from local.world.models import model_for
from local.world.played import PlayedInProcess, world_for
from skill.intents.registry import INTENTS
from skill.speech.phrases import Phrases
from skill.understanding.openings import openings
from tests.entry.sending.composing import KEVINS, posted
from tests.entry.talking import in_slack

LOCALE = "en-US"
MODEL = model_for(LOCALE)
SAID_OF_IT = [
    *map(Phrases(LOCALE).plain, ("cancelled", "other_not_sent", "nothing_changed")),
    "Changed your message",
    "Shall I change its words to",
]
WORDS = "the parcel is going"
OPENED_BY = {
    "which": ["ask slack to tell kevin the parcel is going"],
    "whom": ["ask slack to message zebulon saying the parcel is going"],
    "confirm": ["tell slack to send the parcel is going to ana"],
    "more words": ["tell slack to send the parcel is going to ana", "add"],
    "when": ["tell slack to schedule the parcel is going to random"],
    "confirm a time": ["tell slack to schedule the parcel is going to random at five"],
    "change what was sent": ["alexa tell slack to send hello", "tell slack to change that to ana"],
}
OPENINGS = ("Opening_at", "Opening_the")
"""All openings have one handler; a time behind one is another matter."""
SLOTS = {"RECIPIENT": "ana lima", "EMOJI": "heart", "AMAZON.Ordinal": "2", "AMAZON.NUMBER": "2"}


@pytest.fixture(scope="module")
def opened() -> Iterator[tuple[PlayedInProcess, dict[str, dict[str, Any]]]]:
    """Return a world, and what a session remembers at each open question."""
    with world_for(KEVINS) as world:
        found = {}
        for question, said in OPENED_BY.items():
            for words in said:
                world.advance(2)
                turn = world.echo.say(words)
            found[question] = turn.response["sessionAttributes"]
        yield world, found


def slots(intent: str, spoken: str) -> dict[str, str | None]:
    """Fill an intent's first slot, or none."""
    if not spoken:
        return {}
    found = list(MODEL.intents[intent].slots)[:1]
    return {slot.name: SLOTS.get(slot.type, spoken) for slot in found}


def asked(
    world: PlayedInProcess, remembered: dict[str, Any], intent: str, spoken: str, seed: str
) -> tuple[str, dict[str, Any]]:
    """Ask in a session that remembers this; return what is heard, and remembered then."""
    maker = RequestMaker(Random(f"{intent} {spoken} {seed}"), LOCALE, lambda _type, _value: None)
    request = maker.intent(world.parts.clock(), MODEL.intents[intent], slots(intent, spoken), None)
    session = Session("amzn1.echo-api.session.1", False, copy.deepcopy(remembered))
    device = Device(SKILL_ID, ACCOUNT, "amzn1.ask.device.1", LOCALE)
    answer = world.parts.skill(device.envelope(session, request))
    speech = answer["response"]["outputSpeech"]["ssml"]
    stays = not answer["response"].get("shouldEndSession", False)
    return speech, (answer.get("sessionAttributes") or {}) if stays else {}


def matter(remembered: dict[str, Any]) -> Any:
    """Return what tells an open message, or an open change, from others."""
    kept = (remembered.get("question") or {}).get("remember") or {}
    return kept["draft"]["id"] if "draft" in kept else kept.get("change")


def sent(world: PlayedInProcess) -> int:
    """Return how often the words stand in Slack, or wait there for their time."""
    return str((posted(world), in_slack(world))).count(WORDS)


@pytest.mark.parametrize("question", OPENED_BY)
def test_the_question_is_about_words(opened, question):
    _, remembered = opened
    assert matter(remembered[question])


@pytest.mark.parametrize("spoken", ["see you at the station", ""], ids=["with words", "without"])
@pytest.mark.parametrize("intent", [*sorted(INTENTS.keys() - openings().keys()), *OPENINGS])
def test_no_words_are_lost_in_silence(opened, intent, spoken):
    world, remembered = opened
    for question, before in remembered.items():
        stood = sent(world)
        heard, after = asked(world, before, intent, spoken, question)
        goes_on = matter(after) == matter(before)
        is_told = any(sentence in heard for sentence in SAID_OF_IT)
        assert goes_on or is_told or sent(world) == stood + 1, (question, heard)
