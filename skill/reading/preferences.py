"""What a speaker wants to hear of links, code and emoji: the one place where it is looked up."""

from dataclasses import fields

from skill.rendering.choices import Choices, Saying
from skill.services import Services

KINDS = tuple(each.name for each in fields(Choices))


def choices_of(link_id: str, services: Services) -> Choices:
    """Return a link's choices, the usual ones where it made none; raises MailboxUnavailable."""
    chosen = services.preferences.of(link_id)
    known = {
        kind: Saying(chosen[kind])
        for kind in KINDS
        if kind in chosen and chosen[kind] in set(Saying)
    }
    return Choices(**known)
