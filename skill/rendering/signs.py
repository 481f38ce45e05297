"""Whether a text has any of some signs, in one pass: most texts need no closer look."""


def has_any(text: str, signs: bytes) -> bool:
    """Whether one of these ASCII characters is in the text."""
    written = text.encode("utf-8", "surrogatepass")
    return len(written.translate(None, signs)) < len(written)


def has_three_alike(text: str) -> bool:
    """Whether one byte may stand three times in a row.

    A text taken for one number, against itself moved by a byte, is nothing where two are alike.
    """
    number = int.from_bytes(text.encode("utf-8", "surrogatepass"), "big")
    differences = number ^ (number >> 8)
    return b"\0\0" in differences.to_bytes(differences.bit_length() // 8 + 1, "big").lstrip(b"\0")


_ORDINARY = (
    bytes(range(ord("a"), ord("z") + 1)) + bytes(range(ord("A"), ord("Z") + 1)) + b" \n',.!?"
)


def is_prose(text: str) -> bool:
    """Whether a text has letters and the marks of sentences only."""
    return text.isascii() and not text.encode().translate(None, _ORDINARY)
