"""The lines that say in which workspace a conversation happens."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from local.conversations.notation.names import called
from local.conversations.notation.values import NotATranscript, needed
from local.conversations.steps import Setting

_MARKED = re.compile(r"(?P<name>[^()]*?)\s*(?P<marks>(?:\([^()]*\)\s*)*)")
_A_ZONE = "a time zone such as America/New_York"
_MOMENT = "%Y-%m-%d %H:%M"
_MARKS = ("speaks", "deactivated", "bot")


def _people(setting: Setting, value: str, number: int) -> Setting:
    marked = [_marked(name, number) for name in _listed(number, value, "names of people")]
    names = tuple(name for name, _ in marked)
    folded = [name.casefold() for name in names]
    for at, name in enumerate(names):
        if name.casefold() in folded[:at]:
            raise NotATranscript(number, f"{name} is there twice")
    speaking, deactivated, bots = (
        tuple(name for name, marks in marked if mark in marks) for mark in _MARKS
    )
    if len(speaking) > 1:
        raise NotATranscript(number, "only one person speaks")
    speaker = speaking[0] if speaking else names[0]
    if speaker in (*deactivated, *bots):
        raise NotATranscript(number, f"{speaker} speaks and can be neither deactivated nor a bot")
    return replace(setting, people=names, speaker=speaker, deactivated=deactivated, bots=bots)


def _marked(entry: str, number: int) -> tuple[str, list[str]]:
    found = _MARKED.fullmatch(entry)
    marks = [mark.strip() for mark in re.findall(r"\(([^()]*)\)", entry)]
    if found is None or not set(marks) <= set(_MARKS):
        raise NotATranscript(number, f"expected a name, then {_either()}, not {entry}")
    if not found["name"]:
        raise NotATranscript(number, f"expected a name before ({marks[0]})")
    return found["name"], marks


def _either() -> str:
    return ", ".join(f"({mark})" for mark in _MARKS)


def _channels(setting: Setting, value: str, number: int) -> Setting:
    channels = tuple(name.removeprefix("#") for name in _listed(number, value, "channel names"))
    if not all(channels):
        raise NotATranscript(number, "expected a channel's name after #")
    default = setting.default_channel
    return replace(
        setting, channels=channels, default_channel=default if default in channels else channels[0]
    )


def _default(setting: Setting, value: str, number: int) -> Setting:
    return replace(setting, default_channel=needed(number, value, "a channel").removeprefix("#"))


def _linked(setting: Setting, value: str, number: int) -> Setting:
    names = _listed(number, value, "names of people")
    found = [called(name, setting.people) for name in names]
    for name, people in zip(names, found, strict=True):
        if len(people) != 1:
            raise NotATranscript(number, f"{name} is none of the people above")
    return replace(setting, linked=tuple(people[0] for people in found))


def _workspaces(setting: Setting, value: str, number: int) -> Setting:
    found = []
    for entry in _listed(number, value, "workspaces such as Acme as Giselle"):
        name, behind, person = entry.partition(" as ")
        people = called(person, setting.linked)
        if not behind or len(people) != 1:
            raise NotATranscript(number, f"expected a workspace as one who is linked, not {entry}")
        found.append((name, people[0]))
    return replace(setting, workspaces=tuple(found))


def _pins(setting: Setting, value: str, number: int) -> Setting:
    found = []
    for entry in _listed(number, value, "PINs such as Giselle 2468"):
        name, _, pin = entry.rpartition(" ")
        people = called(name, setting.linked)
        if len(people) != 1 or not re.fullmatch(r"[0-9]{4}", pin):
            raise NotATranscript(number, f"expected one who is linked and four digits, not {entry}")
        found.append((people[0], pin))
    return replace(setting, pins=tuple(found))


def _locale(setting: Setting, value: str, number: int) -> Setting:
    return replace(setting, locale=needed(number, value, "a locale such as en-US"))


def _timezone(setting: Setting, value: str, number: int) -> Setting:
    name = needed(number, value, _A_ZONE)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise NotATranscript(number, f"expected {_A_ZONE}, not {name}") from None
    return replace(setting, timezone=name)


def _clock(setting: Setting, value: str, number: int) -> Setting:
    try:
        begins = datetime.strptime(value, _MOMENT)  # noqa: DTZ007 - the zone is another line's
    except ValueError:
        raise NotATranscript(number, "expected a time such as 2026-11-20 16:30") from None
    return replace(setting, clock=begins.strftime(_MOMENT))


def _listed(number: int, value: str, what: str) -> list[str]:
    names = [" ".join(name.split()) for name in value.split(",") if name.strip()]
    if not names:
        raise NotATranscript(number, f"expected {what}")
    return names


SETTINGS: dict[str, Callable[[Setting, str, int], Setting]] = {
    "people": _people,
    "channels": _channels,
    "default": _default,
    "locale": _locale,
    "timezone": _timezone,
    "clock": _clock,
    "linked": _linked,
    "workspaces": _workspaces,
    "pins": _pins,
}
