"""Expected against heard or seen: spaces folded, `...` for anything. Pure."""

ANYTHING = "..."


def agrees(expected: str, actual: str) -> bool:
    """Whether the actual text is what was expected."""
    first, *others = (folded(part) for part in expected.split(ANYTHING))
    rest = folded(actual)
    if not others:
        return rest == first
    if not rest.startswith(first):
        return False
    rest = rest[len(first) :]
    *middle, last = others
    for part in middle:
        _, found, rest = rest.partition(part) if part else ("", True, rest)
        if not found:
            return False
    return rest.endswith(last)


def folded(text: str) -> str:
    """Return the text with runs of white space as one space."""
    return " ".join(text.split())
