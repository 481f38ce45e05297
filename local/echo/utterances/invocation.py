"""How people call a skill: "Alexa, tell Slack to ...", "open Slack", "Slack, ..."."""

from collections.abc import Sequence
from dataclasses import dataclass

from local.echo.utterances.words import Word, words

_ASKING = frozenset({"ask", "tell"})
_OPENING = frozenset({"begin", "launch", "load", "open", "resume", "run", "start", "use"})
_TALKING = frozenset({"speak", "talk"})
_CONNECTORS = frozenset(
    {"about", "and", "by", "for", "from", "if", "in", "that", "to", "using", "whether", "with"}
)
_POLITE = frozenset({"please"})
_HALTING = frozenset({"um", "uh", "er", "hey", "yo", "so", "okay", "right", "oh", "well", "now"})
"""What people say before they call it, and no device minds."""
WAKE_WORD = "alexa"


@dataclass(frozen=True)
class Called:
    """The skill was called by its name."""

    woken: bool
    """Whether the wake word came first."""
    requests: tuple[str, ...] = ()
    """What was asked of it, first without the word that connects it ("to", "for"), then with it;
    as typed. Nothing means that the skill was only opened."""
    connector: str = ""
    """The word that connects the request, where one does."""
    surely: bool = True
    """Whether more than the bare name says so: "Slack off today" is no call, "Slack replies" is."""


def called(text: str, invocation_name: str) -> Called | None:
    """Return how the skill was called, or None when it was not."""
    said = words(text)
    woken = bool(said) and said[0].spoken == WAKE_WORD
    at = 1 if woken else 0
    if _spoken(said, at) in _POLITE:
        at += 1
    called_at = at
    while _spoken(said, called_at) in _HALTING:
        called_at += 1
    at = called_at if _verb(said, called_at) else at
    name = [word.spoken for word in words(invocation_name)]
    verb = _verb(said, at)
    after = _behind(said, at + verb, name)
    if after is None:
        return None
    surely = verb > 0 or after == len(said) or _pauses(text, said, after)
    connector = _spoken(said, after) if _spoken(said, after) in _CONNECTORS else ""
    return Called(woken, _requests(text, said, after), connector, surely)


def after_wake_word(text: str) -> str | None:
    """Return what follows the wake word, as typed, or None when it does not come first."""
    said = words(text)
    if not said or said[0].spoken != WAKE_WORD:
        return None
    return text[said[0].end :].lstrip(" ,")


def _verb(said: Sequence[Word], at: int) -> int:
    """Return how many words before the skill's name say that it is called."""
    if _spoken(said, at) in _TALKING and _spoken(said, at + 1) in {"to", "with"}:
        return 2
    return 1 if _spoken(said, at) in _ASKING | _OPENING else 0


def _pauses(text: str, said: Sequence[Word], after: int) -> bool:
    return text[said[after - 1].end : said[after].start].strip() in {",", ":"}


def _behind(said: Sequence[Word], at: int, name: list[str]) -> int | None:
    end = at + len(name)
    return end if [word.spoken for word in said[at:end]] == name else None


def _requests(text: str, said: Sequence[Word], after: int) -> tuple[str, ...]:
    if after >= len(said):
        return ()
    whole = text[said[after].start :]
    if said[after].spoken not in _CONNECTORS:
        return (whole,)
    if after + 1 == len(said):
        return ()
    return (text[said[after].end :].lstrip(), whole)


def _spoken(said: Sequence[Word], at: int) -> str:
    return said[at].spoken if at < len(said) else ""
