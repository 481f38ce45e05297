"""Who reacted with what, as it is told."""

import pytest

from postbox.directory.entries import Directory, Person
from skill.reading.planning.reactions import told_reactions
from skill.reading.planning.spoken_names import SpokenNames
from skill.speech.phrases import Phrases

NAMES = SpokenNames.of(
    Directory.of(
        [Person(f"U{n}", name) for n, name in enumerate(["Ana", "Bo", "Cy", "Dee", "Eve"])], []
    )
)


def told(*reactions: str) -> str:
    """Tell of reactions, each the emoji and the numbers of the people."""
    pairs = [(emoji, f"U{n}") for emoji, people in map(str.split, reactions) for n in people]
    return Phrases("en-US").words(told_reactions(pairs, NAMES, "en-US"))


@pytest.mark.parametrize(
    ("reactions", "said"),
    [
        (["tada 0"], "Ana reacted with party popper."),
        (["+1 01", "tada 2"], "Ana and Bo reacted with thumbs up, Cy with party popper."),
        (["tada 2", "+1 01"], "Ana and Bo reacted with thumbs up, Cy with party popper."),
        (["+1 012"], "Ana, Bo and Cy reacted with thumbs up."),
        (["+1 0123"], "Ana, Bo, Cy and one other reacted with thumbs up."),
        (["+1 01234"], "Ana, Bo, Cy and two others reacted with thumbs up."),
        (["+1 0", "+1::skin-tone-3 1"], "Ana and Bo reacted with thumbs up."),
        (["+1 9"], "Somebody reacted with thumbs up."),
        (["+1 789"], "three people reacted with thumbs up."),
        (["+1 07"], "Ana and one other reacted with thumbs up."),
        (["ship_parrot 0"], "Ana reacted with ship parrot."),
        (
            ["+1 0", "tada 0", "eyes 0", "fire 0", "100 0", "joy 0"],
            "Ana reacted with thumbs up, Ana with party popper, Ana with eyes, Ana with fire, "
            "two more emoji.",
        ),
    ],
)
def test_reactions_are_told_by_name_as_long_as_they_are_few(reactions, said):
    assert told(*reactions) == said


def test_names_are_said_as_they_are_written():
    names = SpokenNames.of(Directory.of([Person("U1", "R&D")], []))
    said = told_reactions([("tada", "U1")], names, "en-US")
    assert Phrases("en-US").words(said).startswith("R&D reacted")
