"""Who is meant by a name in a transcript: the full name, or a first name that one person has."""

from collections.abc import Sequence
from dataclasses import replace

from local.conversations import slack_steps, steps
from local.conversations.notation.values import NotATranscript
from local.conversations.steps import Step

Doing = (
    steps.Write
    | steps.Edit
    | steps.Delete
    | steps.Archive
    | slack_steps.React
    | slack_steps.Share
    | slack_steps.Make
)
Looking = (
    steps.SeePost
    | steps.SeeNothing
    | slack_steps.SeeNow
    | slack_steps.SeeGone
    | slack_steps.SeeReaction
    | slack_steps.SeeRead
    | slack_steps.SeeScheduled
)


def with_full_names(step: Step, people: Sequence[str]) -> Step:
    """Return the step with its people by their full names, or raise NotATranscript.

    Who only looks like a person, such as the author of a post, may be somebody unknown.
    """
    if isinstance(step, steps.SeePost | slack_steps.SeeNow | slack_steps.SeeReaction):
        _meant(step, step.author or "", people)
    if isinstance(step, steps.SpeakAs) and step.voice not in steps.VOICES:
        full = _meant(step, step.voice, people)
        if full is None:
            either = ", ".join((*steps.VOICES, *people))
            raise NotATranscript(step.number, f"expected one of these to speak: {either}")
        return replace(step, voice=full)
    if isinstance(step, Looking) and step.place.startswith("@"):
        name = step.place.removeprefix("@")
        return replace(step, place=f"@{_meant(step, name, people) or name}")
    if isinstance(step, Doing):
        return _by_somebody(step, people)
    return step


def called(name: str, people: Sequence[str]) -> list[str]:
    """Return the people of this name: one by the full name, else all by the first name."""
    wanted = " ".join(name.casefold().split())
    full = [person for person in people if person.casefold() == wanted]
    return full or [person for person in people if person.casefold().split()[0] == wanted]


def _by_somebody(step: Doing, people: Sequence[str]) -> Step:
    full = _meant(step, step.person, people)
    if full is None:
        names = ", ".join(people)
        raise NotATranscript(step.number, f"nobody is called {step.person}; there are {names}")
    if (
        isinstance(step, steps.Write | slack_steps.Share | slack_steps.Make)
        and step.place == f"@{step.person}"
    ):
        return replace(step, person=full, place=f"@{full}")
    return replace(step, person=full)


def _meant(step: Step, name: str, people: Sequence[str]) -> str | None:
    found = called(name, people)
    if len(found) > 1:
        either = " or ".join(found)
        raise NotATranscript(step.number, f"{name} may be {either}: write the full name")
    return found[0] if found else None
