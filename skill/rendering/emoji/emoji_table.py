"""Emoji by character and by Slack's names, read when the first emoji is met."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from skill.speech.languages import language_of

_LOCALES = Path(__file__).parent / "locales"
"""What people call the emoji that they use, by Slack's names; one file a language."""
_OF_CODES = "en"
"""Whose table tells what is a code; codes are the same in every language."""
_SKIN_TONES_AND_SELECTORS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_FLAG_CODE = re.compile(r"flag-([a-z])([a-z])")
_FIRST_PICTOGRAPH = "\U0001f000"
_A_OF_FLAGS = 0x1F1E6


class Named(NamedTuple):
    """An emoji's name, and what it is the name of."""

    name: str
    is_flag: bool = False
    """It is that of a country."""
    is_face: bool = False
    """It is that of a face made of letters, as the vocabulary has it."""


UNKNOWN = Named("")
"""An emoji that is newer than the table."""


class _Table(NamedTuple):
    characters: dict[str, Named]
    codes: dict[str, str]
    """Characters by the names between colons."""
    longest: int


@cache
def _table(language: str) -> _Table:
    import emoji  # noqa: PLC0415 - its table is large and most messages have no emoji

    characters: dict[str, Named] = {}
    codes: dict[str, str] = {}
    for character, data in emoji.EMOJI_DATA.items():
        bare = _SKIN_TONES_AND_SELECTORS.sub("", character)
        if not bare or (bare != character.replace("\ufe0f", "")):
            continue
        is_flag = bool(_FLAG.fullmatch(bare))
        own = [code.strip(":") for code in (data["en"], *data.get("alias", ()))]
        name = own[0] if is_flag else next(filter(_is_words, own[1:]), own[0])
        characters[bare] = Named(_spaced(name), is_flag)
        codes.update(dict.fromkeys(own, bare))
    for code, name in _called(language).items():
        if code in codes:
            characters[codes[code]] = Named(name)
    return _Table(characters, codes, max(map(len, characters)))


@cache
def _called(language: str) -> dict[str, str]:
    names: dict[str, str] = json.loads((_LOCALES / f"{language}.json").read_text("utf-8"))
    return names


def _is_words(code: str) -> bool:
    return not any(map(str.isdigit, code)) and "flag" not in code


def _spaced(code: str) -> str:
    return " ".join(code.replace("_", " ").replace("-", " ").split()) or code


def is_known(code: str) -> bool:
    """Whether every workspace has an emoji of this name."""
    return code in _table(_OF_CODES).codes or bool(_FLAG_CODE.fullmatch(code))


def by_code(code: str, locale: str) -> Named:
    """Return what the emoji between colons is called; a workspace's own one by its words.

    Raises UnknownLocale.
    """
    language = language_of(locale)
    characters, codes, _ = _table(language)
    if flag := _FLAG_CODE.fullmatch(code):
        letters = "".join(chr(_A_OF_FLAGS + ord(group) - ord("a")) for group in flag.groups())
        if letters in characters:
            return characters[letters]
    character = codes.get(code)
    if character is not None:
        return characters[character]
    return Named(_called(language).get(code) or _spaced(code))


def split(run: str, locale: str) -> list[Named | str]:
    """Split a run of emoji and symbols into what has a name and what is text; UnknownLocale."""
    characters, _, longest = _table(language_of(locale))
    run = _SKIN_TONES_AND_SELECTORS.sub("", run)
    found: list[Named | str] = []
    position = 0
    while position < len(run):
        for size in range(min(longest, len(run) - position), 0, -1):
            named = characters.get(run[position : position + size])
            if named is not None:
                found.append(named)
                position += size
                break
        else:
            if run[position] >= _FIRST_PICTOGRAPH:
                found.append(UNKNOWN if run[position] < "\U000e0000" else "")
            elif run[position] != "\u200d":
                found.append(run[position])
            position += 1
    return found
