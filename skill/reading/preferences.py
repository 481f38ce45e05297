"""How a speaker wants messages to be read: the one place where it is looked up."""

from collections.abc import Mapping
from dataclasses import fields

from postbox.inbox.message import CALLS_OF_MANY, AttentionReason
from skill.rendering.choices import Choices, Saying
from skill.turn.parts import Speaker

RATE = "rate"
RATES = (60, 70, 85, 100, 115, 130, 150)
"""Per cent of the usual rate of speech, as SSML's prosody takes it; it has to be 20 at least."""
USUAL_RATE = 100
KINDS = tuple(field.name for field in fields(Choices))


def choices_of(link_id: str, speaker: Speaker) -> Choices:
    """Return a link's choices, the usual ones where it made none; raises MailboxUnavailable."""
    return choices_in(speaker.preferences.of(link_id))


def choices_in(chosen: Mapping[str, str]) -> Choices:
    """Return the choices among what a link chose, by kind."""
    known = {
        kind: Saying(chosen[kind])
        for kind in KINDS
        if kind in chosen and chosen[kind] in set(Saying)
    }
    return Choices(**known)


def muted_in(chosen: Mapping[str, str]) -> frozenset[AttentionReason]:
    """Return the calls of many that count for nothing among what a link chose; none usually."""
    return frozenset(reason for reason in CALLS_OF_MANY if chosen.get(reason) == Saying.LEFT_OUT)


def rate_in(chosen: Mapping[str, str]) -> int:
    """Return the rate of speech among what a link chose, in per cent of the usual one."""
    known = {str(rate): rate for rate in RATES}
    return known.get(chosen.get(RATE, ""), USUAL_RATE)
