"""What stands before the skill: whose request it is, and a valid answer whatever comes.

ask-sdk raises on unknown request types and on malformed envelopes before any handler of ours runs,
and Alexa then speaks of "a problem with the requested skill's response".
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model.request_envelope import RequestEnvelope
from aws_lambda_powertools import Logger

from postbox.store.errors import MailboxUnavailable
from postbox.store.text import storable
from skill.alexa.admission import Admitted, Refusal, SpeakerGuard
from skill.dialog.open_questions import words_wait_in
from skill.speech.keys import Key
from skill.speech.languages import UnknownLocale, language_of
from skill.speech.phrases import COMPLETE, Phrases
from skill.speech.said import say

EVENTS = "AlexaSkillEvent."
SPOKEN_TYPES = ("LaunchRequest", "IntentRequest", "SessionResumedRequest")


class RequestGuard:
    """Lets in what is for this skill and answers the rest by itself."""

    def __init__(
        self,
        skill: CustomSkill,
        skill_id: str,
        guard: SpeakerGuard,
        logger: Logger,
        failed: Callable[[], None],
        events: Callable[[Any], None] = lambda _event: None,
    ) -> None:
        """Serve the skill of this id, and whom the guard lets in.

        `failed` is told of each request that went wrong, `events` of each of Alexa's skill events.
        """
        self._skill = skill
        self._skill_id = skill_id
        self._guard = guard
        self._logger = logger
        self._failed = failed
        self._events = events

    def answer(self, event: Any) -> dict[str, Any]:
        """Return Alexa's response to an event.

        Raises only for what she tells without anybody speaking: she tells it again.
        """
        request = _of(event, "request")
        kind = request.get("type")
        self._logger.append_keys(request_id=request.get("requestId"), type=kind)
        if not self._skill_id or _application_id(event) != self._skill_id:
            self._logger.warning("not for this skill")
            return _response(None)
        if str(kind).startswith(EVENTS):
            return self._told(event)
        if not _is_spoken(request.get("locale")):
            self._logger.warning("not a locale that is spoken")
            return self._sorry("language_unknown", {"locale": COMPLETE}, kind)
        try:
            admitted = self._guard.admit(event, spoken=kind in SPOKEN_TYPES)
            if isinstance(admitted, Refusal):
                return self._refused(admitted, event, kind)
            response = self._invoke(event, admitted)
        except MailboxUnavailable:
            # Who speaks could not be looked up: in doubt nobody hears anything.
            return _goes_on(event, self._sorry("mailbox_unavailable", request, kind))
        except Exception as error:  # noqa: BLE001 - Alexa gets an answer whatever happens
            self._logger.warning("not understood", extra={"error": type(error).__name__})
            if kind in SPOKEN_TYPES:
                self._failed()
            return self._sorry("failure", request, kind)
        self._logger.info("answered")
        return response

    def _told(self, event: Any) -> dict[str, Any]:
        """Take what Alexa tells without anybody speaking; she tells it again where this raises."""
        self._events(event)
        self._logger.info("taken")
        return _response(None)

    def _refused(self, refusal: Refusal, event: Any, kind: Any) -> dict[str, Any]:
        self._logger.warning("not for this speaker", extra={"why": refusal.why})
        response = self._sorry(refusal.why, _of(event, "request"), kind)
        if refusal.links and kind in SPOKEN_TYPES:
            response["response"]["card"] = {"type": "LinkAccount"}
        return _kept_open(event, response) if refusal.goes_on else response

    def _sorry(self, sentence: Key, request: Mapping[str, Any], kind: Any) -> dict[str, Any]:
        if kind not in SPOKEN_TYPES:
            return _response(None)
        return _response(Phrases(str(request["locale"])).ssml(say(sentence)))

    def _invoke(self, event: Any, admitted: Admitted) -> dict[str, Any]:
        serializer = self._skill.serializer
        payload = storable(json.dumps(event, ensure_ascii=False))
        envelope = serializer.deserialize(payload=payload, obj_type=RequestEnvelope)
        response: Any = serializer.serialize(self._skill.invoke(envelope, admitted))
        return dict(response)


def _is_spoken(locale: Any) -> bool:
    """Whether answers can be given in a request's own language."""
    try:
        return bool(language_of(str(locale)))
    except UnknownLocale:
        return False


def kind_of(event: Any) -> str:
    """Return a name for what is asked: the intent's, else the request's type."""
    request = _of(event, "request")
    return str(_of(request, "intent").get("name") or request.get("type"))


def _goes_on(event: Any, response: dict[str, Any]) -> dict[str, Any]:
    """Keep a session open in which the words of a message wait: they are nowhere else.

    Nothing of them is said, for this may be anybody; who answers next is looked up again.
    """
    session = _of(event, "session")
    attributes = _of(session, "attributes")
    told = _of(response, "response").get("outputSpeech")
    if not told or session.get("new") is not False or not words_wait_in(attributes):
        return response
    return _kept_open(event, response)


def _kept_open(event: Any, response: dict[str, Any]) -> dict[str, Any]:
    """Keep a session as it was, with what is said as the question."""
    told = _of(response, "response").get("outputSpeech")
    if not told:
        return response
    attributes = _of(_of(event, "session"), "attributes")
    stays = {"outputSpeech": told, "reprompt": {"outputSpeech": told}, "shouldEndSession": False}
    return {**response, "sessionAttributes": dict(attributes), "response": stays}


def _application_id(event: Any) -> str | None:
    """Return the skill id that the request names; the context is there in every kind of request."""
    system = _of(_of(event, "context"), "System")
    application = _of(system, "application") or _of(_of(event, "session"), "application")
    return application.get("applicationId")


def _of(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _response(speech: str | None) -> dict[str, Any]:
    response: dict[str, Any] = {}
    if speech:
        response["outputSpeech"] = {"type": "SSML", "ssml": f"<speak>{speech}</speak>"}
        response["shouldEndSession"] = True
    return {"version": "1.0", "response": response}
