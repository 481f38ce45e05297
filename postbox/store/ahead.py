"""Reads made ahead: what requests of a kind all read, the next one finds read, in one round trip.

A request to the skill makes a dozen reads one after the other, most of them the same ones each
time: who owns the link, the link, what is unheard. Those that the last two of its kind both made
before they wrote anything are made together when it begins.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

MOST_KEYS, MOST_QUERIES = 25, 5
FEW_KEYS = 5
"""More keys in one read are of what was found: it is something else the next time."""
Request = Mapping[str, Any]
Read = Callable[[], None]
Together = Callable[[Callable[[Read], None], Iterable[Read]], Iterable[None]]
"""Calls a function with each of several things, perhaps at the same time, as `map` does."""


@dataclass
class _Reads:
    """What was read, by a name for each: table and key, or a query."""

    keys: dict[str, tuple[str, Request]] = field(default_factory=dict)
    queries: dict[str, Request] = field(default_factory=dict)

    def also_in(self, others: "_Reads") -> "_Reads":
        keys = {name: key for name, key in self.keys.items() if name in others.keys}
        queries = {name: query for name, query in self.queries.items() if name in others.queries}
        return _Reads(keys, queries)


class ReadAhead:
    """DynamoDB's client, with reads made ahead; all that it is asked for besides is passed on.

    What was read ahead answers one read and no more, and none after a write: whoever looks again,
    or looks at what it wrote, sees the table.
    """

    def __init__(self, client: "DynamoDBClient", together: Together = map) -> None:
        """Read by this client."""
        self._client = client
        self._together = together
        self._last: dict[str, _Reads] = {}
        self._before: dict[str, _Reads] = {}
        self._now = _Reads()
        self._notes = False
        self._items: dict[str, Request | None] = {}
        self._pages: dict[str, Request] = {}

    def __getattr__(self, name: str) -> Any:
        """Pass on all that is no read; what was read before it may be true no more."""
        self._notes = False
        self._forget()
        return getattr(self._client, name)

    def begin(self, kind: str) -> None:
        """A request begins: read what those of its kind usually read. A failure does no harm."""
        self._forget()
        last, before = self._last.get(kind), self._before.get(kind)
        usual = last.also_in(before) if last and before else last or _Reads()
        if last:
            self._before[kind] = last
        self._now = self._last[kind] = _Reads()
        self._notes = True
        reads = [partial(self._read_keys, usual.keys)] if usual.keys else []
        some = list(usual.queries.items())[:MOST_QUERIES]
        reads += [partial(self._read_query, name, query) for name, query in some]
        list(self._together(_quietly, reads))

    def get_item(self, **request: Any) -> Request:
        """Return an item, as DynamoDB does."""
        name = self._noted(request["TableName"], request["Key"])
        if name in self._items:
            item = self._items.pop(name)
            return {"Item": item} if item else {}
        return self._client.get_item(**request)

    def batch_get_item(self, *, RequestItems: Mapping[str, Any]) -> Request:  # noqa: N803
        """Return several items, as DynamoDB does; only those are asked for that are not there."""
        found: dict[str, list[Any]] = {}
        missing: dict[str, Any] = {}
        for table, asked in RequestItems.items():
            note = self._noted if len(asked["Keys"]) <= FEW_KEYS else _key_name
            names = {note(table, key): key for key in asked["Keys"]}
            there = {name: self._items.pop(name) for name in names if name in self._items}
            found[table] = [item for item in there.values() if item]
            if left := [key for name, key in names.items() if name not in there]:
                missing[table] = {**asked, "Keys": left}
        answer: Request = self._client.batch_get_item(RequestItems=missing) if missing else {}
        return _with(found, answer)

    def query(self, **request: Any) -> Request:
        """Return a page, as DynamoDB does."""
        name = _name(request)
        if self._notes and "ExclusiveStartKey" not in request:
            self._now.queries[name] = dict(request)
        return self._pages.pop(name) if name in self._pages else self._client.query(**request)

    def _noted(self, table: str, key: Request) -> str:
        name = _key_name(table, key)
        if self._notes:
            self._now.keys[name] = table, key
        return name

    def _forget(self) -> None:
        self._items.clear()
        self._pages.clear()

    def _read_keys(self, keys: Mapping[str, tuple[str, Request]]) -> None:
        some = dict(list(keys.items())[:MOST_KEYS])
        asked: dict[str, Any] = {}
        for table, key in some.values():
            asked.setdefault(table, {"Keys": [], "ConsistentRead": True})["Keys"].append(key)
        answer = self._client.batch_get_item(RequestItems=asked)
        if answer.get("UnprocessedKeys"):
            return
        parts = next(iter(some.values()))[1].keys()
        found = {
            _key_name(table, {part: item[part] for part in parts}): item
            for table, items in answer["Responses"].items()
            for item in items
        }
        self._items.update({name: found.get(name) for name in some})

    def _read_query(self, name: str, query: Request) -> None:
        self._pages[name] = self._client.query(**query)


def _with(found: dict[str, list[Any]], answer: Request) -> Request:
    for table, items in answer.get("Responses", {}).items():
        found[table] = [*found.get(table, []), *items]
    return {**answer, "Responses": found}


def _quietly(read: Read) -> None:
    try:
        read()
    except (BotoCoreError, ClientError):
        return


def _key_name(table: str, key: Request) -> str:
    return _name([table, key])


def _name(request: Any) -> str:
    return json.dumps(request, sort_keys=True, default=str)
