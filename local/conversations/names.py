"""Who is meant by a name in a transcript: the full name, or a first name that one person has."""

from collections.abc import Sequence
from dataclasses import replace

from local.conversations import steps
from local.conversations.mistakes import NotATranscript
from local.conversations.steps import Step


def with_full_names(step: Step, people: Sequence[str]) -> Step:
    """Return the step with its people by their full names, or raise NotATranscript.

    Who only looks like a person, such as the author of a post, may be somebody unknown.
    """
    if isinstance(step, steps.SeePost):
        _meant(step, step.author, people)
    if isinstance(step, steps.SeePost | steps.SeeNothing) and step.place.startswith("@"):
        name = step.place.removeprefix("@")
        return replace(step, place=f"@{_meant(step, name, people) or name}")
    if isinstance(step, steps.Write | steps.Edit | steps.Delete | steps.Archive):
        return _by_somebody(step, people)
    return step


def called(name: str, people: Sequence[str]) -> list[str]:
    """Return the people of this name: one by the full name, else all by the first name."""
    wanted = " ".join(name.casefold().split())
    full = [each for each in people if each.casefold() == wanted]
    return full or [each for each in people if each.casefold().split()[0] == wanted]


def _by_somebody(
    step: steps.Write | steps.Edit | steps.Delete | steps.Archive, people: Sequence[str]
) -> Step:
    full = _meant(step, step.person, people)
    if full is None:
        names = ", ".join(people)
        raise NotATranscript(step.number, f"nobody is called {step.person}; there are {names}")
    if isinstance(step, steps.Write) and step.place == f"@{step.person}":
        return replace(step, person=full, place=f"@{full}")
    return replace(step, person=full)


def _meant(step: Step, name: str, people: Sequence[str]) -> str | None:
    found = called(name, people)
    if len(found) > 1:
        either = " or ".join(found)
        raise NotATranscript(step.number, f"{name} may be {either}: write the full name")
    return found[0] if found else None
