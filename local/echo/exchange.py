"""One request to the skill and its answer, as the wire would carry them."""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from local.echo import answers
from local.echo.answers import Answer, BadAnswer
from local.interaction_model import InteractionModel

INVALID_RESPONSE = "INVALID_RESPONSE"
INTERNAL_SERVICE_ERROR = "INTERNAL_SERVICE_ERROR"
ENDPOINT_TIMEOUT = "ENDPOINT_TIMEOUT"

Skill = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Failure:
    """Why there is no answer to speak: Alexa's error type, and a sentence."""

    type: str
    message: str


@dataclass(frozen=True)
class Exchange:
    """What became of a request: an answer or a failure, and how long it took."""

    result: Answer | Failure
    response: dict[str, Any]
    seconds: float


class Line:
    """The way to the skill."""

    def __init__(
        self,
        invoke: Skill,
        timer: Callable[[], float],
        model: InteractionModel,
        *,
        has_screen: bool,
    ) -> None:
        """Send requests to `invoke`, timed by `timer` in seconds."""
        self._invoke = invoke
        self._timer = timer
        self._model = model
        self._has_screen = has_screen

    def ask(self, envelope: dict[str, Any]) -> Exchange:
        """Send a request and read the answer."""
        returned, seconds = self._send(envelope)
        response = _object(returned)
        if isinstance(returned, Failure):
            return Exchange(returned, response, seconds)
        if seconds > answers.MOST_SECONDS:
            late = f"The skill took {seconds:.1f} s; Alexa waits {answers.MOST_SECONDS:g} s."
            return Exchange(Failure(ENDPOINT_TIMEOUT, late), response, seconds)
        try:
            answer = answers.read(
                returned, envelope["request"], self._model, has_screen=self._has_screen
            )
        except BadAnswer as problem:
            return Exchange(Failure(INVALID_RESPONSE, str(problem)), response, seconds)
        return Exchange(answer, response, seconds)

    def part(self, envelope: dict[str, Any]) -> tuple[Exchange, str | None]:
        """Send the end of a session; return also what is wrong with the answer, if anything."""
        returned, seconds = self._send(envelope)
        if isinstance(returned, Failure):
            return Exchange(returned, {}, seconds), returned.message
        try:
            body = answers.read_farewell(returned)
        except BadAnswer as problem:
            failure = Failure(INVALID_RESPONSE, str(problem))
            return Exchange(failure, _object(returned), seconds), failure.message
        return Exchange(Answer(body), body, seconds), None

    def _send(self, envelope: dict[str, Any]) -> tuple[object, float]:
        wire = json.loads(json.dumps(envelope))
        started = self._timer()
        returned: object
        try:
            returned = self._invoke(wire)
        except Exception as error:  # noqa: BLE001 - whatever a skill raises ends in this sentence
            sentence = f"The skill raised {type(error).__name__}: {error}"
            returned = Failure(INTERNAL_SERVICE_ERROR, sentence)
        return returned, self._timer() - started


def _object(returned: object) -> dict[str, Any]:
    return copy.deepcopy(returned) if isinstance(returned, dict) else {}
