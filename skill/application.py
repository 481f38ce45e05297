"""The skill as ask-sdk sees it: which request goes to which intent, and answers put together."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
from ask_sdk_model.session_resumed_request import SessionResumedRequest
from aws_lambda_powertools import Logger

from postbox.store.errors import MailboxUnavailable
from postbox.time_left import LEAST_SECONDS, seconds_left
from skill.alexa.request import request_of
from skill.alexa.response import answer
from skill.dialog.gate import gated
from skill.dialog.notices import untold_news
from skill.dialog.open_questions import matter_of
from skill.intents.registry import INSTEAD, LAUNCH
from skill.speech.said import Said, say
from skill.turn.context import Turn
from skill.turn.parts import Parts
from skill.turn.reply import Reply
from skill.turn.request import Request

if TYPE_CHECKING:
    from postbox.outbox.notices import Notice

ANSWERED_WITHIN = 7.0
"""Seconds from when a request comes in; Alexa waits eight, and the way back takes its part.

https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
"""


_SPOKEN = LaunchRequest | IntentRequest | SessionResumedRequest


def create_skill(parts: Parts, logger: Logger, failed: Callable[[], None]) -> CustomSkill:
    """Return the skill; it keeps nothing between requests. `failed` is told of what went wrong."""
    builder = SkillBuilder()
    builder.add_request_handler(_Launches(parts, logger))
    builder.add_request_handler(_Intents(parts, logger))
    builder.add_request_handler(_SessionEnds(parts, logger, failed))
    builder.add_request_handler(_Resumes(parts, logger))
    builder.add_exception_handler(_Failures(logger, failed))
    return builder.create()


class _Handler(AbstractRequestHandler):
    def __init__(self, parts: Parts, logger: Logger) -> None:
        self._parts = parts
        self._logger = logger

    def _turn(self, handler_input: HandlerInput) -> Turn:
        received_at = self._parts.timing.clock()
        request = request_of(handler_input, received_at)
        left = min(ANSWERED_WITHIN, seconds_left())
        # What comes of a wait is written down.
        return Turn.of(request, self._parts, received_at + left - LEAST_SECONDS)

    def _answer(
        self,
        handler_input: HandlerInput,
        turn: Turn,
        reply: Reply,
        news: "list[Notice] | None" = None,
    ) -> Response:
        if reply.tells_of:
            self._logger.append_keys(message_ids=sorted(reply.tells_of))
        return answer(handler_input, turn, reply, news)


class _Launches(_Handler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), LaunchRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        turn = self._turn(handler_input)
        return self._answer(handler_input, turn, gated(LAUNCH, turn))


class _Intents(_Handler):
    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), IntentRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        name = _request(handler_input).intent.name
        self._logger.append_keys(intent=name)
        turn = self._turn(handler_input)
        # A reading sends nothing of which there could be news, so that it is read with the rest.
        news = untold_news(turn) if name in INSTEAD else None
        return self._answer(handler_input, turn, gated(name, turn), news)


class _Resumes(_Handler):
    """Alexa asked for a PIN herself, and tells what came of it."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), SessionResumedRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        from skill.alexa.pin import is_achieved  # noqa: PLC0415 - rare
        from skill.dialog.permitted import confirmed  # noqa: PLC0415 - where it is shared

        turn = self._turn(handler_input)
        achieved = is_achieved(_request(handler_input), turn.attributes)
        return self._answer(handler_input, turn, confirmed(turn, is_achieved=achieved))


class _SessionEnds(_Handler):
    def __init__(self, parts: Parts, logger: Logger, failed: Callable[[], None]) -> None:
        super().__init__(parts, logger)
        self._failed = failed

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return isinstance(_request(handler_input), SessionEndedRequest)

    def handle(self, handler_input: HandlerInput) -> Response:
        if _request(handler_input).reason == SessionEndedReason.ERROR:
            error = _request(handler_input).error
            kind = str(error.object_type) if error else "unknown"
            self._logger.error("answer not taken", extra={"error": kind})
            self._failed()
            from skill.intents.session import session_ended  # noqa: PLC0415 - rarely needed

            session_ended.take_back(self._turn(handler_input))
        return handler_input.response_builder.response


class _Failures(AbstractExceptionHandler):
    """The last resort: whatever goes wrong gets its sentence."""

    def __init__(self, logger: Logger, failed: Callable[[], None]) -> None:
        self._logger = logger
        self._failed = failed

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        del handler_input, exception
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        facts = {"error": type(exception).__name__, **_where(exception)}
        self._logger.error("request failed", extra=facts)
        request = _request(handler_input)
        if isinstance(request, _SPOKEN | SessionEndedRequest):
            self._failed()
        if not isinstance(request, _SPOKEN):
            return handler_input.response_builder.response
        asked = request_of(handler_input)
        speech = asked.phrases.ssml(_apology(exception, asked))
        builder = handler_input.response_builder
        return builder.speak(speech).set_should_end_session(True).response


def _apology(exception: Exception, request: Request) -> Said:
    """Return what is said of a failure; nobody knows what became of words that were open."""
    if matter_of(request.question).has_words:
        return say("not_sure")
    unavailable = isinstance(exception, MailboxUnavailable)
    return say("mailbox_unavailable" if unavailable else "failure")


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
