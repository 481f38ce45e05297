"""Cases in which a first reading that fits is the wrong one, by kind.

Each yields a case, or None where its words would not do.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.kinds.sentences import Cases
from benchmarks.understanding.kit import Kit, first_and_rest
from benchmarks.understanding.made.sounds import folded

_GLUING = (
    "in a meeting until four",
    "a customer called",
    "i am late",
    "he said yes",
    "on my way",
    "the customer said yes",
    "see you at noon",
    "oh no the oven is on",
    "at the station now",
    "an hour will do",
)
_SENT = (
    "sorry i missed you",
    "please call the garage",
    "we are out of milk",
    "your desk is ready",
    "i left the keys with the porter",
)
_ENDS = (
    "i'm on the way to {r}",
    "we lost the deal to {r}",
    "i have just moved the desks to {r}",
    "we switched from the old one to {r}",
    "i explained it to {r}",
)
_CORRECTED = (
    "tell {r} no wait {s} that {t}",
    "tell {r} i mean {s} that {t}",
    "send {t} to {s} but not to {r}",
    "tell {r} sorry i meant {s} that {t}",
)


def glued(kit: Kit) -> Cases:
    """Rob, in a meeting: not Robin. The name never takes the text's first word."""
    for person in kit.people:
        spoken = folded(first_and_rest(person)[0])
        if not kit.truth.only(spoken, person.id):
            continue
        text = kit.rng.choice(_GLUING)
        case = Case(
            kit.kind, f"tell {spoken} {text}", CERTAIN, (person.id,), text, spoken=(spoken,)
        )
        yield replace(case, also=frozenset({DOUBTFUL}))


def sent_to_a_name(kit: Kit) -> Cases:
    """Send Kevin Park sorry I missed you."""
    for spoken, identifier in kit.clear_people:
        text = kit.rng.choice(_SENT)
        phrase = f"send {spoken} {text}"
        yield Case(kit.kind, phrase, CERTAIN, (identifier,), text, spoken=(spoken,))


def ends_in_a_place(kit: Kit) -> Cases:
    """We lost the deal to sales: all of it is text, or it is asked."""
    for spoken, identifier in kit.clear_channels:
        text = kit.rng.choice(_ENDS).format(r=spoken)
        yield Case(
            kit.kind, f"send {text}", DOUBTFUL, (identifier,), text, also=frozenset({DEFAULT})
        )


def corrected(kit: Kit) -> Cases:
    """Tell Kevin, no wait, Ana that ...: only Ana is told."""
    named = kit.clear_people
    for (wrong, _), (right, identifier) in zip(named[::2], named[1::2], strict=False):
        text = kit.rng.choice(_SENT)
        phrase = kit.rng.choice(_CORRECTED).format(r=wrong, s=right, t=text)
        case = Case(kit.kind, phrase, CERTAIN, (identifier,), text, spoken=(right,))
        yield replace(case, also=frozenset({DOUBTFUL, UNKNOWN}))


KINDS: dict[str, tuple[int, Callable[[Kit], Iterator[Case | None]]]] = {
    "trap: the text's first word": (80, glued),
    "trap: send somebody a text": (80, sent_to_a_name),
    "trap: ends in a place": (60, ends_in_a_place),
    "trap: corrected": (60, corrected),
}
