"""What stands behind the colon of a line that writes. Pure."""

import re

_LONG = re.compile(r"\(a long text of (\d+) characters\)")
_LONGEST = 40_000


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
