"""The parameters of a request, read strictly: each once, readable, of bounded size. Pure."""

from collections.abc import Collection
from urllib.parse import parse_qsl, urlencode

from postbox.frozen import Frozen

MOST_BYTES = 8192
MOST_FIELDS = 40
LONGEST = 2048
"""Characters of one value."""


class Unreadable(Exception):
    """These are no parameters: not UTF-8, too many, or too long."""


class Parameters(Frozen):
    """What was given; a parameter without a value counts as left out (RFC 6749, 3.1)."""

    pairs: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Return a value, "" where there is none; the last of several."""
        return dict(self.pairs).get(name, "")

    @property
    def is_repeated(self) -> bool:
        """Whether any parameter is there twice."""
        return len(dict(self.pairs)) < len(self.pairs)

    def encoded(self, names: Collection[str]) -> str:
        """Return these of them as a form: what nobody asked for reaches nobody."""
        return urlencode([(name, value) for name, value in self.pairs if name in names])


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
    if not all(_is_plain(name) and _is_plain(value) for name, value in pairs):
        raise Unreadable("not plain")
    return Parameters(tuple(pairs))


def _is_plain(value: str) -> bool:
    """Whether a value is one that OAuth has: visible ASCII (RFC 6749, appendix A)."""
    return len(value) <= LONGEST and value.isascii() and value.isprintable()
