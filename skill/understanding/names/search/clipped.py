"""Short forms that nobody listed, by how they are cut. Pure.

"Vanna" of Savannah, "Berni" of Bernice count beside a last name only: alone they could be too many
people's. "src" for source is what a channel's name has and people say in full;
names/english/data/abbreviations.json knows the usual ones.
"""

_ENDINGS = ("sie", "ie", "ey", "ee", "os", "as", "y", "i", "o", "a", "s", "e", "")
"""What is put to what is left of a name."""
_DIMINUTIVE = ("ie", "y", "i")
_SHORTEST_START = 3
_SHORTEST_INSIDE = 4
_SHORTEST_WRITTEN, _LONGEST_WRITTEN = 2, 6
_VOWELS = frozenset("aeiou")


def is_clipped(spoken: str, name: str) -> bool:
    """Whether a spoken word may be a short form of a name."""
    if len(spoken) < _SHORTEST_START or spoken == name:
        return False
    if len(spoken) >= _SHORTEST_INSIDE and name.endswith(spoken):
        return True
    for core in _cores(spoken):
        if len(core) >= _SHORTEST_START and name.startswith(core):
            return len(name) > len(core)
        if len(core) >= _SHORTEST_INSIDE and core in name:
            return True
    return False


def is_diminutive(spoken: str) -> bool:
    """Whether a word is made like most short forms are."""
    return spoken.endswith(_DIMINUTIVE)


def _cores(spoken: str) -> list[str]:
    found = []
    for ending in _ENDINGS:
        core = spoken.removesuffix(ending)
        if ending and core == spoken:
            continue
        found.append(core)
        if len(core) > 1 and core[-1] == core[-2]:
            found.append(core[:-1])
    return found


def is_short_for(short: str, long: str) -> bool:
    """Whether a written word is the beginning of a spoken one, or its consonants."""
    if (
        not _SHORTEST_WRITTEN <= len(short) <= _LONGEST_WRITTEN
        or len(long) <= len(short)
        or not short.isalpha()
    ):
        return False
    if long.startswith(short):
        return len(short) > _SHORTEST_WRITTEN
    return short[0] == long[0] and _VOWELS.isdisjoint(short[1:]) and _stands_in(short, long)


def _stands_in(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)
