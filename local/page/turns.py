"""What was said to the Echo and what came of it, told to every page that is open."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import StreamingResponse

KEPT = 200
"""Events; a page that is opened later shows no more."""
KEEP_ALIVE_SECONDS = 15

Kind = Literal["asked", "turn", "failed"]


@dataclass(frozen=True)
class TurnEvent:
    """Somebody spoke, Alexa answered, or no answer came; `number` counts from 1."""

    number: int
    kind: Kind
    data: dict[str, Any]


class TurnLog:
    """The last turns, of one server run; used in the server's event loop alone."""

    def __init__(self, name: str) -> None:
        """The name tells this run from others."""
        self._name = name
        self._events: deque[TurnEvent] = deque(maxlen=KEPT)
        self._number = 0
        self._followers: set[asyncio.Queue[TurnEvent]] = set()

    def add(self, kind: Kind, data: dict[str, Any]) -> None:
        """Keep an event and tell all who follow."""
        self._number += 1
        event = TurnEvent(self._number, kind, data)
        self._events.append(event)
        for follower in self._followers:
            follower.put_nowait(event)

    async def stream(self, request: Request) -> StreamingResponse:
        """GET: all that is kept, then what comes, as server-sent events.

        With ?log=NAME&after=NUMBER only what came later, where the name is still this run's. The
        first event, "log", tells the name, and the number of the last event so far.
        """
        same_run = request.query_params.get("log") == self._name
        after = request.query_params.get("after", "")
        known = int(after) if same_run and after.isascii() and after.isdigit() else 0
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._lines(known), media_type="text/event-stream", headers=headers
        )

    async def _lines(self, known: int) -> AsyncIterator[str]:
        queue: asyncio.Queue[TurnEvent] = asyncio.Queue()
        last = self._number
        for event in self._events:
            if event.number > known:
                queue.put_nowait(event)
        self._followers.add(queue)
        try:
            yield _line("log", {"name": self._name, "last": last})
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                else:
                    yield _line(event.kind, {**event.data, "number": event.number})
        finally:
            self._followers.discard(queue)


def _line(kind: str, data: dict[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"
