"""What a command is given, read without pydantic.

Typer reads every argument by pydantic, whose import costs more CPU than most commands. Texts,
paths, choices and flags need none of it; what else there is (numbers, lists) is left to typer.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand


class Plain(NamedTuple):
    """Reads one parameter's value; stands where typer keeps what it makes for that."""

    read: Callable[[Any], Any]

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value as the command takes it, or refuse it in typer's own way."""
        try:
            return None if value is None else self.read(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from None


class PlainCommand(TyperCommand):
    """A command whose parameters are read by Plain where they can be."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, that for help among them."""
        return plainly(super().get_params(ctx))


def plainly(parameters: list[Any]) -> list[Any]:
    """Let parameters be read by Plain, but for those that typer must read; return all."""
    for parameter in parameters:
        one = parameter.nargs == 1 and not parameter.multiple
        read = _reader(parameter.type_descriptor.annotation) if one else None
        if read is not None:
            parameter._runtime_param = Plain(read)  # noqa: SLF001 - typer has no door for it
    return parameters


def _reader(kind: Any) -> Callable[[Any], Any] | None:
    if kind is str or kind is Path:
        return kind
    if kind is bool:
        return _flag
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: _choice(kind, value)
    return None


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{value!r} is neither yes nor no.")


def _choice(choices: type[Enum], value: Any) -> Enum:
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(repr(choice.value) for choice in choices)
        raise ValueError(f"{value!r} is not one of {known}.") from None
