"""The turns with the Echo, told to every page that is open."""

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.requests import Request

from local.page.turns import KEPT, TurnLog


def finished(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it in a thread of its own: a browser's loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def told(log: TurnLog, count: int, query: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Return the first events of a stream that is opened with this query."""
    request = Request({"type": "http", "query_string": query.encode(), "headers": []})
    stream = await log.stream(request)
    events = []
    lines = stream.body_iterator
    for _ in range(count):
        kind, data = str(await anext(aiter(lines))).strip().split("\n")
        events.append((kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    await lines.aclose()  # type: ignore[attr-defined]  # it is a generator
    return events


def test_a_page_opened_later_is_told_what_was_said_before() -> None:
    log = TurnLog("this run")
    log.add("asked", {"utterance": "hello"})
    log.add("turn", {"heard": "Hello."})

    assert finished(told(log, 3)) == [
        ("log", {"name": "this run", "last": 2}),
        ("asked", {"utterance": "hello", "number": 1}),
        ("turn", {"heard": "Hello.", "number": 2}),
    ]


def test_a_page_that_was_away_is_told_only_what_it_missed() -> None:
    log = TurnLog("this run")
    for utterance in ("one", "two"):
        log.add("asked", {"utterance": utterance})

    assert finished(told(log, 2, "log=this%20run&after=1"))[1:] == [
        ("asked", {"utterance": "two", "number": 2})
    ]


@pytest.mark.parametrize("query", ["log=another&after=1", "log=this%20run&after=x", "after=1"])
def test_a_page_that_knows_another_run_is_told_all(query: str) -> None:
    log = TurnLog("this run")
    log.add("asked", {"utterance": "one"})

    assert len(finished(told(log, 2, query))) == 2


def test_who_follows_is_told_of_what_comes() -> None:
    async def follow() -> list[tuple[str, dict[str, Any]]]:
        log = TurnLog("this run")
        following = asyncio.create_task(told(log, 2))
        await asyncio.sleep(0)
        log.add("failed", {"error": "Nobody answers."})
        return await following

    assert finished(follow())[1] == ("failed", {"error": "Nobody answers.", "number": 1})


def test_no_more_than_the_last_events_are_kept() -> None:
    log = TurnLog("this run")
    for number in range(KEPT + 5):
        log.add("asked", {"utterance": str(number)})

    assert finished(told(log, 2))[1][1]["utterance"] == "5"
