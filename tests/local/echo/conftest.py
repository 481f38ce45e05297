"""A skill that answers as it is told to, and an Echo that talks to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from local.echo import Echo
from local.interaction_model import InteractionModel

ROOT = Path(__file__).parents[3]
NOW = 1_790_000_000.25
SKILL_ID = "amzn1.ask.skill.7f9d4b4e"


class FakeSkill:
    """Keeps the requests; gives the answers in their turn, and then the last one again."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.answers: list[Any] = [answer("Hello.")]
        self.farewell: Any = {"version": "1.0", "response": {}}

    def __call__(self, envelope: dict[str, Any]) -> Any:
        self.requests.append(envelope)
        if envelope["request"]["type"] == "SessionEndedRequest":
            returned = self.farewell
        else:
            returned = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(returned, Exception):
            raise returned
        return returned

    @property
    def last(self) -> dict[str, Any]:
        """Return the last request part that came."""
        part: dict[str, Any] = self.requests[-1]["request"]
        return part


def answer(
    speech: str | None = None,
    *,
    ends: bool | None = True,
    reprompt: str | None = None,
    attributes: dict[str, Any] | None = None,
    directives: list[dict[str, Any]] | None = None,
    **response: Any,
) -> dict[str, Any]:
    """Return an answer as ask-sdk writes it; `response` adds to or replaces its parts."""
    body: dict[str, Any] = {"shouldEndSession": ends}
    if speech is not None:
        body["outputSpeech"] = {"type": "SSML", "ssml": f"<speak>{speech}</speak>"}
    if reprompt is not None:
        body["reprompt"] = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{reprompt}</speak>"}}
    if directives is not None:
        body["directives"] = directives
    return {
        "version": "1.0",
        "sessionAttributes": attributes or {},
        "userAgent": "ask-python/1.19.0",
        "response": body | response,
    }


@pytest.fixture
def answering() -> Callable[..., dict[str, Any]]:
    """Return the maker of answers."""
    return answer


@pytest.fixture(scope="session")
def model() -> InteractionModel:
    """Return the English model."""
    return InteractionModel.load(ROOT / "interaction_models" / "en-US.json")


@pytest.fixture
def skill() -> FakeSkill:
    """Return a skill that says hello and ends the session."""
    return FakeSkill()


@pytest.fixture
def make_echo(model: InteractionModel, skill: FakeSkill) -> Callable[..., Echo]:
    """Return a maker of Echos that talk to the skill."""

    def make(**options: Any) -> Echo:
        return Echo(model, skill, lambda: NOW, skill_id=SKILL_ID, **options)

    return make


@pytest.fixture
def echo(make_echo: Callable[..., Echo]) -> Echo:
    """Return an Echo that talks to the skill."""
    return make_echo()
