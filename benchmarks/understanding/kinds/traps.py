"""Cases in which a first reading that fits is the wrong one, by kind.

Each yields a case, or None where its words would not do.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.kinds.sentences import Cases
from benchmarks.understanding.kit import Kit, first_and_rest
from benchmarks.understanding.made.sounds import folded
from skill.understanding.language import language

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
_NEGATED = (
    "send {t} to {r} but not to {s}",
    "send {t} to {r} not to {s}",
    "tell {r} but not {s} that {t}",
    "tell {r} and not {s} that {t}",
)
_SECOND = (
    "tell {r} {t} cc {s}",
    "tell {r} {t} but don't tell {s}",
    "tell {r} with {s} in copy that {t}",
    "tell {r} {t} and copy in {s}",
    "tell {r} or {s} that {t}",
    "tell {r} without {s} that {t}",
)
_CHANNEL_FORMS = (
    "tell hash {r} that {t}",
    "tell the {r} channel that {t}",
    "post in hash {r} that {t}",
    "post in the {r} channel that {t}",
    "send to pound {r} {t}",
    "send {t} to the {r} channel",
    "send {t} to number sign {r}",
)
_AFTER_A_WORD = (
    "you call me back",
    "those boxes to the hall",
    "the words on the board",
    "it be ready by four",
    "us a way to the yard",
    "those who are late come in",
    "all of it fit in the van",
    "they ask for a receipt",
    "a copy of the plan do",
)
_LEFT_OVER = (
    "tell {r} {t} end of message",
    "tell {r} {t} send it",
    "tell {r} {t} did you get that",
    "tell {r} where i am",
    "tell {r} how to get here",
    "tell {r} why we are late",
    "tell {r} dear that {t}",
    "tell {r} the thing we talked about",
    "send {r} to the back door",
    "send {r} the figures",
)
_NOBODY = (
    "the drivers",
    "the plumber",
    "everybody on the list",
    "whoever is on call",
    "the landlord",
    "the people upstairs",
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


def negated(kit: Kit) -> Cases:
    """Tell Kevin but not Ana that ...: Ana gets nothing."""
    named = kit.clear_people
    for (right, identifier), (wrong, _) in zip(named[::2], named[1::2], strict=False):
        text = kit.rng.choice(_SENT)
        phrase = kit.rng.choice(_NEGATED).format(r=right, s=wrong, t=text)
        case = Case(kit.kind, phrase, CERTAIN, (identifier,), text, spoken=(right,))
        yield replace(case, also=frozenset({DOUBTFUL, UNKNOWN}))


def second_recipients(kit: Kit) -> Cases:
    """Tell Kevin ... cc Ana: who else is meant for what is asked."""
    named = kit.clear_people
    for (first, identifier), (second, other) in zip(named[::2], named[1::2], strict=False):
        text = kit.rng.choice(_SENT)
        phrase = kit.rng.choice(_SECOND).format(r=first, s=second, t=text)
        case = Case(kit.kind, phrase, DOUBTFUL, (identifier, other), text)
        yield replace(case, also=frozenset({UNKNOWN}))


def spoken_channels(kit: Kit) -> Cases:
    """Hash design, number sign design, the design channel: said of a channel only."""
    for spoken, identifier in kit.clear_channels:
        text = kit.rng.choice(_SENT)
        phrase = kit.rng.choice(_CHANNEL_FORMS).format(r=spoken, t=text)
        case = Case(kit.kind, phrase, CERTAIN, (identifier,), text, spoken=(spoken,))
        yield replace(case, also=frozenset({DOUBTFUL}))


def common_words(kit: Kit) -> Cases:
    """Will you be there: a first name that begins a question or an order is asked about."""
    words = language("en-US").words
    for person in kit.people:
        first = folded(first_and_rest(person)[0])
        if first in words:
            for rest in _AFTER_A_WORD:
                text = f"{first} {rest}"
                case = Case(kit.kind, f"send {text}", DOUBTFUL, (person.id,), text)
                yield replace(case, also=frozenset({DEFAULT, UNKNOWN}))


def left_over(kit: Kit) -> Cases:
    """Tell Kevin where I am, ... end of message: words that are no message are asked about."""
    for spoken, _ in kit.clear_people:
        form, text = kit.rng.choice(_LEFT_OVER), kit.rng.choice(_SENT)
        phrase = form.format(r=spoken, t=text)
        left = text if "{t}" in form else form.partition("{r} ")[2]
        yield Case(kit.kind, phrase, UNKNOWN, (), left, also=frozenset({DOUBTFUL}))


def for_nobody_known(kit: Kit) -> Cases:
    """To the drivers, to everybody: no text for the default conversation."""
    while True:
        whom, text = kit.rng.choice(_NOBODY), kit.text("plain")
        phrase = kit.rng.choice(("send {t} to {r}", "send {r} that {t}")).format(r=whom, t=text)
        yield Case(kit.kind, phrase, UNKNOWN, (), text, also=frozenset({DOUBTFUL}))


KINDS: dict[str, tuple[int, Callable[[Kit], Iterator[Case | None]]]] = {
    "trap: the text's first word": (80, glued),
    "trap: send somebody a text": (80, sent_to_a_name),
    "trap: ends in a place": (60, ends_in_a_place),
    "trap: corrected": (60, corrected),
    "trap: negated": (60, negated),
    "trap: a second recipient": (60, second_recipients),
    "trap: spoken forms of channels": (60, spoken_channels),
    "trap: a name that is a word": (40, common_words),
    "trap: left over": (80, left_over),
    "trap: for nobody known": (60, for_nobody_known),
}
