"""Cases about channels, by kind. Each yields a case, or None where its words would not do."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.understanding.case import DOUBTFUL, Case
from benchmarks.understanding.kit import Kit
from benchmarks.understanding.made.spoken import Part, channel_parts, dashed
from postbox.directory.entries import Conversation

Cases = Iterator[Case | None]
ANYWHERE = ("behind_channel", "behind_channel", "front_channel_word", "front_saying", "message_in")


def behind(kit: Kit) -> Cases:
    """... to dev ops."""
    for name in kit.clear_channels:
        yield kit.one(kit.frame("behind_channel"), name)


def channel_word(kit: Kit) -> Cases:
    """Tell the dev ops channel ..."""
    for name in kit.clear_channels:
        yield kit.one(kit.frame("front_channel_word"), name)


def dash_said(kit: Kit) -> Cases:
    """Dev dash ops."""
    return _variant(kit, lambda channel: _dashed(kit, channel))


def run_together(kit: Kit) -> Cases:
    """Devops for dev-ops, data science for datascience."""
    return _variant(kit, lambda channel: _other(kit, channel, "split") or _glued(kit, channel))


def numbers(kit: Kit) -> Cases:
    """Inc twenty forty one, inc two zero four one, inc 2041."""
    return _variant(kit, lambda channel: _numbered(kit, channel))


def letters(kit: Kit) -> Cases:
    """Help desk u s."""
    return _variant(kit, lambda channel: _other(kit, channel, "letters"))


def long_words(kit: Kit) -> Cases:
    """Engineering infrastructure for eng-infra."""
    return _variant(kit, lambda channel: _other(kit, channel, "long"))


def heard(kit: Kit) -> Cases:
    """Cooper netties for kubernetes: asking is no worse."""
    for channel in kit.channels:
        for word, forms in kit.bank.heard_channels.items():
            if word in channel.name.replace("_", "-").split("-"):
                spoken = channel.name.replace(word, kit.rng.choice(forms))
                name = (spoken.replace("-", " ").replace("_", " "), channel.id)
                if not kit.truth.possible(name[0]) - {channel.id}:
                    case = kit.one(kit.frame(*ANYWHERE), name)
                    yield case and replace(case, also=frozenset({DOUBTFUL}))


def twins(kit: Kit) -> Cases:
    """Two channels whose names are said alike."""
    for channel in kit.channels * 8:
        if channel.name in kit.bank.twin_channels:
            spoken = channel.name.replace("-", " ").replace("_", " ")
            case = kit.one(kit.frame(*ANYWHERE), (spoken, channel.id))
            tied = kit.truth.bearers(spoken)
            yield case and replace(case, wanted=DOUBTFUL, recipients=tied)


def _variant(kit: Kit, vary: Callable[[Conversation], str]) -> Cases:
    for channel in kit.channels:
        spoken = vary(channel)
        twin = channel.name in kit.bank.twin_channels
        if spoken and not twin and kit.truth.only(spoken, channel.id):
            yield kit.one(kit.frame(*ANYWHERE), (spoken, channel.id))


def _dashed(kit: Kit, channel: Conversation) -> str:
    return kit.rng.choice(list(dashed(kit.bank, channel.name))) if "-" in channel.name else ""


def _glued(kit: Kit, channel: Conversation) -> str:
    """Write two of the words as one."""
    words = [part.plain[0] for part in channel_parts(kit.bank, channel.name)]
    plain = channel.name.replace("-", "").replace("_", "").isalpha()
    if not plain or not 2 <= len(words) <= 3:
        return ""
    return " ".join(["".join(words[:2]), *words[2:]])


def _numbered(kit: Kit, channel: Conversation) -> str:
    parts = channel_parts(kit.bank, channel.name)
    return " ".join(kit.rng.choice(part.plain) for part in parts) if _has_number(parts) else ""


def _has_number(parts: list[Part]) -> bool:
    return any(part.plain[-1].isdigit() for part in parts)


def _other(kit: Kit, channel: Conversation, way: str) -> str:
    """Say those words in another way that have one."""
    parts = channel_parts(kit.bank, channel.name)
    ways: list[tuple[str, ...]] = [getattr(part, way) for part in parts]
    if not any(ways):
        return ""
    return " ".join(
        kit.rng.choice(other or part.plain[:1]) for part, other in zip(parts, ways, strict=True)
    )


KINDS: dict[str, tuple[int, Callable[[Kit], Cases]]] = {
    "behind, channel": (130, behind),
    "front, the ... channel": (70, channel_word),
    "channel: dash said": (60, dash_said),
    "channel: split or joined": (80, run_together),
    "channel: numbers": (80, numbers),
    "channel: letters": (50, letters),
    "channel: abbreviation in full": (60, long_words),
    "channel: misheard": (40, heard),
    "channel: two said alike": (30, twins),
}
