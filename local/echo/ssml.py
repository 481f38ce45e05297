"""Speech as a device takes it: what it accepts as SSML, and what is heard of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

LONGEST_BREAK = 10.0
"""Seconds."""
MOST_AUDIO = 5

_STRENGTHS = frozenset({"none", "x-weak", "weak", "medium", "strong", "x-strong"})
_DURATION = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+)(s|ms)")
_SAID_AS = frozenset(
    {
        *("address", "cardinal", "characters", "date", "digits", "expletive", "fraction"),
        *("interjection", "number", "ordinal", "spell-out", "telephone", "time", "unit"),
    }
)


@dataclass(frozen=True)
class Tag:
    """The attributes that a tag may have, and those of them that it must have."""

    may: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()


def _tag(*must: str, may: tuple[str, ...] = ()) -> Tag:
    return Tag(frozenset((*must, *may)), frozenset(must))


TAGS = {
    "alexa:name": _tag("type", "personId"),
    "amazon:domain": _tag("name"),
    "amazon:effect": _tag("name"),
    "amazon:emotion": _tag("name", "intensity"),
    "audio": _tag("src"),
    "break": _tag(may=("strength", "time")),
    "emphasis": _tag("level"),
    "lang": _tag("xml:lang"),
    "p": _tag(),
    "phoneme": _tag("alphabet", "ph"),
    "prosody": _tag(may=("rate", "pitch", "volume")),
    "s": _tag(),
    "say-as": _tag("interpret-as", may=("format",)),
    "speak": _tag(may=("xml:lang",)),
    "sub": _tag("alias"),
    "voice": _tag("name"),
    "w": _tag("role"),
}
_APART = frozenset({"break", "p", "s", "audio"})
_SILENT = frozenset({"audio", "sub"})


@dataclass
class _Listener:
    """Walks through a document; keeps what is heard and what is wrong."""

    heard: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    audio: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.open and name != "speak":
            self.problems.append("SSML must be inside <speak>.")
        elif self.open and name == "speak":
            self.problems.append("<speak> must not be inside another tag.")
        self.open.append(name)
        self.audio += name == "audio"
        self.problems += _tag_problems(name, attributes)
        if name in _APART:
            self.heard.append(" ")
        if name == "sub" and not _SILENT.intersection(self.open[:-1]):
            self.heard.append(attributes.get("alias", ""))

    def end(self, name: str) -> None:
        self.open.pop()
        if name in _APART:
            self.heard.append(" ")

    def text(self, text: str) -> None:
        if not _SILENT.intersection(self.open):
            self.heard.append(text)

    def doctype(self, *_: object) -> None:
        self.problems.append("SSML must not have a document type.")


def problems(ssml: str) -> list[str]:
    """Return what a device would object to, a sentence each."""
    listener = _Listener()
    complaint = _parse(ssml, listener)
    if complaint:
        return [complaint]
    if listener.audio > MOST_AUDIO:
        listener.problems.append(f"{listener.audio} <audio> tags are more than {MOST_AUDIO}.")
    return listener.problems


def heard(ssml: str) -> str:
    """Return what is heard: no tags, entities as characters, an alias for what it replaces.

    White space is folded. Raise ValueError when the markup is not well-formed.
    """
    listener = _Listener()
    complaint = _parse(ssml, listener)
    if complaint:
        raise ValueError(complaint)
    return folded("".join(listener.heard))


def folded(text: str) -> str:
    """Return the text with single spaces and none at its ends."""
    return " ".join(text.split())


def _parse(ssml: str, listener: _Listener) -> str | None:
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = listener.doctype
    try:
        parser.Parse(ssml.encode("utf-8"), True)
    except UnicodeEncodeError:
        return "The SSML has a lone surrogate, which is no character."
    except expat.ExpatError as error:
        return f"The SSML is not well-formed: {error}."
    return None


def _tag_problems(name: str, attributes: dict[str, str]) -> list[str]:
    tag = TAGS.get(name)
    if tag is None:
        return [f"Alexa has no tag <{name}>."]
    found = [f"<{name}> takes no {attribute}." for attribute in sorted(attributes.keys() - tag.may)]
    found += [f"<{name}> needs {attribute}." for attribute in sorted(tag.must - attributes.keys())]
    if not found and name in _VALUES:
        found += _VALUES[name](attributes)
    return found


def _break_problems(attributes: dict[str, str]) -> list[str]:
    found = []
    strength, time = attributes.get("strength"), attributes.get("time")
    if strength is not None and strength not in _STRENGTHS:
        found.append(f'<break> has no strength "{strength}".')
    if time is not None:
        match = _DURATION.fullmatch(time)
        if match is None:
            found.append(f'"{time}" is no duration for <break>, such as 2s or 500ms.')
        elif float(match[1]) / (1000 if match[2] == "ms" else 1) > LONGEST_BREAK:
            found.append(f"A break of {time} is longer than {LONGEST_BREAK:g} s.")
    return found


def _say_as_problems(attributes: dict[str, str]) -> list[str]:
    kind = attributes["interpret-as"]
    return [] if kind in _SAID_AS else [f'<say-as> cannot interpret as "{kind}".']


def _audio_problems(attributes: dict[str, str]) -> list[str]:
    source = attributes["src"]
    if source.startswith(("https://", "soundbank://")):
        return []
    return ["<audio> plays from https:// or soundbank:// only."]


_VALUES: dict[str, Callable[[dict[str, str]], list[str]]] = {
    "audio": _audio_problems,
    "break": _break_problems,
    "say-as": _say_as_problems,
}
