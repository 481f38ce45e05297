"""What is right, said alone before the sentence that it is for: "no ten it's at ten". Pure."""

import operator

from postbox.directory.names.spelling import NameWords

_AHEAD = 3
_BEGUN = 2
"""So many words tell that a sentence begins as another."""


def said_ahead(right: NameWords, old: NameWords) -> int:
    """Return how many words stand before a sentence said anew that has them: "ten it's at ten".

    The sentence begins as the old one does, or as a part of it that is as long.
    """
    for length in range(1, min(_AHEAD, len(right) - _BEGUN) + 1):
        ahead, again = right[:length], right[length:]
        within = any(again[at : at + length] == ahead for at in range(1, len(again)))
        as_long = any(
            old[at : at + _BEGUN] == again[:_BEGUN] and len(old) - at <= len(again) + 1
            for at in range(len(old) - 1)
        )
        one_other = len(again) == len(old) and sum(map(operator.ne, again, old)) == 1
        if within and len(again) > _BEGUN and (as_long or one_other):
            return length
    return 0
