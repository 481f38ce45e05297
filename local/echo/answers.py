"""The answer of a skill: whether a device would take it, and what it comes to."""

import json
from dataclasses import dataclass
from typing import Any

from local.echo import ssml
from local.echo.directives import Asked, obey
from local.interaction_model import InteractionModel

MOST_SECONDS = 8.0
"""Alexa waits about this long for the whole answer."""
LONGEST_SPEECH = 8_000
LONGEST_CARD = 8_000
LARGEST_ANSWER = 120 * 1024
"""Bytes of the answer as JSON."""

_CARDS = frozenset({"Simple", "Standard", "LinkAccount", "AskForPermissionsConsent"})
_QUIET = ("outputSpeech", "reprompt", "card", "directives")


class BadAnswer(ValueError):
    """A device would refuse the answer; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What an acceptable answer comes to."""

    body: dict[str, Any]
    """The whole answer, as JSON carries it."""
    heard: str = ""
    reprompt: str = ""
    attributes: dict[str, Any] | None = None
    directives: tuple[dict[str, Any], ...] = ()
    stays_open: bool = False
    asked: Asked | None = None
    ignored: str | None = None
    confirms: str = ""
    """The token of the request for a PIN, which Alexa asks for herself."""


def read(
    answer: object, request: dict[str, Any], model: InteractionModel, *, has_screen: bool
) -> Answer:
    """Return what an answer to the `request` part of an envelope comes to, or raise BadAnswer."""
    body = as_json(answer)
    problems = _envelope_problems(body)
    _raise_for(problems)
    response = body["response"]
    stays_open = _stays_open(response)
    directives = tuple(response.get("directives") or ())
    _raise_for([*_speech_problems(response, stays_open), *_card_problems(response.get("card"))])
    orders = obey(response, request, model, has_screen=has_screen, stays_open=stays_open)
    _raise_for(list(orders.problems))
    return Answer(
        body=body,
        heard=_heard(response.get("outputSpeech")),
        reprompt=_heard((response.get("reprompt") or {}).get("outputSpeech")),
        attributes=body.get("sessionAttributes") or {},
        directives=directives,
        stays_open=stays_open,
        asked=orders.asked,
        ignored=orders.ignored,
        confirms=orders.confirms,
    )


def read_farewell(answer: object) -> dict[str, Any]:
    """Return the answer to a SessionEndedRequest, which must be empty, or raise BadAnswer."""
    body = as_json(answer)
    _raise_for(_envelope_problems(body))
    said = [part for part in _QUIET if body["response"].get(part)]
    if said:
        raise BadAnswer(f"The answer to a SessionEndedRequest must not have {', '.join(said)}.")
    return body


def as_json(answer: object) -> dict[str, Any]:
    """Return the answer as it would come off the wire, or raise BadAnswer."""
    try:
        text = json.dumps(answer, ensure_ascii=False, allow_nan=False)
        size = len(text.encode("utf-8"))
    except (TypeError, ValueError, RecursionError) as error:
        raise BadAnswer(f"The answer is not JSON: {error}.") from error
    if not isinstance(answer, dict):
        raise BadAnswer("The answer is no JSON object.")
    if size > LARGEST_ANSWER:
        raise BadAnswer(f"The answer has {size:,} bytes; Alexa takes {LARGEST_ANSWER:,}.")
    body: dict[str, Any] = json.loads(text)
    return body


def _raise_for(problems: list[str]) -> None:
    if problems:
        raise BadAnswer(" ".join(problems))


def _envelope_problems(body: dict[str, Any]) -> list[str]:
    found = []
    if body.get("version") != "1.0":
        found.append('The answer has no version "1.0".')
    if not isinstance(body.get("response"), dict):
        return [*found, "The answer has no response object."]
    response = body["response"]
    if not isinstance(body.get("sessionAttributes") or {}, dict):
        found.append("sessionAttributes is no object.")
    if not isinstance(response.get("shouldEndSession"), bool | None):
        found.append("shouldEndSession is not true or false.")
    found += [
        f"{part} is no object."
        for part in ("outputSpeech", "reprompt", "card")
        if not isinstance(response.get(part), dict | None)
    ]
    directives = response.get("directives") or []
    if not isinstance(directives, list) or not all(
        _is_directive(directive) for directive in directives
    ):
        found.append("directives is no list of objects with a type.")
    return found


def _is_directive(thing: object) -> bool:
    return isinstance(thing, dict) and isinstance(thing.get("type"), str)


def _stays_open(response: dict[str, Any]) -> bool:
    # Amazon's pages differ on what null means and agree that false opens the microphone. Null is
    # taken as false, as the page on sessions has it; without the key nothing is asked on a device
    # that has no screen, so the session is over.
    if "shouldEndSession" not in response:
        return False
    return response["shouldEndSession"] is not True


def _speech_problems(response: dict[str, Any], stays_open: bool) -> list[str]:
    found = _one_speech("outputSpeech", response.get("outputSpeech"))
    reprompt = response.get("reprompt")
    if reprompt is not None:
        found += _one_speech("The reprompt's outputSpeech", reprompt.get("outputSpeech"))
        if not stays_open:
            found.append("The answer has a reprompt and does not keep the session open.")
    return found


def _one_speech(name: str, speech: object) -> list[str]:
    if speech is None:
        return []
    if not isinstance(speech, dict):
        return [f"{name} is no object."]
    key = {"SSML": "ssml", "PlainText": "text"}.get(str(speech.get("type")))
    if key is None:
        return [f"{name} is neither SSML nor PlainText."]
    text = speech.get(key)
    if not isinstance(text, str) or not text.strip():
        return [f"{name} has no {key}."]
    found = ssml.problems(text) if key == "ssml" else []
    if len(text) > LONGEST_SPEECH:
        found.append(f"{name} has {len(text):,} characters; Alexa takes {LONGEST_SPEECH:,}.")
    return found


def _card_problems(card: dict[str, Any] | None) -> list[str]:
    if card is None:
        return []
    if card.get("type") not in _CARDS:
        return [f"There is no card of type {card.get('type')}."]
    image = card.get("image") or {}
    parts = [card.get("title"), card.get("content"), card.get("text")]
    parts += list(image.values()) if isinstance(image, dict) else [image]
    if not all(isinstance(part, str | None) for part in parts):
        return ["The card has a part that is no text."]
    length = sum(len(part or "") for part in parts)
    if length > LONGEST_CARD:
        return [f"The card has {length:,} characters; Alexa takes {LONGEST_CARD:,}."]
    return []


def _heard(speech: dict[str, Any] | None) -> str:
    if not speech:
        return ""
    if speech["type"] == "SSML":
        return ssml.heard(speech["ssml"])
    return ssml.folded(speech["text"])
