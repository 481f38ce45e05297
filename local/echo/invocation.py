"""How people call a skill: "Alexa, tell Slack to ...", "open Slack", "Slack, ..."."""

from dataclasses import dataclass

from local.echo.words import Word, words

_ASKING = frozenset({"ask", "tell"})
_OPENING = frozenset({"begin", "launch", "load", "open", "resume", "run", "start", "use"})
_TALKING = frozenset({"speak", "talk"})
_CONNECTORS = frozenset(
    {"about", "and", "by", "for", "from", "if", "in", "that", "to", "using", "whether", "with"}
)
_POLITE = frozenset({"please"})
WAKE_WORD = "alexa"


@dataclass(frozen=True)
class Called:
    """The skill was called by its name."""

    woken: bool
    """Whether the wake word came first."""
    requests: tuple[str, ...] = ()
    """What was asked of it, first without the word that connects it ("to", "for"), then with it;
    as typed. Nothing means that the skill was only opened."""


def called(text: str, invocation_name: str) -> Called | None:
    """Return how the skill was called, or None when it was not."""
    said = words(text)
    woken = bool(said) and said[0].spoken == WAKE_WORD
    at = 1 if woken else 0
    if _spoken(said, at) in _POLITE:
        at += 1
    name = [word.spoken for word in words(invocation_name)]
    after = _after_name(text, said, at, name)
    if after is None:
        return None
    return Called(woken, _requests(text, said, after))


def after_wake_word(text: str) -> str | None:
    """Return what follows the wake word, as typed, or None when it does not come first."""
    said = words(text)
    if not said or said[0].spoken != WAKE_WORD:
        return None
    return text[said[0].end :].lstrip(" ,")


def _after_name(text: str, said: list[Word], at: int, name: list[str]) -> int | None:
    """Return the index of the first word behind the skill's name, or None."""
    verb = _spoken(said, at)
    if verb in _TALKING and _spoken(said, at + 1) in {"to", "with"}:
        return _behind(said, at + 2, name)
    if verb in _ASKING | _OPENING:
        return _behind(said, at + 1, name)
    after = _behind(said, at, name)
    if after is None or after == len(said):
        return after
    # "Slack off today" is no call; "Slack, any replies" is.
    pause = text[said[after - 1].end : said[after].start]
    return after if pause.strip() in {",", ":"} else None


def _behind(said: list[Word], at: int, name: list[str]) -> int | None:
    end = at + len(name)
    return end if [word.spoken for word in said[at:end]] == name else None


def _requests(text: str, said: list[Word], after: int) -> tuple[str, ...]:
    if after >= len(said):
        return ()
    whole = text[said[after].start :]
    if said[after].spoken not in _CONNECTORS:
        return (whole,)
    if after + 1 == len(said):
        return ()
    return (text[said[after].end :].lstrip(), whole)


def _spoken(said: list[Word], at: int) -> str:
    return said[at].spoken if at < len(said) else ""
