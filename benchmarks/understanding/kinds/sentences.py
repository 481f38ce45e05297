"""Cases about sentences and texts, by kind. Each yields a case, or None where it would not do."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.understanding.case import DEFAULT, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.kit import Kit, Named

Cases = Iterator[Case | None]
EITHER = ("behind_person", "front_saying", "front_that", "message_to")


def front(kind: str) -> Callable[[Kit], Cases]:
    """Make cases of a recipient in front, in this kind of sentence."""

    def make(kit: Kit) -> Cases:
        while True:
            yield kit.one(kit.frame(kind), _anybody(kit))

    return make


def several(number: int, *kinds: str) -> Callable[[Kit], Cases]:
    """Make cases of so many recipients."""

    def make(kit: Kit) -> Cases:
        while True:
            names = [_anybody(kit) for _ in range(number)]
            if len({id_ for _, id_ in names}) == number:
                yield kit.named(kit.frame(*kinds), names)

    return make


def plain(kit: Kit) -> Cases:
    """No recipient."""
    while True:
        yield _default(kit, kit.text())


def trap_nobody(kit: Kit) -> Cases:
    """I'm going to general motors."""
    while True:
        yield _default(kit, kit.text("trap_nobody"))


def trap_known(kit: Kit) -> Cases:
    """I gave it to legal: asking is no worse."""
    while True:
        spoken, _ = _anybody(kit)
        case = _default(kit, kit.text("trap_known").format(r=spoken), may_end=True)
        yield case and replace(case, also=frozenset({DOUBTFUL}), spoken=(spoken,))


def name_inside(kit: Kit) -> Cases:
    """A text about somebody, to somebody else."""
    while True:
        other, _ = kit.rng.choice(kit.clear_people)
        text = kit.text("name_inside").format(n=other)
        yield kit.one(kit.frame(*EITHER), _anybody(kit), text)


def unknown_channel(kit: Kit) -> Cases:
    """A channel that there is not."""
    spoken = [
        name.strip() for line in kit.bank.frames["unknown_channels"] for name in line.split(",")
    ]
    while True:
        name = kit.rng.choice(spoken)
        if kit.truth.distances(name, "", 2)[1] > 2:
            case = kit.one(kit.frame("unknown_channel"), (name, ""))
            also = frozenset({DOUBTFUL})
            yield case and replace(case, wanted=UNKNOWN, recipients=(), also=also)


def by_hand(kit: Kit) -> Cases:
    """Written one by one."""
    for sentence in kit.bank.sentences:
        ids, wanted = _meant(kit, sentence.to)
        yield Case(
            kit.kind,
            sentence.said,
            DOUBTFUL if sentence.ask else wanted,
            ids,
            sentence.text,
            frozenset({DOUBTFUL} if sentence.may_ask else ()),
            sentence.text_too,
            tuple(id_ for name in sentence.may_post for id_ in _ids(kit, name)),
        )


def _meant(kit: Kit, names: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if not names:
        return (kit.space.default.id,), DEFAULT
    ids = tuple(id_ for name in names for id_ in _ids(kit, name))
    tied = any(name.startswith("*") for name in names)
    return ids, DOUBTFUL if tied else "certain" if ids else UNKNOWN


def _ids(kit: Kit, name: str) -> tuple[str, ...]:
    if name == "nobody":
        return ()
    if name.startswith("*"):
        return kit.truth.bearers(name[1:])
    if name.startswith("#"):
        return tuple(
            conversation.id for conversation in kit.channels if f"#{conversation.name}" == name
        )
    return tuple(person.id for person in kit.people if person.real_name == name)


def _anybody(kit: Kit) -> Named:
    return kit.rng.choice(kit.clear_people if kit.rng.random() < 0.6 else kit.clear_channels)


def _default(kit: Kit, text: str, *, may_end: bool = False) -> Case | None:
    phrase = kit.said(kit.frame("plain"), (), text)
    if not phrase or (kit.ends_in_a_name(text) and not may_end):
        return None
    return Case(kit.kind, phrase, DEFAULT, (kit.space.default.id,), text)


KINDS: dict[str, tuple[int, Callable[[Kit], Cases]]] = {
    "by hand": (200, by_hand),
    "front, saying": (110, front("front_saying")),
    "front, bare": (120, front("front_bare")),
    "front, that": (80, front("front_that")),
    "send a message to": (100, front("message_to")),
    "two recipients": (120, several(2, "two_behind", "two_front")),
    "three recipients": (50, several(3, "three_behind")),
    "nobody named": (110, plain),
    "text ends like a recipient": (90, trap_nobody),
    "text ends in a recipient's name": (90, trap_known),
    "somebody's name in the text": (60, name_inside),
    "nobody's channel": (40, unknown_channel),
}
