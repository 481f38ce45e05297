"""From ask-sdk's input to a turn, and from a reply to ask-sdk's response."""

from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.dialog.dynamic_entities_directive import DynamicEntitiesDirective
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.intent import Intent
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.launch_request import LaunchRequest
from ask_sdk_model.response import Response

from postbox.links.stores.links import PERSONAL
from postbox.store.errors import MailboxUnavailable
from skill import likeliest
from skill.composing.name_book import name_book
from skill.device import Device, device
from skill.news import with_news
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined
from skill.turn import LASTING, QUESTION, Pending, Question, Reply, Turn


def turn_of(handler_input: HandlerInput, received_at: float = 0.0) -> Turn:
    """Return what answering needs to know of a request that came in at this moment."""
    envelope: Any = handler_input.request_envelope
    request, session = envelope.request, envelope.session
    return Turn(
        request_id=request.request_id,
        session_id=session.session_id if session else "",
        spoken_at=request.timestamp.timestamp(),
        phrases=Phrases(getattr(request, "locale", None) or "en-US"),
        link_id=PERSONAL,
        opens_session=bool(session and session.new),
        is_launch=isinstance(request, LaunchRequest),
        slots=_slots(request) if isinstance(request, IntentRequest) else {},
        resolved_ids=_resolved(request) if isinstance(request, IntentRequest) else frozenset(),
        attributes=(session.attributes or {}) if session else {},
        received_at=received_at,
        device=_device(envelope.context),
    )


def answer(handler_input: HandlerInput, turn: Turn, reply: Reply, services: Services) -> Response:
    """Put bad news before the reply, and keep the session open only where an answer is awaited."""
    told = with_news(reply, turn, services)
    stays_open = told.question is not None or not (told.ends or turn.is_one_shot)
    builder = handler_input.response_builder
    if not stays_open:
        return builder.speak(told.speech).set_should_end_session(True).response
    question = told.question or _anything_else(turn)
    speech = told.speech
    if told.question is None and not turn.is_launch:
        speech = joined([speech, turn.phrases["anything_else"]])
    if question.elicits:
        intent, slot = question.elicits
        elicit = ElicitSlotDirective(Intent(name=intent), slot_to_elicit=slot)
        builder.add_directive(elicit)
    if turn.opens_session and (names := _likeliest_names(turn, services)):
        builder.add_directive(names)
    lasting = {key: turn.attributes[key] for key in LASTING if key in turn.attributes}
    handler_input.attributes_manager.session_attributes = {
        **lasting,
        **told.remember,
        QUESTION: question.plain(),
        "speech": told.speech,
        "request_id": turn.request_id,
    }
    return builder.speak(speech).ask(question.reprompt).response


def _device(context: Any) -> Device | None:
    system = context.system if context else None
    if system is None or system.device is None:
        return None
    return device(system.device.device_id, system.api_endpoint, system.api_access_token)


def _anything_else(turn: Turn) -> Question:
    key = "welcome_reprompt" if turn.is_launch else "anything_else_reprompt"
    return Question(Pending.NOTHING, turn.phrases[key])


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
    return frozenset(each.value.id for each in wrappers if each.value and each.value.id)


def _likeliest_names(turn: Turn, services: Services) -> DynamicEntitiesDirective | None:
    try:
        link = services.links.get(turn.link_id)
        if link is None:
            return None
        book = name_book(services.directories.names(link.team_id), turn.locale)
        return likeliest.directive(book, services.aliases.of(turn.link_id))
    except MailboxUnavailable:
        return None
