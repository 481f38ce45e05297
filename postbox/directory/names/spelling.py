"""Names as they are written in Slack, in the words by which they may be spoken. Pure."""

import re
from functools import lru_cache

from postbox.directory.entries import Person
from postbox.directory.names.ear import abbreviations, in_digits, titles
from postbox.directory.names.words import SEPARATORS, key, parts

_ASIDES = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|:[\w+-]+:|\s[|/\u2013\u2014-]\s.*$|[|/].*$"
)
"""What people add to their names in Slack: pronouns, teams, whereabouts."""
_LONGEST_EXPANSION = 4
NameWords = tuple[str, ...]


def without_asides(name: str) -> str:
    """Return a person's name without what Slack people add to it: "Ana (she/her)" is Ana."""
    return " ".join(_ASIDES.sub(" ", f"{name} ").split()) or name.strip()


@lru_cache(maxsize=16384)
def written_name(name: str) -> NameWords:
    """Return the words of a person's name without titles and asides."""
    spoken = parts(without_asides(name))
    return tuple(word for word in spoken if word not in titles()) or tuple(spoken)


def forms_of(person: Person) -> tuple[NameWords, ...]:
    """Return the names that a person goes by in Slack, real and display."""
    names = (person.real_name, person.display_name)
    forms = (written_name(name) for name in names if name)
    return tuple(dict.fromkeys(form for form in forms if form))


def handle_of(person: Person) -> NameWords:
    """Return a person's handle as words: "kevin.park2" is kevin, park and 2."""
    return tuple(parts(person.handle))


def aloud(name: str) -> str:
    """Return a channel's name or a handle as it is said: without dashes and underscores."""
    return " ".join(re.split(r"[-_.\s]+", name)).strip()


@lru_cache(maxsize=16384)
def channel_words(name: str) -> NameWords:
    """Return the words of a channel's name, spoken numbers as digits."""
    return tuple(in_digits(parts(name)))


def spoken_channel(spoken: NameWords) -> NameWords:
    """Return dictated words as `channel_words` has them: without "dash", numbers as digits."""
    split = [part for word in spoken for part in parts(word)]
    kept = [part for part in split if part not in SEPARATORS]
    return tuple(in_digits(kept or split))


@lru_cache(maxsize=16384)
def abbreviated(spoken: NameWords) -> str:
    """Return the key of a channel's words with everything spelled out put short."""
    short: list[str] = []
    at = 0
    known = abbreviations()
    while at < len(spoken):
        for end in range(min(len(spoken), at + _LONGEST_EXPANSION), at, -1):
            found = known.get(spoken[at:end])
            if found:
                short.append(found)
                at = end
                break
        else:
            short.append(spoken[at])
            at += 1
    return key(short)
