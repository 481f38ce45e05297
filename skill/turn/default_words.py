"""Where messages without a name go, in words."""

from postbox.links.default_place import default_place
from postbox.store.errors import MailboxUnavailable
from skill.turn.context import Turn


def default_in_words(turn: Turn) -> str:
    """Return "general", "you alone" or "whoever you name when I ask"."""
    link = turn.link
    try:
        chosen = turn.speaker.preferences.of(link.link_id)
    except MailboxUnavailable:
        chosen = {}
    place = default_place(link, chosen)
    if place.asks:
        return turn.phrases.plain("wherever_asked")
    return turn.phrases.plain("yourself") if place.is_oneself(link) else place.name
