"""What recipients are called aloud. Pure."""

from postbox.directory.entries import Directory
from postbox.directory.names.spelling import aloud, without_asides
from skill.understanding.names.candidate import Candidate, Kind

_SIGNS = {"-": " dash ", "_": " underscore ", ".": " dot "}


def spoken_name(candidate: Candidate) -> str:
    """Return what a recipient is called aloud."""
    if candidate.kind is Kind.CHANNEL:
        return aloud(candidate.name)
    return without_asides(candidate.name)


def told_apart(candidates: tuple[Candidate, ...], directory: Directory) -> list[str]:
    """Return the names of candidates; those who share one with what else they are called."""
    names = [spoken_name(candidate) for candidate in candidates]
    told = [
        _with_handle(candidate, name, directory) if names.count(name) > 1 else name
        for candidate, name in zip(candidates, names, strict=True)
    ]
    # "general-" and "general_" sound alike until their signs are said.
    return [
        _with_signs(candidate.name)
        if candidate.kind is Kind.CHANNEL and told.count(name) > 1
        else name
        for candidate, name in zip(candidates, told, strict=True)
    ]


def _with_signs(name: str) -> str:
    """Return a channel's name with the signs in it as words."""
    return " ".join("".join(_SIGNS.get(character, character) for character in name).split())


def _with_handle(candidate: Candidate, name: str, directory: Directory) -> str:
    person = directory.people.get(candidate.id)
    other = person.handle or person.display_name if person else ""
    return f"{name} ({aloud(other)})" if other else name
