"""Reading a transcript: text in, steps out, or what was expected where a line makes no sense."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from local.conversations import steps
from local.conversations.steps import Setting, Step, Transcript

UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
SILENCE = "(nothing)"
EXPECTED = (
    "you:, alexa:, slack #channel:, slack @Person:, slack fails:, NAME in #channel:, "
    "NAME in thread:, NAME to me:, NAME edits:, NAME deletes, NAME archives: #channel, "
    "token revoked, token renewed, later:, or before all these people:, channels:, default: "
    "and locale:"
)


class NotATranscript(ValueError):
    """A line that is none of a transcript's; says which and what was expected."""

    def __init__(self, number: int, problem: str) -> None:
        """Name the line, counted from 1."""
        super().__init__(f"line {number}: {problem}")
        self.number = number
        self.problem = problem


def parse(text: str) -> Transcript:
    """Return the conversation, or raise NotATranscript."""
    setting = Setting()
    found: list[Step] = []
    for number, line in _lines(text):
        key, _, value = (part.strip() for part in line.partition(":"))
        if change := _SETTINGS.get(key.casefold()):
            if found:
                raise NotATranscript(number, f"{key}: belongs before the first line that is spoken")
            setting = change(setting, value, number)
        else:
            found.append(_step(number, line, " ".join(key.split()), value))
    if not found:
        raise NotATranscript(1, f"nothing is said; expected {EXPECTED}")
    _check_names(setting, found)
    return Transcript(setting, tuple(found))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()


def _step(number: int, line: str, key: str, value: str) -> Step:
    for pattern, build in _STEPS:
        if found := re.fullmatch(pattern, key, re.IGNORECASE):
            return build(number, line, value, **found.groupdict())
    raise NotATranscript(number, f"expected {EXPECTED}")


def _say(number: int, line: str, value: str) -> Step:
    said = _needed(number, value, "what is said, or (nothing)")
    return steps.Say(number, line, None if said == SILENCE else said)


def _hear(number: int, line: str, value: str) -> Step:
    return steps.Hear(number, line, _needed(number, value, "what Alexa says"))


def _see(number: int, line: str, value: str, place: str) -> Step:
    if value.casefold() == "nothing":
        return steps.SeeNothing(number, line, place)
    author, colon, text = value.partition(":")
    if not colon or not text.strip():
        raise NotATranscript(number, f"expected nothing, or an author and a text: {place}: Ana: hi")
    return steps.SeePost(number, line, place, author.strip(), text.strip())


def _write(number: int, line: str, value: str, person: str, place: str) -> Step:
    text = _needed(number, value, "what is written")
    preposition, where = place.casefold().split()
    if preposition == "to":
        return steps.Write(number, line, person, f"@{person}", text)
    return steps.Write(number, line, person, None if where == "thread" else where, text)


def _edit(number: int, line: str, value: str, person: str) -> Step:
    return steps.Edit(number, line, person, _needed(number, value, "the new text"))


def _delete(number: int, line: str, value: str, person: str) -> Step:
    _unneeded(number, value)
    return steps.Delete(number, line, person)


def _fail(number: int, line: str, value: str) -> Step:
    return steps.Fail(number, line, _needed(number, value, "how Slack fails"))


def _archive(number: int, line: str, value: str, person: str) -> Step:
    return steps.Archive(number, line, person, _needed(number, value, "a channel"))


def _revoke(number: int, line: str, value: str) -> Step:
    _unneeded(number, value)
    return steps.Revoke(number, line)


def _relink(number: int, line: str, value: str) -> Step:
    _unneeded(number, value)
    return steps.Relink(number, line)


def _later(number: int, line: str, value: str) -> Step:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) (second|minute|hour|day)s?", value)
    if not found:
        raise NotATranscript(number, "expected a time such as 10 minutes, 30 seconds or 1 day")
    return steps.Later(number, line, float(found[1]) * UNITS[found[2]])


_PERSON = r"(?P<person>\w[\w'-]*)"
_STEPS: list[tuple[str, Callable[..., Step]]] = [
    ("you", _say),
    ("alexa", _hear),
    ("slack fails", _fail),
    ("token revoked", _revoke),
    ("token renewed", _relink),
    ("later", _later),
    (r"slack (?P<place>#[\w.-]+|@\w[\w.'-]*)", _see),
    (rf"{_PERSON} (?P<place>in #[\w.-]+|in thread|to me)", _write),
    (rf"{_PERSON} edits", _edit),
    (rf"{_PERSON} deletes", _delete),
    (rf"{_PERSON} archives", _archive),
]


def _people(setting: Setting, value: str, number: int) -> Setting:
    names = _listed(number, value, "names of people")
    marked = [name for name in names if name.endswith("(speaks)")]
    if len(marked) > 1:
        raise NotATranscript(number, "only one person speaks")
    people = tuple(name.removesuffix("(speaks)").strip() for name in names)
    if not all(people):
        raise NotATranscript(number, "expected a name before (speaks)")
    speaker = people[names.index(marked[0])] if marked else people[0]
    return replace(setting, people=people, speaker=speaker)


def _channels(setting: Setting, value: str, number: int) -> Setting:
    channels = tuple(name.removeprefix("#") for name in _listed(number, value, "channel names"))
    if not all(channels):
        raise NotATranscript(number, "expected a channel's name after #")
    default = setting.default_channel
    return replace(
        setting, channels=channels, default_channel=default if default in channels else channels[0]
    )


def _default(setting: Setting, value: str, number: int) -> Setting:
    return replace(setting, default_channel=_needed(number, value, "a channel").removeprefix("#"))


def _locale(setting: Setting, value: str, number: int) -> Setting:
    return replace(setting, locale=_needed(number, value, "a locale such as en-US"))


_SETTINGS: dict[str, Callable[[Setting, str, int], Setting]] = {
    "people": _people,
    "channels": _channels,
    "default": _default,
    "locale": _locale,
}


def _check_names(setting: Setting, found: list[Step]) -> None:
    known = {name.split()[0].casefold() for name in setting.people}
    for step in found:
        person = getattr(step, "person", None)
        if person and person.casefold() not in known:
            names = ", ".join(setting.people)
            raise NotATranscript(step.number, f"nobody is called {person}; there are {names}")


def _listed(number: int, value: str, what: str) -> list[str]:
    names = [name.strip() for name in value.split(",") if name.strip()]
    if not names:
        raise NotATranscript(number, f"expected {what}")
    return names


def _needed(number: int, value: str, what: str) -> str:
    if not value:
        raise NotATranscript(number, f"expected {what} after the colon")
    return value


def _unneeded(number: int, value: str) -> None:
    if value:
        raise NotATranscript(number, f"expected nothing more, but there is {value!r}")
