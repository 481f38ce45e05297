"""Bars of polls and of progress, which are drawn with blocks: the share is said, the bar is not."""

import re

from skill.rendering.amounts import several
from skill.speech.phrases import Phrases

BLOCKS = (
    "\u2580-\u259f\u25a0\u25a1\u25ac-\u25af\u25b0\u25b1\u25cf\u25cb"
    "\u2500\u2501\u2550\u2800-\u28ff\u3164\u2b1b\u2b1c"
)
_BAR = re.compile(rf"[|\[]?[{BLOCKS}]{{2,}}+(?: ?[{BLOCKS}]++)*+(?: ?[|\]])?")
_INVISIBLE = re.compile(r"[\u2800\u3164\u115f\u1160\uffa0]+")
_OPTION = re.compile(
    r"^(:(?:one|two|three|four|five|six|seven|eight|nine|keycap_ten):[^\n`]{1,200}?) *`(\d{1,4})`",
    re.MULTILINE,
)
_SHARE = re.compile(r"^(?P<share>\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent)")
_COUNT = re.compile(r"\(?(?P<count>\d{1,6})(?: votes?)?\)?$")


def may_have_bars(text: str) -> bool:
    """Whether it is worth looking for bars."""
    return not text.isascii() and (_BAR.search(text) or _INVISIBLE.search(text)) is not None


def without_bars(line: str, phrases: Phrases) -> str:
    """Return a line without its bar; behind one stands a share, a number of votes, or both."""
    line = _INVISIBLE.sub(" ", line)
    found = _BAR.search(line)
    if found is None:
        return line
    before, after = (
        line[: found.start()].rstrip(" |:"),
        _BAR.sub(" ", line[found.end() :]).strip(" |"),
    )
    parts = []
    if share := _SHARE.match(after):
        parts.append(phrases.plain("percent", number=share["share"]))
        after = after[share.end() :].strip(" |,-–·")
    if count := _COUNT.match(after):
        parts.append(votes(int(count["count"]), phrases))
        after = after[count.end() :]
    told = ", ".join([*parts, *filter(None, [after.strip()])])
    return f"{before}: {told}" if before and told else before or told


def with_votes(text: str, phrases: Phrases) -> str:
    """Return mrkdwn in which the options of a poll say how many are for them.

    An option begins with a number drawn as an emoji and ends with one that is code.
    """
    if ":" not in text or "`" not in text:
        return text
    return _OPTION.sub(lambda found: f"{found[1]}: {votes(int(found[2]), phrases)}", text)


def votes(count: int, phrases: Phrases) -> str:
    """Return "two votes"."""
    return several("one_vote", "votes", count, phrases)
