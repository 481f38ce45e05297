"""The parameters of a request, read strictly: each once, readable, of bounded size. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

MOST_BYTES = 8192
MOST_FIELDS = 40
LONGEST = 2048
"""Characters of one value."""


class Unreadable(Exception):
    """These are no parameters: not UTF-8, too many, or too long."""


@dataclass(frozen=True)
class Parameters:
    """What was given; a parameter without a value counts as left out (RFC 6749, 3.1)."""

    values: Mapping[str, str]
    repeated: frozenset[str] = frozenset()

    def get(self, name: str) -> str:
        """Return a value, "" where there is none."""
        return self.values.get(name, "")


def read(encoded: bytes) -> Parameters:
    """Read a query or a form; raises Unreadable."""
    if len(encoded) > MOST_BYTES:
        raise Unreadable("too long")
    try:
        pairs = parse_qsl(
            encoded.decode("ascii"), errors="strict", max_num_fields=MOST_FIELDS, separator="&"
        )
    except ValueError:
        raise Unreadable("not a form") from None
    values: dict[str, str] = {}
    repeated = set()
    for name, value in pairs:
        if not _is_plain(value) or not _is_plain(name):
            raise Unreadable("not plain")
        if name in values:
            repeated.add(name)
        values[name] = value
    return Parameters(values, frozenset(repeated))


def _is_plain(value: str) -> bool:
    """Whether a value is one that OAuth has: visible ASCII (RFC 6749, appendix A)."""
    return len(value) <= LONGEST and value.isascii() and value.isprintable()
