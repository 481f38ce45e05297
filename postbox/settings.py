"""Settings read from a mapping once, at an entry point; a missing or blank one is named."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Bounds(NamedTuple):
    """The least and the most that a setting may be; both are allowed."""

    least: int
    most: int


MAX_MESSAGE_AGE = Bounds(100, 43_200)
"""In less time a message could not be tried five times over which a worker dies; SQS hides a
waiting one for half a day at most."""


class SettingMissing(Exception):
    """An environment variable that a function needs is not set, or not usable."""

    def __init__(self, name: str, why: str = "is not set") -> None:
        """Name the variable and what is wrong with it."""
        super().__init__(f"The setting {name} {why}. See docs/configuration.md.")
        self.name = name


def required(environment: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return the values of these variables, or raise SettingMissing for the first blank one."""
    return [_value(environment, name) for name in names]


def seconds(environment: Mapping[str, str], name: str, bounds: Bounds) -> float:
    """Return a number of seconds within its bounds, or raise SettingMissing."""
    try:
        value = float(_value(environment, name))
    except ValueError as error:
        raise SettingMissing(name, "is not a number of seconds") from error
    if not bounds.least <= value <= bounds.most:
        raise SettingMissing(name, f"must be from {bounds.least} to {bounds.most} seconds")
    return value


def count(environment: Mapping[str, str], name: str, bounds: Bounds) -> int:
    """Return a whole number within its bounds, or raise SettingMissing."""
    value = _value(environment, name)
    if not (value.isascii() and value.isdigit()):
        raise SettingMissing(name, "is not a whole number")
    # A number of more digits than its bound is beyond it, however long it would take to read.
    if len(value.lstrip("0")) > len(str(bounds.most)) or not (
        bounds.least <= int(value) <= bounds.most
    ):
        raise SettingMissing(name, f"must be from {bounds.least} to {bounds.most}")
    return int(value)


def yes_or_no(environment: Mapping[str, str], name: str) -> bool:
    """Return whether a variable is "yes", or raise SettingMissing unless it is "no"."""
    value = _value(environment, name).casefold()
    if value not in {"yes", "no"}:
        raise SettingMissing(name, 'must be "yes" or "no"')
    return value == "yes"


def _value(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise SettingMissing(name)
    return value
