"""Settings read from a mapping once, at an entry point; a missing or blank one is named."""

from collections.abc import Iterable, Mapping


class SettingMissing(Exception):
    """An environment variable that a function needs is not set, or not usable."""

    def __init__(self, name: str, why: str = "is not set") -> None:
        """Name the variable and what is wrong with it."""
        super().__init__(f"The setting {name} {why}. See docs/configuration.md.")
        self.name = name


def required(environment: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return the values of these variables, or raise SettingMissing for the first blank one."""
    return [_value(environment, name) for name in names]


def seconds(environment: Mapping[str, str], name: str) -> float:
    """Return a positive number of seconds, or raise SettingMissing."""
    try:
        value = float(_value(environment, name))
    except ValueError as error:
        raise SettingMissing(name, "is not a number of seconds") from error
    if not 0 < value < float("inf"):
        raise SettingMissing(name, "must be more than 0")
    return value


def count(environment: Mapping[str, str], name: str) -> int:
    """Return a number of times, 0 or more, or raise SettingMissing."""
    value = _value(environment, name)
    if not (value.isascii() and value.isdigit()):
        raise SettingMissing(name, "is not a whole number")
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
