"""Short forms that anybody may make of a given name: "Vanna" of Savannah, "Berni" of Bernice. Pure.

They count beside a last name only: alone they could be too many people's.
"""

_ENDINGS = ("sie", "ie", "ey", "ee", "os", "as", "y", "i", "o", "a", "s", "e", "")
"""What is put to what is left of a name."""
_DIMINUTIVE = ("ie", "y", "i")
_SHORTEST_START = 3
_SHORTEST_INSIDE = 4


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
