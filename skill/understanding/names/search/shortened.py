"""Words that a channel's name has in short and people say in full, by how they are cut. Pure.

names/english/data/abbreviations.json knows the usual ones; this takes any: "src" for source.
"""

_SHORTEST, _LONGEST = 2, 6
_VOWELS = frozenset("aeiou")


def is_short_for(short: str, long: str) -> bool:
    """Whether a written word is the beginning of a spoken one, or its consonants."""
    if not _SHORTEST <= len(short) <= _LONGEST or len(long) <= len(short) or not short.isalpha():
        return False
    if long.startswith(short):
        return len(short) > _SHORTEST
    return short[0] == long[0] and _VOWELS.isdisjoint(short[1:]) and _stands_in(short, long)


def _stands_in(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)
