"""Who stands before which Echo: what the skill is sent then, and whose conversation goes on."""

from itertools import count
from typing import Any

import pytest

from local.echo.echo import ACCOUNT
from local.stack.echoes import Echos, speakers
from local.stack.household import HOUSEHOLDS, NotThere, person_id_of, standing
from local.world.models import model_for

FIRST, OTHER = HOUSEHOLDS
KEVINS = person_id_of("Kevin Park")
TOKENS = {(ACCOUNT, None): "the account's", (ACCOUNT, KEVINS): "Kevin's"}


class Skill:
    """Listens on after everything, and keeps what it was sent."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def __call__(self, event: Any) -> dict[str, Any]:
        self.sent.append(event)
        speech = {"type": "SSML", "ssml": "<speak>Yes?</speak>"}
        response = {"outputSpeech": speech, "shouldEndSession": False}
        return {"version": "1.0", "response": {**response, "reprompt": {"outputSpeech": speech}}}


@pytest.fixture
def skill() -> Skill:
    return Skill()


@pytest.fixture
def echos(skill: Skill) -> Echos:
    echos = Echos(skill, count().__next__, "http://127.0.0.1:1", lambda *who: TOKENS.get(who))
    echos.begin(model_for("en-US"), "en-US")
    return echos


@pytest.mark.parametrize(
    ("asked", "system"),
    [
        ({"account": ACCOUNT}, {"account": ACCOUNT, "token": "the account's", "person": None}),
        (
            {"account": ACCOUNT, "voice": "Kevin Park"},
            {"account": ACCOUNT, "token": "the account's", "person": (KEVINS, "Kevin's")},
        ),
        (
            {"account": ACCOUNT, "voice": "Giselle"},
            {
                "account": ACCOUNT,
                "token": "the account's",
                "person": (person_id_of("Giselle"), None),
            },
        ),
        ({"account": OTHER.user_id}, {"account": OTHER.user_id, "token": None, "person": None}),
    ],
)
def test_the_skill_is_told_who_speaks(echos, skill, asked, system):
    echos.standing = standing(asked)
    echos.standing_echo().say("open slack")
    sent = skill.sent[-1]["context"]["System"]
    person = sent.get("person")
    assert {
        "account": sent["user"]["userId"],
        "token": sent["user"].get("accessToken"),
        "person": person and (person["personId"], person.get("accessToken")),
    } == system


def test_each_device_has_a_conversation_of_its_own(echos, skill):
    kitchen, screen = FIRST.devices
    echos.standing_echo().say("open slack")
    assert echos.listens
    echos.standing = standing({"account": ACCOUNT, "device": screen.id})
    assert not echos.listens
    echos.standing_echo().say("open slack")
    echos.standing = standing({"account": ACCOUNT, "device": kitchen.id})
    assert echos.listens
    echos.standing_echo().say("what's new")
    sessions = [event["session"]["sessionId"] for event in skill.sent]
    assert sessions[0] == sessions[2] != sessions[1]
    shown = [
        event["context"]["System"]["device"]["supportedInterfaces"] != {} for event in skill.sent
    ]
    assert shown == [False, True, False]


def test_a_fresh_start_is_somebody_whom_nobody_chose(echos):
    echos.standing = standing({"account": ACCOUNT, "voice": "Kevin Park"})
    assert echos.standing.told == "Kevin Park, Kitchen"
    echos.standing_echo().say("open slack")
    echos.begin(model_for("en-US"), "en-US")
    assert (echos.standing.told, echos.listens) == ("", False)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ({}, "account"),
        ({"account": ["a list"]}, "account"),
        ({"account": ACCOUNT, "device": OTHER.devices[0].id}, "device"),
        ({"account": OTHER.user_id, "voice": "Giselle"}, "voice"),
        ({"account": ACCOUNT, "voice": 7}, "voice"),
    ],
)
def test_who_is_not_there_cannot_speak(asked, kind):
    with pytest.raises(NotThere, match=f"There is no such {kind} here; there is: "):
        standing(asked)


def test_the_page_is_told_whose_slack_is_linked():
    here = standing({"account": ACCOUNT, "voice": "Kevin Park"})
    told = speakers(here, lambda user_id, person_id: f"{TOKENS.get((user_id, person_id))} Slack")
    assert told["linked"] == {"account": "the account's Slack", "voice": "Kevin's Slack"}
    assert (told["account"], told["voice"]) == (ACCOUNT, "Kevin Park")
    assert [account["name"] for account in told["accounts"]] == [
        "Giselle's account",
        "Ana's account",
    ]
