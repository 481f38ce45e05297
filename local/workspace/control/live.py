"""The changes of a workspace as server-sent events, for a page that shows them live."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from local.workspace.model import Workspace
from local.workspace.team.entities import Change

KEEP_ALIVE_SECONDS = 15
_UNSEEN = frozenset({"again", "revoke", "uninstall"})
"""What shows nowhere on the page."""


def changes_stream(workspace: Workspace) -> StreamingResponse:
    """Return the stream: an event per change, and a comment when there is none for a while."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(workspace), media_type="text/event-stream", headers=headers)


async def _events(workspace: Workspace) -> AsyncIterator[str]:
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[Change] = asyncio.Queue()

    def listen(change: Change) -> None:
        if change.kind not in _UNSEEN and not loop.is_closed():
            loop.call_soon_threadsafe(queue.put_nowait, change)

    unsubscribe = workspace.subscribe(listen)
    try:
        yield ": watching\n\n"
        while True:
            yield await _next(queue)
    finally:
        unsubscribe()


async def _next(queue: asyncio.Queue[Change]) -> str:
    try:
        change = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
    except TimeoutError:
        return ": still here\n\n"
    channel = change.conversation.id if change.conversation else None
    data = json.dumps({"kind": change.kind, "channel": channel})
    return f"event: change\ndata: {data}\n\n"
