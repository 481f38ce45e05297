"""Talking to the Echo over HTTP: one turn at a time, as with a real one."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from local.page.turns import TurnLog

LONGEST_UTTERANCE = 8_000
"""Characters. Nobody says more in one breath, and Alexa would not take it."""

_LARGEST_BODY = 16 * LONGEST_UTTERANCE
"""Bytes: room for the longest utterance with every character written as two JSON escapes."""

_TOO_LONG = f"That is too long to say: at most {LONGEST_UTTERANCE:,} characters."

_log = logging.getLogger(__name__)


class Echo(Protocol):
    """An Echo in the room. Both calls block until Alexa has answered, some seconds at most.

    What they return can be written as JSON: utterance, heard, reprompt, session_open, rejected,
    request, response, seconds.
    """

    def say(self, utterance: str) -> dict[str, Any]:
        """Say `utterance` to the Echo."""

    def silence(self) -> dict[str, Any]:
        """Let the Echo wait until it gives up listening."""

    def speaker(self) -> str:
        """Name who stands before which Echo; "" where there is no choice."""


class EchoRoutes:
    """The two things that one can do with an Echo, as endpoints."""

    def __init__(self, echo: Echo, log: TurnLog) -> None:
        """Serve `echo`, one turn at a time; each is written into the log."""
        self._echo = echo
        self._log = log
        self._turn = asyncio.Lock()

    async def say(self, request: Request) -> Response:
        """POST {"utterance"}: answer with the turn, or 400 with a sentence."""
        try:
            utterance = _utterance_in(await _body(request))
        except _NotSayableError as problem:
            return _error(400, str(problem))
        return await self._take_turn(utterance, lambda: self._echo.say(utterance))

    async def silence(self, _request: Request) -> Response:
        """POST: say nothing; answer with the turn."""
        return await self._take_turn("", self._echo.silence)

    async def _take_turn(self, utterance: str, turn: Callable[[], dict[str, Any]]) -> Response:
        async with self._turn:
            self._log.add("asked", {"utterance": utterance, "speaker": self._echo.speaker()})
            try:
                result = await run_in_threadpool(turn)
            except Exception as problem:  # noqa: BLE001 - what can fail is the stack's to know
                return self._failed(utterance, problem)
            self._log.add("turn", result)
        return JSONResponse(result, headers={"Cache-Control": "no-store"})

    def _failed(self, utterance: str, problem: Exception) -> Response:
        _log.warning("A turn with the Echo failed: %s", type(problem).__name__)
        sentence = (
            f"The Echo got no answer ({type(problem).__name__}: {problem}). "
            "Look at the terminal in which the stack runs, or start it again."
        )
        self._log.add("failed", {"utterance": utterance, "error": sentence})
        return _error(502, sentence)


class _NotSayableError(Exception):
    """What was sent is nothing to say; its sentence tells the person why."""


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST_BODY:
            raise _NotSayableError(_TOO_LONG)
    return bytes(body)


def _utterance_in(body: bytes) -> str:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise _NotSayableError('This is not JSON. Send {"utterance": "what you say"}.') from None
    utterance = said.get("utterance") if isinstance(said, dict) else None
    if not isinstance(utterance, str):
        raise _NotSayableError('Send {"utterance": "what you say"}, with the words as text.')
    if not utterance.strip():
        raise _NotSayableError("Nothing was said. Type what you would say to Alexa.")
    if len(utterance) > LONGEST_UTTERANCE:
        raise _NotSayableError(_TOO_LONG)
    if any("\ud800" <= character <= "\udfff" for character in utterance):
        raise _NotSayableError("A character in this text is only half there. Type it again.")
    return utterance


def _error(status: int, sentence: str) -> Response:
    return JSONResponse(
        {"error": sentence}, status_code=status, headers={"Cache-Control": "no-store"}
    )
