"""What was asked for as a turn narrows it; the words are read only where there are any."""

from skill.reading.planning.scope import Scope
from skill.reading.reader import Reader
from skill.speech.said import Said
from skill.turn.request import LIMITS


def narrowed(scope: Scope, reader: Reader) -> tuple[Scope, Said]:
    """Return the scope, and what is to be said of it first."""
    if not any(reader.request.slots.get(name) for name in LIMITS):
        return scope, ()
    from skill.reading.requested.limits import limited  # noqa: PLC0415 - few requests are narrowed

    return limited(scope, reader)
