"""How alike two sounds are: an edit distance that knows which sounds are confused. Pure."""

from functools import lru_cache
from itertools import accumulate

from postbox.directory.names.english.sounds import VOWELS

_CONFUSED = {
    "pb": 0.35, "td": 0.3, "kg": 0.35, "fv": 0.3, "sz": 0.15, "SC": 0.35, "Cj": 0.4, "Sj": 0.45,
    "sS": 0.5, "zj": 0.5, "tT": 0.3, "dT": 0.35, "fT": 0.4, "sT": 0.45, "mn": 0.4, "nN": 0.15,
    "bv": 0.45, "vw": 0.4, "jy": 0.45, "jg": 0.45, "lr": 0.7, "kC": 0.6, "tC": 0.6, "hk": 0.7,
    "ks": 0.8, "yi": 0.2, "wu": 0.2, "wo": 0.3, "yE": 0.4, "hj": 0.6,
    "ei": 0.12, "eE": 0.14, "ea": 0.14, "ao": 0.14, "ou": 0.14, "Wo": 0.12, "aW": 0.16, "iY": 0.2,
    "aY": 0.2, "aE": 0.18, "iE": 0.16, "au": 0.16, "eu": 0.2, "ui": 0.22,
    "oO": 0.14, "aO": 0.2, "uO": 0.16, "WO": 0.14,
}  # fmt: skip
_OTHER_VOWELS = 0.25
_VOWEL, _GLIDE, _CONSONANT = 0.45, 0.4, 1.0
"""What a sound costs that is there only once."""
_SOUNDS = "aeiouEOYWbdfghjklmnprstvwyzCSTN"
_SWAPPED: dict[str, dict[str, float]] = {
    sound: dict.fromkeys(VOWELS, _OTHER_VOWELS) if sound in VOWELS else {} for sound in _SOUNDS
}
"""What it costs to hear one sound as another; as much as a consonant where nothing is said."""
for _pair, _cost in _CONFUSED.items():
    _SWAPPED[_pair[0]][_pair[1]] = _SWAPPED[_pair[1]][_pair[0]] = _cost
_ALONE = {
    **dict.fromkeys(_SOUNDS, _CONSONANT),
    **dict.fromkeys(VOWELS, _VOWEL),
    **dict.fromkeys("hwy", _GLIDE),
}


@lru_cache(maxsize=65536)
def weight(sounded: str) -> float:
    """Return how much a sound has to say: consonants tell names apart, vowels less."""
    return sum(0.6 if sound in VOWELS else 1.0 for sound in sounded)


def distance(one: str, other: str, most: float = float("inf")) -> float:
    """Return what it costs to hear one sound as the other; anything above `most` once it is."""
    gone = [_ALONE.get(sound, _CONSONANT) for sound in other]
    above = [0.0, *accumulate(gone)]
    for mine in one:
        lost, costs = _ALONE.get(mine, _CONSONANT), _SWAPPED.get(mine, {})
        diagonal = above[0]
        left = least = diagonal + lost
        row = [left]
        for at, theirs in enumerate(other):
            best = diagonal if mine == theirs else diagonal + costs.get(theirs, _CONSONANT)
            diagonal = above[at + 1]
            best = min(best, diagonal + lost)
            left += gone[at]
            left = min(left, best)
            least = min(least, left)
            row.append(left)
        if least > most:
            return most + 1
        above = row
    return above[-1]


def alike(one: str, other: str, least: float = 0.0) -> float:
    """Return from 0 to 1 how alike two sounds are; 0 for all that is less than `least`."""
    if one == other:
        return 1.0
    heavier = max(weight(one), weight(other))
    if not heavier:
        return 0.0
    allowed = (1 - least) * heavier
    if abs(len(one) - len(other)) * _GLIDE > allowed:
        return 0.0
    found = 1 - distance(one, other, allowed) / heavier
    return found if found >= least else 0.0
