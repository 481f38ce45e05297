"""What stands behind the colon of a line: needed or not, a text, an emoji. Pure."""

import re

_LONG = re.compile(r"\(a long text of (\d+) characters\)")
_LONGEST = 40_000


class NotATranscript(ValueError):
    """A line that is none of a transcript's; says which and what was expected."""

    def __init__(self, number: int, problem: str) -> None:
        """Name the line, counted from 1."""
        super().__init__(f"line {number}: {problem}")
        self.number = number
        self.problem = problem


def needed(number: int, value: str, what: str) -> str:
    """Return what stands after the colon, or raise NotATranscript."""
    if not value:
        raise NotATranscript(number, f"expected {what} after the colon")
    return value


def unneeded(number: int, value: str) -> None:
    """Raise NotATranscript when something stands after the colon."""
    if value:
        raise NotATranscript(number, f"expected nothing more, but there is {value!r}")


def emoji_name(number: int, value: str) -> str:
    """Return the name between the colons, or raise NotATranscript."""
    found = re.fullmatch(r":?([\w+'-]+(?:::skin-tone-[2-6])?):?", value.strip())
    if not found:
        raise NotATranscript(number, "expected an emoji after the colon, such as :tada:")
    return found[1]


def written(value: str) -> str:
    r"""Return what is written: \n is a new line, and a long text is meant by its length."""
    found = _LONG.fullmatch(value)
    return long_text(min(int(found[1]), _LONGEST)) if found else value.replace("\\n", "\n")


def long_text(length: int) -> str:
    """Return numbered sentences, as many as fit into so many characters, at least one."""
    text = _sentence(1)
    number = 2
    while len(longer := f"{text} {_sentence(number)}") <= length:
        text, number = longer, number + 1
    return text


def _sentence(number: int) -> str:
    return f"Sentence {number} says that there is more to come."
