"""What is wrong with a file that is no transcript."""


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
