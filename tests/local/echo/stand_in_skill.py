"""A skill that answers as a test wants, and remembers what it was asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from local.echo import Echo
from local.interaction_model import InteractionModel

NOW = 1_800_000_000.75
SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"
MODEL = InteractionModel.load(
    Path(__file__).parents[3] / "interaction_models" / "en-US.json",
)


def ssml(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{text}</speak>"}


def ends(speech: str = "Done.", **more: Any) -> dict[str, Any]:
    """Return an answer that ends the session."""
    return {
        "version": "1.0",
        "response": {"outputSpeech": ssml(speech), "shouldEndSession": True, **more},
    }


def asks(
    speech: str = "What?", reprompt: str | None = "Well?", *, keeps: Any = None, **more: Any
) -> dict[str, Any]:
    """Return an answer that keeps the session open, with what it wants kept."""
    again = {"reprompt": {"outputSpeech": ssml(reprompt)}} if reprompt else {}
    return {
        "version": "1.0",
        "sessionAttributes": keeps or {},
        "response": {
            "outputSpeech": ssml(speech),
            "shouldEndSession": False,
            **again,
            **more,
        },
    }


def elicits(
    intent: str = "SendMessageIntent", slot: str = "message", **more: Any
) -> dict[str, Any]:
    """Return a question whose answer goes into a slot."""
    return {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": slot,
        "updatedIntent": {"name": intent, "confirmationStatus": "NONE", "slots": {}},
        **more,
    }


def nothing() -> dict[str, Any]:
    """Return the empty answer, which the end of a session gets."""
    return {"version": "1.0", "response": {}}


class StandInSkill:
    """Gives the answers in their order, the last one ever after; a callable is called."""

    def __init__(self, *answers: Any, farewell: Any = None) -> None:
        self.answers = list(answers)
        self.farewell = nothing() if farewell is None else farewell
        self.asked: list[dict[str, Any]] = []

    def __call__(self, event: dict[str, Any]) -> Any:
        self.asked.append(event)
        if event["request"]["type"] == "SessionEndedRequest":
            return self.farewell() if callable(self.farewell) else self.farewell
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer() if callable(answer) else answer

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The `request` parts of what was asked."""
        return [event["request"] for event in self.asked]

    @property
    def kinds(self) -> list[str]:
        """What was asked for: the intents by name, the other requests by type."""
        return [
            request["intent"]["name"] if "intent" in request else request["type"]
            for request in self.requests
        ]


def echo_with(
    skill: Callable[[dict[str, Any]], Any], model: InteractionModel = MODEL, **more: Any
) -> Echo:
    """Return an Echo that talks to `skill`."""
    return Echo(model, skill, lambda: NOW, skill_id=SKILL_ID, **more)


def raises(error: Exception) -> Callable[[], Any]:
    """Return what raises instead of answering."""

    def answer() -> Any:
        raise error

    return answer
