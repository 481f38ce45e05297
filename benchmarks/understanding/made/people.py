"""The people of the workspace, with the display names and handles that people give themselves."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from benchmarks.understanding.made.banks import Bank
from benchmarks.understanding.made.sounds import folded, key
from postbox.directory.entries import Person

GONE = 0.07
"""Share of people who are deactivated."""
MIXED = 0.12
"""Share of people whose last name comes from elsewhere than their first."""
DOUBLED = 0.02
"""Share of people with two last names."""
TWINS = 40
"""People of a part who sound as somebody else does; as many share a name with one who has left."""
TEAMS = ("Sales", "HR", "Support", "IT", "Legal", "Ops")
PRONOUNS = ("she/her", "he/him", "they/them", "she/they")
PARTICLES = frozenset(
    ["de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "van", "von", "der", "den"]
)
PARTICLES |= {"ter", "ten", "zu", "al", "el", "bin", "ben"}

Name = tuple[str, str]


def make_people(bank: Bank, number: int, rng: Random) -> list[Person]:
    """Make so many people of a part, without ids; the cast comes first."""
    made = [Person("", *colleague) for colleague in bank.cast]
    made += [Person("", bot, bot, folded(bot).replace(" ", ""), False) for bot in bank.bots]
    taken = {person.handle for person in made}
    names = _rare(bank, rng)
    cast = {key(person.real_name) for person in made}
    common = (name for name in _commons(bank, rng) if key(" ".join(name)) not in cast)
    names += islice(common, number - len(made) - len(names) - 2 * TWINS)
    left = [rng.random() < GONE for _ in names]
    alike = [_other_spelling(bank, name, rng) for name in rng.sample(names, len(names))]
    names += [name for name in alike if name and key(" ".join(name)) not in cast][:TWINS]
    namesakes = rng.sample(names, number - len(made) - len(names))
    left += [False] * (len(names) - len(left)) + [True] * len(namesakes)
    for name, gone in zip([*names, *namesakes], left, strict=True):
        made.append(_person(bank, name, not gone, taken, rng))
    return made


def capital(name: str) -> str:
    """Write a name with the capitals that it has."""
    *first, last = name.split()
    written = [word if word in PARTICLES else _capital_word(word) for word in first]
    return " ".join([*written, _capital_word(last)])


def _rare(bank: Bank, rng: Random) -> list[Name]:
    firsts = [(it, _skewed(culture.last, rng)) for culture in bank.cultures for it in culture.rare]
    return firsts + [(_common(bank, rng)[0], last) for last in bank.rare_last]


def _commons(bank: Bank, rng: Random) -> Iterator[Name]:
    while True:
        yield _common(bank, rng)


def _common(bank: Bank, rng: Random) -> Name:
    culture, other = rng.choices(bank.cultures, [culture.weight for culture in bank.cultures], k=2)
    last = _skewed((other if rng.random() < MIXED else culture).last, rng)
    if rng.random() < DOUBLED:
        last += rng.choice("- ") + _skewed(culture.last, rng)
    return _skewed(culture.first, rng), last


def _other_spelling(bank: Bank, name: Name, rng: Random) -> Name | None:
    first, last = name
    for group in bank.same_first:
        if first in group:
            return rng.choice([name for name in group if name != first]), last
    for group in bank.same_last:
        if last in group:
            return first, rng.choice([name for name in group if name != last])
    return None


def _person(bank: Bank, name: Name, reachable: bool, taken: set[str], rng: Random) -> Person:
    first, last = map(capital, name)
    handle = _handle(first, last, taken, rng)
    display = _display(bank, (first, last), handle, rng)
    return Person("", f"{first} {last}", display, handle, reachable)


def _handle(first: str, last: str, taken: set[str], rng: Random) -> str:
    given, family = (folded(name).replace(" ", "") for name in (first, last))
    separator = rng.choice(("", "", ".", "_"))
    start = given if separator or rng.random() < 0.2 else given[0]
    handle = base = f"{start}{separator}{family}"
    number = 1
    while handle in taken:
        number += 1
        handle = f"{base}{number}"
    taken.add(handle)
    return handle


def _display(bank: Bank, name: Name, handle: str, rng: Random) -> str:
    first, last = name
    called = [capital(nickname) for nickname in bank.nicknames.get(first.lower(), ())] or [first]
    ways = {
        "": 36,
        first: 14,
        first.lower(): 3,
        f"{first} {last}": 12,
        handle: 8,
        f"{first} {last[0].upper()}.": 8,
        f"{first} ({rng.choice(PRONOUNS)})": 5,
        f"{first} | {rng.choice(TEAMS)}": 3,
        rng.choice(called): 8,
    }
    return rng.choices(list(ways), list(ways.values()))[0]


def _skewed(names: Sequence[str], rng: Random) -> str:
    """Choose a name, the first ones more often."""
    return names[int(rng.expovariate(2.0 / len(names))) % len(names)]


def _capital_word(word: str) -> str:
    written = re.sub(r"(^|['-])(\w)", lambda found: found[1] + found[2].upper(), word)
    return re.sub(r"^Mc(\w)", lambda found: "Mc" + found[1].upper(), written)
