"""The lines that do something in Slack: what stands behind the colon, read as a step."""

from local.conversations import slack_steps, steps
from local.conversations.notation.values import (
    NotATranscript,
    emoji_name,
    needed,
    unneeded,
    written,
)
from local.conversations.shapes import SHAPES
from local.conversations.steps import Step

_MOST_TIMES = 1000


def write(number: int, line: str, value: str, person: str, place: str, times: str | None) -> Step:
    """Read `kevin in #channel: TEXT` and the like, also with (30 times)."""
    text = written(needed(number, value, "what is written"))
    often = int(times or 1)
    if not 1 <= often <= _MOST_TIMES:
        raise NotATranscript(number, f"expected from 1 to {_MOST_TIMES} times")
    return steps.Write(number, line, person, _place(person, place), text, often)


def share(number: int, line: str, value: str, person: str, place: str) -> Step:
    """Read `kevin shares in #channel: FILE | TEXT`; the text may be missing."""
    what = "a file, such as Roadmap.pdf or audio clip of 14 seconds"
    file, _, text = needed(number, value, what).partition("|")
    named = needed(number, file.strip(), what)
    where = _place(person, place)
    return slack_steps.Share(number, line, person, where, named, written(text.strip()))


def make(number: int, line: str, value: str, person: str, place: str) -> Step:
    """Read `kevin makes in #channel: SHAPE`."""
    shape = needed(number, value, "one of " + ", ".join(SHAPES))
    if shape not in SHAPES:
        raise NotATranscript(number, f"there is no shape {shape}; there are {', '.join(SHAPES)}")
    return slack_steps.Make(number, line, person, _place(person, place), shape)


def write_as_bot(number: int, line: str, value: str, name: str, place: str) -> Step:
    """Read `bot Jenkins in #channel: TEXT | TITLE | TEXT`; the attachment may be missing."""
    text, *attached = (written(part.strip()) for part in value.split("|", maxsplit=2))
    if len(attached) == 1 or not (text or any(attached)):
        what = "what the bot writes, or that | a title | a text"
        raise NotATranscript(number, f"expected {what} after the colon")
    attachment = (attached[0], attached[1]) if attached else None
    return slack_steps.WriteAsBot(number, line, name, place.casefold(), text, attachment)


def react(number: int, line: str, value: str, person: str) -> Step:
    """Read `kevin reacts: :emoji:`."""
    return slack_steps.React(number, line, person, emoji_name(number, value))


def edit(number: int, line: str, value: str, person: str) -> Step:
    """Read `kevin edits: TEXT`."""
    return steps.Edit(number, line, person, written(needed(number, value, "the new text")))


def delete(number: int, line: str, value: str, person: str) -> Step:
    """Read `kevin deletes`."""
    unneeded(number, value)
    return steps.Delete(number, line, person)


def archive(number: int, line: str, value: str, person: str) -> Step:
    """Read `kevin archives: #channel`."""
    return steps.Archive(number, line, person, needed(number, value, "a channel"))


def _place(person: str, place: str) -> str | None:
    """Return the place; None is the thread of the newest message."""
    preposition, where = place.casefold().split()
    if preposition == "to":
        return f"@{person}"
    return None if where == "thread" else where
