"""A kind of term: a pattern of a whole word, and what is said instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from skill.rendering.terms.vocabulary import Vocabulary
from skill.speech.keys import Key
from skill.speech.phrases import Phrases

_SOME = 3
_LONG_ID = 12


@dataclass(frozen=True)
class TermContext:
    """In what a term stands: what its kind may need to say its words."""

    phrases: Phrases
    words: Vocabulary
    before: str
    """The word before, in lower case."""
    after: str = ""
    """The word behind, in lower case."""

    def plain(self, key: Key, **variables: str) -> str:
        """Return a sentence of the listener's language."""
        return self.phrases.plain(key, **variables)


Kind = tuple[re.Pattern[str], Callable[[re.Match[str], TermContext], str | None]]
"""None where it is none of this kind, after all."""


_DRAWN = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{5,40}")


def spelled(end: str) -> str:
    """Return characters one by one."""
    return " ".join(end)


def named(name: str) -> str:
    """Return a name with its joints as spaces, less what machines draw behind it."""
    parts = re.split(r"[-_.\s]+", name.strip("-_."))
    kept = [part for part in parts[1:] if not (_DRAWN.fullmatch(part) and _takes_turns(part))]
    return " ".join([*parts[:1], *kept])


def _takes_turns(part: str) -> bool:
    """Whether letters and digits take turns: "iso8601" and "3rd" are words."""
    return sum(1 for _ in groupby(part, key=str.isdigit)) > _SOME - 1


def ending(found: re.Match[str], said: TermContext, key: Key) -> str:
    """Return what is said of an id by its last characters."""
    letters = "".join(filter(str.isalnum, found[0]))
    return said.plain(key, end=spelled(letters[-_SOME:]))


def is_random(word: str) -> bool:
    """Whether a word is an id that somebody drew: letters and digits that take turns."""
    for part in re.split(r"[-_:./]", word):
        if len(part) < _LONG_ID:
            continue
        kinds = ["d" if letter.isdigit() else "u" if letter.isupper() else "l" for letter in part]
        turns = sum(1 for _ in groupby(kinds))
        if turns >= len(part) // 3 and "d" in kinds and turns >= _SOME + 1:
            return True
    return False


_GIVEN_BY_MACHINES = re.compile(
    r"(?:image|img|pxl|dsc[nf]?|mvimg|vid|photo|picture|screen ?shot|screen recording|clipboard"
    r"|scan|audio[ _]message|video[ _]message|untitled|unnamed|whatsapp (?:image|video)|signal"
    r"|download|file|ios_image_upload|image_from_ios)"
    r"[\d\s_.,:()#@-]*+(?:at|from ios|[ap]m|wa)?[\d\s_.,:()#@-]*+(?:[ap]m)?\W*+"
    r"|[\d\s_.()-]*+|[0-9a-f-]{16,}+",
    re.IGNORECASE,
)
"""Names that cameras, clipboards and telephones give."""


def is_by_a_machine(title: str) -> bool:
    """Whether no person gave this title."""
    return len(title) > 200 or _GIVEN_BY_MACHINES.fullmatch(title) is not None
