"""What recipients are called aloud. Pure."""

from postbox.directory.entries import Directory
from postbox.directory.names.spelling import aloud, without_asides
from postbox.directory.names.words import key, parts
from skill.understanding.names.candidate import Candidate, Kind

_SIGNS = {"-": " dash ", "_": " underscore ", ".": " dot "}


def spoken_name(candidate: Candidate) -> str:
    """Return what a recipient is called aloud."""
    if candidate.kind is Kind.CHANNEL:
        return aloud(candidate.name)
    return without_asides(candidate.name)


def told_apart(candidates: tuple[Candidate, ...], directory: Directory) -> list[str]:
    """Return the names of candidates; those that sound alike with what else they are called."""
    names = [spoken_name(candidate) for candidate in candidates]
    fuller = [
        _with_handle(candidate, name, directory) if _is_shared(name, names) else name
        for candidate, name in zip(candidates, names, strict=True)
    ]
    # "general-" and "general_", "q3" and "q-3" sound alike until their signs are said.
    return [
        _with_signs(candidate, directory) if _is_shared(name, fuller) else name
        for candidate, name in zip(candidates, fuller, strict=True)
    ]


def _is_shared(name: str, names: list[str]) -> bool:
    """Whether another of the names sounds the same: nobody hears gaps, accents and capitals."""
    return [key(parts(other)) for other in names].count(key(parts(name))) > 1


def _with_signs(candidate: Candidate, directory: Directory) -> str:
    """Return a channel's name, or a person's with their handle, with the signs in it as words."""
    if candidate.kind is Kind.CHANNEL:
        return _signs_said(candidate.name)
    other, name = _other_name(candidate, directory), spoken_name(candidate)
    return f"{name} ({_signs_said(other)})" if other else name


def _signs_said(name: str) -> str:
    return " ".join("".join(_SIGNS.get(character, character) for character in name).split())


def _with_handle(candidate: Candidate, name: str, directory: Directory) -> str:
    other = _other_name(candidate, directory)
    return f"{name} ({aloud(other)})" if other else name


def _other_name(candidate: Candidate, directory: Directory) -> str:
    person = directory.people.get(candidate.id)
    return (person.handle or person.display_name) if person else ""
