"""The words in a piece of JSON whose kind is not known: Slack thinks of new blocks now and then."""

from collections.abc import Iterator

_WORDS = (
    "pretext",
    "title",
    "name",
    "text",
    "subtitle",
    "body",
    "description",
    "alt_text",
    "label",
)
_MOST_PLACES = 1000


def texts_within(value: object) -> Iterator[str]:
    """Yield the texts under names that hold words, in the order in which they stand."""
    places: list[tuple[str, object]] = [("text", value)]
    looked_at = 0
    while places and looked_at < _MOST_PLACES:
        looked_at += 1
        under, here = places.pop()
        if isinstance(here, str):
            if under in _WORDS and here.strip():
                yield here
        elif isinstance(here, dict):
            places += [(str(key), child) for key, child in reversed(here.items())]
        elif isinstance(here, list):
            places += [(under, child) for child in reversed(here)]
