"""From ask-sdk's request to what answering needs to know of it."""

from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.launch_request import LaunchRequest

from skill.alexa.admission import Admitted
from skill.alexa.device import device
from skill.dialog.open_questions import words_wait_in
from skill.speech.phrases import Phrases
from skill.turn.request import Device, Request
from skill.turn.speaking import TAKEN_OVER


def request_of(handler_input: HandlerInput, received_at: float = 0.0) -> Request:
    """Return what answering needs to know of a request that came in at this moment."""
    envelope: Any = handler_input.request_envelope
    request, session = envelope.request, envelope.session
    admitted: Admitted = handler_input.context
    attributes = (session.attributes or {}) if session else {}
    is_anothers = admitted.speaking is not None and admitted.speaking.takes_over
    # What was said to somebody else in a session was not said to who takes it over.
    taken_over = f"#{request.request_id}" if is_anothers else str(attributes.get(TAKEN_OVER) or "")
    return Request(
        request_id=request.request_id,
        session_id=f"{session.session_id}{taken_over}" if session else "",
        spoken_at=request.timestamp.timestamp(),
        phrases=Phrases(getattr(request, "locale", None) or "en-US"),
        link_id=admitted.link_id,
        opens_session=bool(session and session.new),
        is_launch=isinstance(request, LaunchRequest),
        slots=_slots(request) if isinstance(request, IntentRequest) else {},
        resolved_ids=_resolved(request) if isinstance(request, IntentRequest) else frozenset(),
        attributes={} if is_anothers else attributes,
        speaking=admitted.speaking,
        taken_over=taken_over,
        lost_words=is_anothers and words_wait_in(attributes),
        received_at=received_at,
        device=_device(envelope.context),
    )


def _device(context: Any) -> Device | None:
    system = context.system if context else None
    if system is None or system.device is None:
        return None
    return device(system.device.device_id, system.api_endpoint, system.api_access_token)


def _slots(request: IntentRequest) -> dict[str, str]:
    slots = (request.intent.slots if request.intent else None) or {}
    return {name: slot.value for name, slot in slots.items() if slot.value}


def _resolved(request: IntentRequest) -> frozenset[str]:
    """Return the ids of all entities that Alexa's own resolution found in the slots."""
    slots = (request.intent.slots if request.intent else None) or {}
    authorities = [
        authority
        for slot in slots.values()
        if slot.resolutions
        for authority in slot.resolutions.resolutions_per_authority or []
    ]
    wrappers = [wrapper for authority in authorities for wrapper in authority.values or []]
    return frozenset(wrapper.value.id for wrapper in wrappers if wrapper.value and wrapper.value.id)
