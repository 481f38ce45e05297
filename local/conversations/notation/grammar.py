"""Reading a transcript: text in, steps out, or what was expected where a line makes no sense."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from local.conversations import slack_steps, steps
from local.conversations.notation import lines_done, lines_seen
from local.conversations.notation.names import with_full_names
from local.conversations.notation.settings import SETTINGS
from local.conversations.notation.values import NotATranscript, needed, unneeded
from local.conversations.steps import Setting, Step, Transcript

__all__ = ["FORMS", "NotATranscript", "parse"]

UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
LONGEST_FORM = 40
ALIKE = 0.6
"""From here on one beginning is taken for a slip of another."""
SILENCE = "(nothing)"
FORMS = (
    "you: TEXT",
    "alexa: TEXT",
    "speaking: another account",
    "slack #channel: Author: TEXT",
    "slack @Person: Author: TEXT",
    "slack #channel now: Author: TEXT",
    "slack #channel gone: TEXT",
    "slack #channel reacted: Author: :tada:",
    "slack #channel read: TEXT",
    "slack scheduled #channel: 17:00: TEXT",
    "slack fails: FAULT",
    "NAME in #channel: TEXT",
    "NAME in #channel (30 times): TEXT {n}",
    "NAME in thread: TEXT",
    "NAME to me: TEXT",
    "NAME edits: TEXT",
    "NAME deletes",
    "NAME reacts: :tada:",
    "NAME shares in #channel: FILE",
    "NAME makes in #channel: SHAPE",
    "bot NAME in #channel: TEXT",
    "NAME archives: #channel",
    "token revoked",
    "token renewed",
    "events are lost",
    "events arrive",
    "events come again",
    "later: 10 minutes",
    "people: Giselle (speaks), Kevin Park",
    "channels: general, random",
    "default: general",
    "locale: en-US",
    "timezone: America/New_York",
    "clock: 2026-11-20 16:30",
    "linked: Giselle, Kevin Park",
    "workspaces: Acme as Giselle, Globex as Kevin Park",
    "pins: Giselle 2468",
)
"""The lines of a transcript, as docs/conversations.md has them."""


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
        raise NotATranscript(1, "nothing is said; a conversation may begin so: you: open slack")
    return Transcript(setting, tuple(with_full_names(step, setting.people) for step in found))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()


def _step(number: int, line: str, key: str, value: str) -> Step:
    for pattern, build in _STEPS:
        if found := re.fullmatch(pattern, key, re.IGNORECASE):
            return build(number, line, value, **found.groupdict())
    raise NotATranscript(number, f"{_shown(line)} is no line of a transcript; {_near(line)}")


def _near(line: str) -> str:
    nearest = _nearest(line)
    where = f"the nearest is '{nearest}'" if nearest else "a line begins as 'you: open slack' does"
    return f"{where}, docs/conversations.md lists all"


def _nearest(line: str) -> str | None:
    """Return the form that begins most like this line, with the same word if one does.

    None where none begins at all like it.
    """
    begins = _beginning(line)
    first, _, rest = begins.partition(" ")
    as_somebodys = f"name {rest}" if rest else begins

    def likeness(form: str) -> tuple[bool, float]:
        head = _beginning(form)
        alike = (SequenceMatcher(None, own, head).ratio() for own in (begins, as_somebodys))
        return head.partition(" ")[0] == first, max(alike)

    nearest = max(FORMS, key=likeness)
    same_word, ratio = likeness(nearest)
    return nearest if same_word or ratio >= ALIKE else None


def _beginning(line: str) -> str:
    return " ".join(line.partition(":")[0].casefold().split())[:LONGEST_FORM]


def _shown(line: str) -> str:
    return repr(line if len(line) <= LONGEST_FORM else f"{line[:LONGEST_FORM]}...")


def _say(number: int, line: str, value: str) -> Step:
    said = needed(number, value, "what is said, or (nothing)")
    return steps.Say(number, line, None if said == SILENCE else said)


def _speak_as(number: int, line: str, value: str) -> Step:
    voice = needed(number, value, "who speaks")
    is_kind = voice.casefold() in steps.VOICES
    return steps.SpeakAs(number, line, voice.casefold() if is_kind else voice)


def _hear(number: int, line: str, value: str) -> Step:
    return steps.Hear(number, line, needed(number, value, "what Alexa says"))


def _fail(number: int, line: str, value: str) -> Step:
    return steps.Fail(number, line, needed(number, value, "how Slack fails"))


def _alone(kind: Callable[[int, str], Step]) -> Callable[[int, str, str], Step]:
    """Return what reads a line that says all before its colon."""

    def read(number: int, line: str, value: str) -> Step:
        unneeded(number, value)
        return kind(number, line)

    return read


def _later(number: int, line: str, value: str) -> Step:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) (second|minute|hour|day)s?", value)
    if not found:
        raise NotATranscript(number, "expected a time such as 10 minutes, 30 seconds or 1 day")
    return steps.Later(number, line, float(found[1]) * UNITS[found[2]])


_NAME = r"\w[\w.'-]*(?: \w[\w.'-]*)*"
_PERSON = rf"(?P<person>{_NAME})"
_PLACE = rf"(?P<place>#[\w.-]+|@{_NAME})"
_WHERE = r"(?P<place>in #[\w.-]+|in thread|to me)"
_STEPS: list[tuple[str, Callable[..., Step]]] = [
    ("you", _say),
    ("speaking", _speak_as),
    ("alexa", _hear),
    ("slack fails", _fail),
    ("token revoked", _alone(steps.Revoke)),
    ("token renewed", _alone(steps.Relink)),
    ("events are lost", _alone(slack_steps.LoseEvents)),
    ("events arrive", _alone(slack_steps.LetEventsArrive)),
    ("events come again", _alone(slack_steps.RepeatEvents)),
    ("later", _later),
    (rf"slack scheduled {_PLACE}", lines_seen.see_scheduled),
    (rf"slack {_PLACE} now", lines_seen.see_now),
    (rf"slack {_PLACE} gone", lines_seen.see_gone),
    (rf"slack {_PLACE} reacted", lines_seen.see_reaction),
    (rf"slack {_PLACE} read", lines_seen.see_read),
    (rf"slack {_PLACE}", lines_seen.see),
    (rf"bot (?P<name>{_NAME}) in (?P<place>#[\w.-]+)", lines_done.write_as_bot),
    (rf"{_PERSON} shares {_WHERE}", lines_done.share),
    (rf"{_PERSON} makes {_WHERE}", lines_done.make),
    (rf"{_PERSON} {_WHERE}(?: \((?P<times>\d+) times?\))?", lines_done.write),
    (rf"{_PERSON} reacts", lines_done.react),
    (rf"{_PERSON} edits", lines_done.edit),
    (rf"{_PERSON} deletes", lines_done.delete),
    (rf"{_PERSON} archives", lines_done.archive),
]
