"""Where messages without a name go, in words."""

from postbox.links.default_place import default_place
from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.speech.phrases import Phrases
from skill.turn.parts import Speaker


def default_in_words(link: Link, speaker: Speaker, phrases: Phrases) -> str:
    """Return "general", "you alone" or "whoever you name when I ask"."""
    try:
        chosen = speaker.preferences.of(link.link_id)
    except MailboxUnavailable:
        chosen = {}
    place = default_place(link, chosen)
    if place.asks:
        return phrases.plain("wherever_asked")
    return phrases.plain("yourself") if place.is_oneself(link) else place.name
