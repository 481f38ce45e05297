"""The skill as ask-sdk sees it: which request goes to which intent, and answers put together."""

from collections.abc import Callable, Mapping
from typing import Any

from ask_sdk_core.dispatch_components.exception_components import AbstractExceptionHandler
from ask_sdk_core.dispatch_components.request_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model.intent_request import IntentRequest
from ask_sdk_model.launch_request import LaunchRequest
from ask_sdk_model.response import Response
from ask_sdk_model.session_ended_reason import SessionEndedReason
from ask_sdk_model.session_ended_request import SessionEndedRequest
from aws_lambda_powertools import Logger

from mailbox.errors import MailboxUnavailable
from skill.answering import answer, turn_of
from skill.intents import (
    add_to_message,
    change_message,
    compose,
    delivery_status,
    fallback,
    help as help_intent,
    keep_unread,
    launch,
    learned_names,
    leave,
    preferences,
    react,
    reactions,
    read_from,
    read_on,
    read_replies,
    recipient,
    repeat,
    reply,
    schedule,
    scheduled,
    send_again,
    send_message,
    session_ended,
    teach_name,
    tell,
    undo,
    who_and_when,
    yes_no,
)
from skill.left_aside import with_what_was_left
from skill.services import Services
from skill.turn import Reply, Turn

Intent = Callable[[Turn, Services], Reply]

INTENTS: Mapping[str, Intent] = {
    send_message.INTENT: send_message.handle,
    send_message.AND_WAIT: send_message.handle_and_wait,
    tell.INTENT: tell.handle,
    reply.INTENT: reply.handle,
    react.INTENT: react.handle,
    react.LIKE: react.handle_like,
    reactions.INTENT: reactions.handle,
    undo.UNSEND: undo.handle_unsend,
    undo.UNDO: undo.handle_undo,
    schedule.SCHEDULE: schedule.handle,
    schedule.REMIND: schedule.handle_remind,
    schedule.TIME_FIRST: schedule.handle_time_first,
    schedule.TOMORROW: schedule.handle_tomorrow,
    schedule.NOW: schedule.handle_now,
    schedule.THEN: schedule.handle_then,
    scheduled.LIST: scheduled.handle_list,
    scheduled.CANCEL: scheduled.handle_cancel,
    compose.INTENT: compose.handle,
    recipient.INTENT: recipient.handle,
    change_message.INTENT: change_message.handle,
    add_to_message.INTENT: add_to_message.handle,
    teach_name.INTENT: teach_name.handle,
    learned_names.LIST: learned_names.handle_list,
    learned_names.FORGET: learned_names.handle_forget,
    read_replies.INTENT: read_replies.handle,
    read_replies.MENTIONS_INTENT: read_replies.handle_mentions,
    read_replies.NEW_INTENT: read_replies.handle_new,
    read_from.INTENT: read_from.handle,
    read_from.MARK_INTENT: read_from.handle_mark,
    read_on.NEXT: read_on.handle_next,
    read_on.SKIP: read_on.handle_skip,
    read_on.PREVIOUS: read_on.handle_previous,
    keep_unread.INTENT: keep_unread.handle,
    who_and_when.WHO: who_and_when.handle_who,
    who_and_when.WHEN: who_and_when.handle_when,
    delivery_status.INTENT: delivery_status.handle,
    read_from.CATCH_UP_INTENT: read_from.handle_catch_up,
    preferences.LIST: preferences.handle_list,
    preferences.SET: preferences.handle_set,
    send_again.INTENT: send_again.handle,
    repeat.INTENT: repeat.handle,
    help_intent.INTENT: help_intent.handle,
    fallback.INTENT: fallback.handle,
    yes_no.YES: yes_no.handle_yes,
    yes_no.NO: yes_no.handle_no,
    leave.CANCEL: leave.handle_cancel,
    **dict.fromkeys(leave.INTENTS, leave.handle),
}
"""Every intent of the interaction model, and what answers it."""


def create_skill(services: Services, logger: Logger) -> CustomSkill:
    """Return the skill; it keeps nothing between requests."""
    builder = SkillBuilder()
    builder.add_request_handler(_Launches(services, logger))
    builder.add_request_handler(_Intents(services, logger))
    builder.add_request_handler(_SessionEnds(services, logger))
    builder.add_exception_handler(_Failures(logger))
    return builder.create()


class _Handler(AbstractRequestHandler):
    def __init__(self, services: Services, logger: Logger) -> None:
        self._services = services
        self._logger = logger

    def _turn(self, handler_input: HandlerInput) -> Turn:
        return turn_of(handler_input, self._services.clock())

    def _answer(self, handler_input: HandlerInput, turn: Turn, reply: Reply) -> Response:
        if reply.speaks_of:
            self._logger.append_keys(message_ids=sorted(reply.speaks_of))
        return answer(handler_input, turn, reply, self._services)


class _Launches(_Handler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), LaunchRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        turn = self._turn(handler_input)
        return self._answer(handler_input, turn, launch.handle(turn, self._services))


class _Intents(_Handler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), IntentRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        name = _request(handler_input).intent.name
        self._logger.append_keys(intent=name)
        # An intent that is not (yet, or any more) known here is to the speaker one not understood.
        intent, turn = INTENTS.get(name, fallback.handle), self._turn(handler_input)
        reply = with_what_was_left(intent(turn, self._services), turn, name)
        return self._answer(handler_input, turn, reply)


class _SessionEnds(_Handler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), SessionEndedRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        if _request(handler_input).reason == SessionEndedReason.ERROR:
            session_ended.take_back(turn_of(handler_input), self._services)
        return handler_input.response_builder.response


class _Failures(AbstractExceptionHandler):
    """The last resort: whatever goes wrong gets its sentence."""

    def __init__(self, logger: Logger) -> None:
        self._logger = logger

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        del handler_input, exception
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        facts = {"error": type(exception).__name__, **_where(exception)}
        self._logger.error("request failed", extra=facts)
        if not isinstance(_request(handler_input), LaunchRequest | IntentRequest):
            return handler_input.response_builder.response
        phrases = turn_of(handler_input).phrases
        unavailable = isinstance(exception, MailboxUnavailable)
        speech = phrases["mailbox_unavailable" if unavailable else "failure"]
        builder = handler_input.response_builder
        return builder.speak(speech).set_should_end_session(True).response


def _request(handler_input: HandlerInput) -> Any:
    return handler_input.request_envelope.request


def _where(exception: Exception) -> dict[str, Any]:
    """Return where it happened, without the message: that could quote what was said."""
    trace = exception.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return {}
    return {"file": trace.tb_frame.f_code.co_filename, "line": trace.tb_lineno}
