"""Cases about people who are clear, by kind.

Each yields a case, or None where its words would not do.
"""

from collections.abc import Callable, Iterator

from benchmarks.understanding.case import Case
from benchmarks.understanding.kit import Kit, Named, first_and_rest, full_name
from benchmarks.understanding.made.sounds import folded, key, readings
from benchmarks.understanding.made.spoken import nicknames
from postbox.directory.entries import Person

Cases = Iterator[Case | None]
ANYHOW = ("behind_person", "front_saying", "front_bare", "message_to")


def behind(kit: Kit) -> Cases:
    """... to kevin park."""
    for name in kit.clear_people:
        yield kit.one(kit.frame("behind_person"), name)


def other_spelling(kit: Kit) -> Cases:
    """Shawn for the only Sean of that last name."""
    for person in kit.people:
        for spoken in kit.any_of(_respelled(kit, person)):
            if kit.truth.only(spoken, person.id):
                yield kit.one(kit.frame(*ANYHOW), (folded(spoken), person.id))


def first_only(kit: Kit) -> Cases:
    """A first name that one person bears."""
    for name in kit.shuffled(
        (folded(first_and_rest(person)[0]), person.id) for person in kit.people
    ):
        yield _clear(kit, name)


def last_only(kit: Kit) -> Cases:
    """A last name that one person bears."""
    named = ((folded(first_and_rest(person)[1]), person.id) for person in kit.people)
    for name in sorted(named, key=lambda name: " " in name[0]):
        yield _clear(kit, name)


def display(kit: Kit) -> Cases:
    """A display name unlike the real one (Kev, Kevin P.), or a handle (kpark7)."""
    for person in kit.people:
        shown, real = folded(person.display_name), key(person.real_name)
        other = shown.replace(" ", "").isalpha() and not real.startswith(key(shown))
        if shown.endswith((" i", " a")):
            continue  # what follows would run on from it: "suresh i am late"
        if person.display_name.endswith(".") or (other and shown != person.handle):
            yield _clear(kit, (shown, person.id))
        elif kit.rng.random() < 0.05:
            yield _clear(kit, (_spelled_handle(person), person.id))


def nickname(kit: Kit) -> Cases:
    """Bill Hargreave for the only William Hargreave."""
    for person in kit.people:
        for called in kit.any_of(nicknames(kit.bank, person)):
            yield _clear(kit, (f"{folded(called)} {folded(first_and_rest(person)[1])}", person.id))


def unusual_letters(kit: Kit) -> Cases:
    """Accents, particles, apostrophes, double names."""
    for person in kit.people:
        if not person.real_name.isascii() or len(folded(person.real_name).split()) > 2:
            yield _clear(kit, (full_name(person, kit.rng), person.id))


def namesake_gone(kit: Kit) -> Cases:
    """Somebody whose namesake has left."""
    for spoken, id_ in kit.clear_people:
        if kit.truth.gone(spoken):
            yield kit.one(kit.frame(*ANYHOW), (spoken, id_))


def _clear(kit: Kit, name: Named) -> Case | None:
    return kit.one(kit.frame(*ANYHOW), name) if kit.truth.only(*name) else None


def _respelled(kit: Kit, person: Person) -> Iterator[str]:
    first, last = person.real_name.lower().partition(" ")[::2]
    for group in kit.bank.same_first:
        yield from (f"{it} {last}" for it in group if first in group and it != first)
    for group in kit.bank.same_last:
        yield from (f"{first} {it}" for it in group if last in group and it != last)


def _spelled_handle(person: Person) -> str:
    """K park seven for kpark7."""
    first, *rest = folded(person.real_name).split()
    start, found, end = person.handle.partition(rest[-1] if rest else first)
    if len(rest) != 1 or start != first[0] or not found:
        return ""
    return " ".join([start, found, *readings(end)[:1]]) if end else f"{start} {found}"


KINDS: dict[str, tuple[int, Callable[[Kit], Cases]]] = {
    "behind, person": (120, behind),
    "homophone, one bearer": (90, other_spelling),
    "first name of one": (80, first_only),
    "last name of one": (40, last_only),
    "display name or handle": (50, display),
    "nickname": (60, nickname),
    "accents, particles, double names": (60, unusual_letters),
    "namesake deactivated": (30, namesake_gone),
}
