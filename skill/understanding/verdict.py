"""What is to become of a phrase: sent, asked, read back, refused, or no message at all. Pure.

The best reading is sent without a question only when no other one that would post elsewhere, or
other words, comes near it, and when no sign stands against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.readings.reading import Reading

MARGIN = 1.9
"""So many points must lie between the best reading and one that posts something else."""


OF_OTHERS = {SignKind.SECOND, SignKind.NEGATED}
"""Signs that somebody else is to get it, or not to: heeded whatever the speaker prefers."""


class Action(StrEnum):
    """What to do."""

    SEND = "send"
    READ_BACK = "read back"
    WHICH = "which"
    """Several have a name."""
    WHOM = "whom"
    """A name that nobody has, or none where one is needed."""
    WHAT = "what"
    """There is no text yet."""
    COMMAND = "command"
    """It is no message."""


class Preference(StrEnum):
    """When the speaker wants a message read back."""

    ALWAYS = "always"
    IN_DOUBT = "in doubt"
    NEVER_FOR_FULL_NAMES = "never for full names"
    """Not where one person is named in full and no other reading comes near; somebody else who is
    to get it, or not to, is heeded all the same."""


@dataclass(frozen=True)
class Message:
    """One text and whom it is for."""

    text: str
    resolutions: tuple[Resolution, ...]
    """Empty for the default conversation."""
    mentions: tuple[Candidate, ...] = ()
    by_full_name: bool = False
    """Whether it is for one person, who was named in full, as written."""

    @property
    def is_default(self) -> bool:
        """Whether nobody is named."""
        return not self.resolutions

    @property
    def recipients(self) -> tuple[Candidate, ...]:
        """The likeliest of each name."""
        return tuple(
            resolution.candidates[0] for resolution in self.resolutions if resolution.candidates
        )

    @property
    def may_be_public(self) -> bool:
        """Whether it may go to a channel."""
        found = [one for resolution in self.resolutions for one in resolution.candidates]
        return self.is_default or any(candidate.kind is Kind.CHANNEL for candidate in found)


@dataclass(frozen=True)
class Weighed:
    """A reading with what it would post."""

    phrase: str
    """What was read: the phrase without what was taken off for a mention."""
    reading: Reading
    messages: tuple[Message, ...]

    @property
    def posts(self) -> frozenset[tuple[frozenset[str], str]]:
        """Where it would post what; equal for readings between which nothing hangs."""
        return frozenset(
            (
                frozenset(one.id for one in message.recipients)
                or frozenset(res.spoken for res in message.resolutions),
                " ".join(message.text.casefold().split()),
            )
            for message in self.messages
        )


@dataclass(frozen=True)
class Verdict:
    """What is to be done, and why."""

    action: Action
    messages: tuple[Message, ...] = ()
    instead: tuple[Message, ...] = ()
    """The other reading, where one comes near: "no" takes it."""
    command: str = ""
    """The intent whose words these are, where it is known."""
    signs: tuple[Sign, ...] = ()
    readings: tuple[Weighed, ...] = ()
    """All of them, the best first."""
    why: str = ""
    is_doubtful: bool = False
    """Whether something stands against sending it unheard, whatever the speaker prefers."""
    is_for_everybody: bool = False
    """Whether everybody was named: whom the default conversation reaches, if it is a channel."""


def judged(
    readings: Sequence[Weighed],
    signs: Iterable[Sign],
    *,
    is_unsure: bool = False,
    preference: Preference = Preference.IN_DOUBT,
) -> Verdict:
    """Return what is to become of a phrase.

    Args:
        readings: all, the best first; at least one.
        signs: what stands against the best one.
        is_unsure: whether its text was turned in a way that may be wrong.
        preference: when the speaker wants to hear it first.
    """
    best, found = readings[0], tuple(signs)
    rivals = [
        weighed
        for weighed in readings[1:]
        if round(best.reading.score - weighed.reading.score, 3) < MARGIN
        and weighed.posts != best.posts
        and weighed.reading.certainty is not Certainty.UNKNOWN
        and not _takes_apart(weighed, best)
    ]
    if rivals and all(part.address is None for part in best.reading.parts):
        # Whom it may be for is asked first; "no" takes it for the default conversation.
        named = next((weighed for weighed in rivals if weighed.reading.parts[0].address), None)
        if named:
            best, rivals = named, [best, *(weighed for weighed in rivals if weighed is not named)]
    instead = rivals[0].messages if rivals else ()
    verdict = Verdict(Action.SEND, best.messages, instead, "", found, tuple(readings))
    certainty = best.reading.certainty
    everyone = any(part.address and part.address.is_everyone for part in best.reading.parts)
    if certainty is Certainty.UNKNOWN and not everyone:
        return replace(verdict, action=Action.WHOM, why="a name means nobody")
    verdict = replace(verdict, is_for_everybody=everyone)
    if any(not message.text for message in best.messages):
        return replace(verdict, action=Action.WHAT, why="there is no text")
    if any(_is_tied(resolution) for message in best.messages for resolution in message.resolutions):
        # Who is meant is asked first; what else is in doubt is in doubt behind the answer, too.
        still = bool(found) or best.reading.is_doubtful
        several = "a name means several"
        return replace(verdict, action=Action.WHICH, why=several, is_doubtful=still)
    reason = _doubt(best, rivals, found, is_unsure)
    verdict = replace(verdict, is_doubtful=bool(reason))
    trusts = preference is Preference.NEVER_FOR_FULL_NAMES and not rivals
    trusts = trusts and not any(sign.kind in OF_OTHERS for sign in found)
    if reason and trusts and all(message.by_full_name for message in best.messages):
        return replace(verdict, why="the speaker wants no question where the name is said in full")
    if reason:
        return replace(verdict, action=Action.READ_BACK, why=reason)
    if preference is Preference.ALWAYS:
        return replace(verdict, action=Action.READ_BACK, why="the speaker wants to hear it first")
    return replace(verdict, why="one clear reading, and no sign against it")


def _doubt(best: Weighed, rivals: list[Weighed], signs: tuple[Sign, ...], is_unsure: bool) -> str:
    if rivals:
        return "another reading comes near"
    if signs:
        return signs[0].kind.value
    if best.reading.is_doubtful:
        return "the words that name somebody may be the text's"
    everyone = any(part.address and part.address.is_everyone for part in best.reading.parts)
    if best.reading.certainty is not Certainty.CERTAIN and not everyone:
        return "a name is only like the one found"
    private = any(part.is_private for part in best.reading.parts)
    if private and any(message.may_be_public for message in best.messages):
        return "privately, but to a place"
    return "the words were turned and may mean somebody else" if is_unsure else ""


def _takes_apart(weighed: Weighed, best: Weighed) -> bool:
    """Whether a reading only makes several names of what the best one has as a whole name."""
    parts, whole = weighed.reading.parts, best.reading.parts
    if len(parts) != len(whole) or weighed.reading.score >= best.reading.score:
        return False
    return all(
        part.runs == other.runs
        and part.address is not None
        and other.address is not None
        and (part.address.start, part.address.end) == (other.address.start, other.address.end)
        and len(part.address.resolutions) > len(other.address.resolutions)
        and other.address.is_certain
        for part, other in zip(parts, whole, strict=True)
    )


def _is_tied(resolution: Resolution) -> bool:
    return resolution.certainty is Certainty.DOUBTFUL and resolution.rivals > 1
