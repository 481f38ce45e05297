"""Where a message goes that names no place: a channel, oneself, or wherever it is asked. Pure."""

from collections.abc import Mapping

from postbox.frozen import Frozen
from postbox.links.link import Link

MYSELF = "@me"
"""In place of a channel's name in the settings: notes to oneself."""
ASK = "@ask"
"""In its place: there is no default, and the speaker is asked each time."""
CHOSEN = "default_place"
"""Under this name a link keeps what its speaker chose by voice."""


class DefaultPlace(Frozen):
    """Where a message goes that names no place."""

    id: str | None
    """A conversation's id, or the speaker's own user id; None where there is none."""
    name: str
    asks: bool = False
    """Whether there is none because the speaker is to be asked."""

    @property
    def is_there(self) -> bool:
        """Whether it is as the settings want it: a place that is known, or none."""
        return self.asks or self.id is not None

    def is_oneself(self, link: Link) -> bool:
        """Whether messages go to the speaker's own notes."""
        return self.id == link.user_id


def default_place(link: Link, chosen: Mapping[str, str]) -> DefaultPlace:
    """Return the default place of a link, by what was chosen by voice, else as it was deployed."""
    kept = chosen.get(CHOSEN, "")
    if kept in (MYSELF, ASK):
        return _named(kept, link)
    place_id, _, name = kept.partition(" ")
    if place_id and name:
        return DefaultPlace(link.place_now(place_id), name)
    if link.default_conversation_name in (MYSELF, ASK):
        return _named(link.default_conversation_name, link)
    return DefaultPlace(link.default_conversation_id, link.default_conversation_name)


def kept_as(place_id: str, name: str) -> str:
    """Return how a chosen conversation is kept."""
    return f"{place_id} {name}"


def _named(word: str, link: Link) -> DefaultPlace:
    if word == ASK:
        return DefaultPlace(None, "", asks=True)
    return DefaultPlace(link.user_id, link.user_name)
