"""One call of a Web API method: its arguments, and who makes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from local.workspace.model import Workspace
from local.workspace.team.entities import Conversation, Installation, Person
from local.workspace.team.identifiers import ts_key


class ApiError(Exception):
    """An answer with ok:false; `details` are further fields of its body."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def invalid_arguments(sentence: str) -> ApiError:
    """Say which argument is wrong, as Slack does in response_metadata."""
    messages = {"messages": [f"[ERROR] {sentence}"]}
    return ApiError("invalid_arguments", response_metadata=messages)


def read_arguments(content_type: str, query: bytes, body: bytes) -> dict[str, Any]:
    """Read the arguments of a call from its query and its form or JSON body."""
    arguments = _pairs(query)
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        arguments.update(_json_object(body))
    elif kind == "application/x-www-form-urlencoded" or (not kind and body):
        arguments.update(_pairs(body))
    elif body:
        raise ApiError("invalid_post_type")
    return arguments


def _pairs(encoded: bytes) -> dict[str, Any]:
    try:
        return dict(parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError as fault:
        raise ApiError("invalid_charset") from fault
    except ValueError as fault:
        raise ApiError("invalid_form_data") from fault


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
        _refuse_half_characters(body, value)
    except (ValueError, RecursionError) as fault:
        raise ApiError("invalid_json") from fault
    if not isinstance(value, dict):
        raise ApiError("json_not_object")
    return value


def _refuse_half_characters(body: bytes, value: Any) -> None:
    """Raise ValueError for an escape that is half a character: no answer could carry it."""
    if b"\\u" in body:
        json.dumps(value, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Call:
    """An authorised call: `arguments` are strings from a form, JSON values from a JSON body."""

    workspace: Workspace
    method: str
    arguments: Mapping[str, Any]
    installation: Installation

    @property
    def person(self) -> Person:
        """Whose token the call is made with."""
        return self.installation.person

    def string(self, name: str) -> str:
        """Return an argument as a string, "" when it is not given."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        """Return an argument that must be given."""
        value = self.string(name)
        if not value:
            raise invalid_arguments(f"missing required field: {name}")
        return value

    def flag(self, name: str) -> bool:
        """Return a yes or no, no when it is not given."""
        return self.string(name).lower() in ("1", "true")

    def structure(self, name: str) -> Any:
        """Return an argument that is JSON, also when a form carries it as a string."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError as fault:
            raise invalid_arguments(f"{name} is not JSON") from fault

    def limit(self, default: int, most: int) -> int:
        """Return how many objects a page is to hold."""
        value = self.string("limit")
        if not value:
            return default
        if not value.isdecimal() or not int(value):
            raise ApiError("invalid_limit")
        return min(int(value), most)

    def timestamp(self, name: str, default: int) -> int:
        """Return a bound of a history in microseconds."""
        value = self.string(name)
        if not value or value == "now":
            return default
        try:
            return ts_key(value)
        except ValueError as fault:
            raise ApiError(f"invalid_ts_{name}") from fault

    def need_scope(self, scope: str) -> None:
        """Fail with missing_scope unless the token has this scope."""
        scopes = self.installation.scopes
        if scope not in scopes:
            raise ApiError("missing_scope", needed=scope, provided=",".join(scopes))

    def conversation(self, suffix: str = "") -> Conversation:
        """Return the conversation that the argument `channel` names, if the person can see it.

        With a suffix, such as history, the token needs that scope for this kind of conversation.
        """
        roster = self.workspace.roster
        found = roster.conversations.get(self.required("channel"))
        if found is None or not self.workspace.can_see(self.person, found):
            raise ApiError("channel_not_found")
        if suffix:
            self.need_scope(f"{found.scope_prefix}:{suffix}")
        return found
