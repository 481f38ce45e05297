"""The lines that look at Slack: what stands behind the colon, read as a step."""

import re

from local.conversations import slack_steps, steps
from local.conversations.notation.values import NotATranscript, emoji_name, needed, written
from local.conversations.steps import Step

NOTHING = "nothing"
_SCHEDULED = re.compile(r"(?P<at>(?:\d{4}-\d\d-\d\d )?\d{1,2}:\d\d)\s*:\s*(?P<text>.+)")


def see(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack #channel: Author: TEXT`, or that there is nothing."""
    if _is_nothing(value):
        return steps.SeeNothing(number, line, place)
    author, text = _by_somebody(
        number, value, f"nothing, or an author and a text: {place}: Ana: hi"
    )
    return steps.SeePost(number, line, place, author, written(text))


def see_now(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack #channel now: Author: TEXT`."""
    author, text = _by_somebody(number, value, f"an author and a text: {place} now: Ana: hi")
    return slack_steps.SeeNow(number, line, place, author, written(text))


def see_gone(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack #channel gone: TEXT`."""
    text = needed(number, value, "the text of the message that is gone")
    return slack_steps.SeeGone(number, line, place, written(text))


def see_reaction(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack #channel reacted: Author: :emoji:`, or that there is nothing."""
    if _is_nothing(value):
        return slack_steps.SeeReaction(number, line, place, None)
    what = f"nothing, or an author and an emoji: {place} reacted: Ana: :tada:"
    author, emoji = _by_somebody(number, value, what)
    return slack_steps.SeeReaction(number, line, place, author, emoji_name(number, emoji))


def see_read(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack #channel read: TEXT`, or that there is nothing."""
    text = needed(number, value, "nothing, or the text of the last message that was read")
    expected = None if _is_nothing(text) else written(text)
    return slack_steps.SeeRead(number, line, place, expected)


def see_scheduled(number: int, line: str, value: str, place: str) -> Step:
    """Read `slack scheduled #channel: 17:00: TEXT`, or that there is nothing."""
    if _is_nothing(value):
        return slack_steps.SeeScheduled(number, line, place, None)
    found = _SCHEDULED.fullmatch(value)
    if not found:
        what = f"nothing, or a time and a text: slack scheduled {place}: 17:00: hi"
        raise NotATranscript(number, f"expected {what}")
    day, space, time = found["at"].rpartition(" ")
    at = f"{day}{space}{time.zfill(len('17:00'))}"
    return slack_steps.SeeScheduled(number, line, place, at, written(found["text"]))


def _by_somebody(number: int, value: str, what: str) -> tuple[str, str]:
    author, colon, text = value.partition(":")
    if not colon or not text.strip():
        raise NotATranscript(number, f"expected {what}")
    return author.strip(), text.strip()


def _is_nothing(value: str) -> bool:
    return value.casefold() == NOTHING
