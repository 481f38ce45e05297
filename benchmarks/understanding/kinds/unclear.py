"""Cases about people who are not clear, by kind: shared, misheard, gone and unknown names.

Each yields a case, or None where its words would not do.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.understanding.case import CERTAIN, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.kinds.people import ANYHOW, Cases
from benchmarks.understanding.kit import Kit, first_and_rest, full_name
from benchmarks.understanding.made.sounds import folded, key, sound
from postbox.directory.entries import Person


def sound_alike(kit: Kit) -> Cases:
    """Shawn Holloway, where there is a Sean Holloway too."""
    for person in kit.people:
        tied = kit.truth.bearers(person.real_name)
        names = {kit.space.directory.people[user_id].real_name for user_id in tied}
        if len({folded(name) for name in names if key(name) == key(person.real_name)}) > 1:
            yield _tied(kit, full_name(person, kit.rng))


def namesakes(kit: Kit) -> Cases:
    """Two people of the same full name."""
    for person in kit.people:
        yield _tied(kit, full_name(person, kit.rng))


def first_shared(kit: Kit) -> Cases:
    """Kevin, of whom there are many."""
    for culture in kit.bank.cultures:
        for first in kit.shuffled(culture.first):
            yield _tied(kit, folded(first))


def misheard(kit: Kit) -> Cases:
    """Kaven for Kevin."""
    for person in kit.people:
        for spoken in kit.any_of(_misheard(kit, person)):
            yield _if_near(kit, spoken, person)


def misheard_far(kit: Kit) -> Cases:
    """Voychek for Wojciech: asking and refusing are as good as finding."""
    for person in kit.people:
        words = [folded(word) for word in first_and_rest(person)]
        for number, word in enumerate(first_and_rest(person)):
            for form in kit.bank.heard_far.get(word.lower(), ()):
                spoken = " ".join([*words[:number], form, *words[number + 1 :]])
                if not kit.truth.possible(spoken):
                    case = kit.one(kit.frame(*ANYHOW), (spoken, person.id))
                    yield case and replace(case, also=frozenset({DOUBTFUL, UNKNOWN}))


def gone(kit: Kit) -> Cases:
    """Somebody who has left, or a bot."""
    everybody = kit.space.people[kit.bank.names_of]
    people = kit.shuffled(person for person in everybody if not person.reachable)
    for person in people:
        spoken = full_name(person, kit.rng)
        if not kit.truth.possible(spoken):
            yield _nobody(kit, spoken)


def unknown(kit: Kit) -> Cases:
    """A name that nobody has."""
    while True:
        first = kit.rng.choice(kit.bank.unknown_first)
        last = folded(kit.rng.choice(kit.bank.unknown_last))
        known = folded(first_and_rest(kit.rng.choice(kit.people))[0])
        spoken = kit.rng.choice((first, f"{first} {last}", f"{known} {last}"))
        if kit.truth.distances(spoken, "", 2)[1] > 2:
            yield _nobody(kit, spoken)


def person_or_channel(kit: Kit) -> Cases:
    """A name that a person and a channel have."""
    names = {conversation.name for conversation in kit.channels}
    shared = [person for person in kit.people if folded(first_and_rest(person)[0]) in names]
    for person in shared * 5:
        yield _tied(kit, folded(first_and_rest(person)[0]))


def _tied(kit: Kit, spoken: str) -> Case | None:
    tied = kit.truth.bearers(spoken)
    if len(tied) < 2:
        return None
    case = kit.one(kit.frame(*ANYHOW), (spoken, tied[0]))
    return case and replace(case, wanted=DOUBTFUL, recipients=tied)


def _nobody(kit: Kit, spoken: str) -> Case | None:
    case = kit.one(kit.frame("unknown_behind", "front_saying", "front_bare"), (spoken, ""))
    return case and replace(case, wanted=UNKNOWN, recipients=(), also=frozenset({DOUBTFUL}))


def _misheard(kit: Kit, person: Person) -> Iterator[str]:
    first, last = person.real_name.lower().partition(" ")[::2]
    for form in kit.bank.heard_near.get(first, ()):
        yield f"{form} {folded(last)}"
        if kit.truth.only(first, person.id):
            yield form
    for form in kit.bank.heard_near.get(last, ()):
        yield f"{folded(first)} {form}"


def _if_near(kit: Kit, spoken: str, person: Person) -> Case | None:
    """Want certainty where nobody else comes near, a question where somebody comes as near."""
    right, other = kit.truth.distances(spoken, person.id, 5)
    if not kit.truth.only(person.real_name, person.id) or other == 0 or right > 5:
        return None
    case = kit.one(kit.frame(*ANYHOW), (spoken, person.id))
    if case is None:
        return None
    if other <= right:
        faint = frozenset({UNKNOWN}) if right > len(sound(spoken)) / 3 else frozenset()
        return replace(case, wanted=DOUBTFUL, also=frozenset({CERTAIN}) | faint)
    clear = other > right + 1 and right <= len(sound(spoken)) / 4
    return case if clear else replace(case, also=frozenset({DOUBTFUL}))


KINDS: dict[str, tuple[int, Callable[[Kit], Cases]]] = {
    "homophone, several bearers": (60, sound_alike),
    "full name shared": (40, namesakes),
    "first name shared": (80, first_shared),
    "misheard, near": (150, misheard),
    "misheard, far": (40, misheard_far),
    "deactivated": (40, gone),
    "nobody's name": (70, unknown),
    "person or channel": (20, person_or_channel),
}
