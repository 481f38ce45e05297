"""Reading a transcript: text in, steps out, or what was expected where a line makes no sense."""

import re
from collections.abc import Callable, Iterator

from local.conversations import steps
from local.conversations.mistakes import NotATranscript, needed, unneeded
from local.conversations.names import with_full_names
from local.conversations.settings import SETTINGS
from local.conversations.steps import Setting, Step, Transcript

__all__ = ["EXPECTED", "NotATranscript", "parse"]

UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
SILENCE = "(nothing)"
EXPECTED = (
    "you:, alexa:, slack #channel:, slack @Person:, slack fails:, NAME in #channel:, "
    "NAME in thread:, NAME to me:, NAME edits:, NAME deletes, NAME archives: #channel, "
    "token revoked, token renewed, later:, or before all these people:, channels:, default: "
    "and locale:"
)


def parse(text: str) -> Transcript:
    """Return the conversation, or raise NotATranscript."""
    setting = Setting()
    found: list[Step] = []
    for number, line in _lines(text):
        key, _, value = (part.strip() for part in line.partition(":"))
        if change := SETTINGS.get(key.casefold()):
            if found:
                raise NotATranscript(number, f"{key}: belongs before the first line that is spoken")
            setting = change(setting, value, number)
        else:
            found.append(_step(number, line, " ".join(key.split()), value))
    if not found:
        raise NotATranscript(1, f"nothing is said; expected {EXPECTED}")
    return Transcript(setting, tuple(with_full_names(step, setting.people) for step in found))


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
    said = needed(number, value, "what is said, or (nothing)")
    return steps.Say(number, line, None if said == SILENCE else said)


def _hear(number: int, line: str, value: str) -> Step:
    return steps.Hear(number, line, needed(number, value, "what Alexa says"))


def _see(number: int, line: str, value: str, place: str) -> Step:
    if value.casefold() == "nothing":
        return steps.SeeNothing(number, line, place)
    author, colon, text = value.partition(":")
    if not colon or not text.strip():
        raise NotATranscript(number, f"expected nothing, or an author and a text: {place}: Ana: hi")
    return steps.SeePost(number, line, place, author.strip(), text.strip())


def _write(number: int, line: str, value: str, person: str, place: str) -> Step:
    text = needed(number, value, "what is written")
    preposition, where = place.casefold().split()
    if preposition == "to":
        return steps.Write(number, line, person, f"@{person}", text)
    return steps.Write(number, line, person, None if where == "thread" else where, text)


def _edit(number: int, line: str, value: str, person: str) -> Step:
    return steps.Edit(number, line, person, needed(number, value, "the new text"))


def _delete(number: int, line: str, value: str, person: str) -> Step:
    unneeded(number, value)
    return steps.Delete(number, line, person)


def _fail(number: int, line: str, value: str) -> Step:
    return steps.Fail(number, line, needed(number, value, "how Slack fails"))


def _archive(number: int, line: str, value: str, person: str) -> Step:
    return steps.Archive(number, line, person, needed(number, value, "a channel"))


def _revoke(number: int, line: str, value: str) -> Step:
    unneeded(number, value)
    return steps.Revoke(number, line)


def _relink(number: int, line: str, value: str) -> Step:
    unneeded(number, value)
    return steps.Relink(number, line)


def _later(number: int, line: str, value: str) -> Step:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) (second|minute|hour|day)s?", value)
    if not found:
        raise NotATranscript(number, "expected a time such as 10 minutes, 30 seconds or 1 day")
    return steps.Later(number, line, float(found[1]) * UNITS[found[2]])


_NAME = r"\w[\w.'-]*(?: \w[\w.'-]*)*"
_PERSON = rf"(?P<person>{_NAME})"
_STEPS: list[tuple[str, Callable[..., Step]]] = [
    ("you", _say),
    ("alexa", _hear),
    ("slack fails", _fail),
    ("token revoked", _revoke),
    ("token renewed", _relink),
    ("later", _later),
    (rf"slack (?P<place>#[\w.-]+|@{_NAME})", _see),
    (rf"{_PERSON} (?P<place>in #[\w.-]+|in thread|to me)", _write),
    (rf"{_PERSON} edits", _edit),
    (rf"{_PERSON} deletes", _delete),
    (rf"{_PERSON} archives", _archive),
]
