"""What a request to the control API carries."""

from typing import Any

from local.workspace.model import Workspace
from local.workspace.team.entities import Conversation


class BadRequest(ValueError):
    """The request lacks something; the text is a sentence."""


def text(fields: dict[str, Any], name: str) -> str:
    """Return a field that must hold text."""
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadRequest(f"The field {name!r} is missing or is not text.")
    return value


def optional_text(fields: dict[str, Any], name: str) -> str | None:
    """Return a field that may hold text."""
    return text(fields, name) if fields.get(name) else None


def conversation(workspace: Workspace, fields: dict[str, Any]) -> Conversation:
    """Return the conversation that the field `channel` names."""
    return workspace.find_conversation(text(fields, "channel"))


def number(fields: dict[str, Any], name: str, default: float) -> float:
    """Return a field that may hold a number that is not negative."""
    value = fields.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadRequest(f"The field {name!r} is no number from 0 on.")
    return value
