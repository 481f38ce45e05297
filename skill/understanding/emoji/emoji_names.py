"""From what somebody calls an emoji to Slack's name for it. Pure.

Certain or nothing: an emoji has the names that Slack, Unicode and the locale's data give it, and no
others. The table is made when the first one is asked for.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from postbox.directory.names.ear import in_digits
from postbox.directory.names.words import key, words
from skill.speech.languages import language_of
from skill.understanding.language import Language, language, longest_at, longest_before

_HERE = Path(__file__).parent
_NO_PART = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_A_OF_FLAGS = 0x1F1E6
_NAME = re.compile(r"[\w+'-]+")


def emoji_named(spoken: str, locale: str, seen: Iterable[str] = ()) -> str | None:
    """Return Slack's name, without colons, of the emoji that these words call, if any does.

    `seen` are names of a workspace's own emoji, as far as they are known.
    """
    bare = _bare(spoken, language(locale))
    if not bare:
        return None
    known = _by_words(language_of(locale))
    if found := known.get(bare):
        return found
    return next((name for name in seen if _NAME.fullmatch(name) and _key(name) == bare), None)


def _bare(spoken: str, known: Language) -> str:
    said = tuple(word.spoken for word in words(_said(spoken.strip())))
    start = longest_at(known.determiners, said, 0)
    end = len(said) - longest_before(known.emoji_words, said, len(said))
    return key(in_digits(said[start:end] or said))


def _key(name: str) -> str:
    return key(in_digits([word.spoken for word in words(_said(name))]))


def _said(name: str) -> str:
    """Return a name with its signs as words: "+1" is "plus 1"."""
    signed = re.sub(r"^\+", "plus ", re.sub(r"^-(?=\d)", "minus ", name))
    return signed.replace("_", " ")


@cache
def _by_words(locale: str) -> dict[str, str]:
    """Return Slack's names by keys of words; what Slack calls it goes before what others do."""
    names = dict(_names(locale))
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(_key(name), name)
    for name, spoken in _synonyms(locale).items():
        for synonym in spoken:
            found.setdefault(_key(synonym), name)
    for name, others in names.items():
        for other in others:
            found.setdefault(_key(other), name)
    found.pop("", None)
    return found


@cache
def _synonyms(locale: str) -> dict[str, list[str]]:
    path = _HERE / "locales" / f"{locale}.json"
    synonyms: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return synonyms


def _names(locale: str) -> Iterator[tuple[str, list[str]]]:
    """Yield Slack's name of each emoji, and what else it is called."""
    import emoji  # noqa: PLC0415 - its table is large and few requests need it

    flags = json.loads((_HERE / "flags.json").read_text(encoding="utf-8"))[locale]
    other: dict[str, Any] = json.loads((_HERE / "slack_names.json").read_text(encoding="utf-8"))
    differ = {character: name for name, character in {**other["differ"], **other["flags"]}.items()}
    lacking = set(other["lacking"])
    for character, data in emoji.EMOJI_DATA.items():
        bare = _NO_PART.sub("", character)
        if not bare or bare != character.replace("\ufe0f", "") or bare in lacking:
            continue
        names = [name.strip(":") for name in (*data.get("alias", ()), data[locale])]
        flag = _flag(bare)
        if flag:
            names += [called.format(name=name) for name in names for called in flags]
        yield differ.get(bare) or flag or names[0].lower(), names


def _flag(character: str) -> str | None:
    if not _FLAG.fullmatch(character):
        return None
    letters = (chr(ord(indicator) - _A_OF_FLAGS + ord("a")) for indicator in character)
    return f"flag-{''.join(letters)}"
