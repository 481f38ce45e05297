"""Words after a send that say nothing but who should have it."""

import pytest

from skill.understanding.answers.sent.of_sent import AboutSent, of_sent
from skill.understanding.language import language

ENGLISH = language("en-US")
NAMED = {("omar",), ("ruth", "lee"), ("will",), ("the", "shed"), ("garden",)}


class Names:
    """Knows a few names."""

    def named(self, spoken, at):
        """Return where a name ends that begins there; 0 for none."""
        ends = (at + length for length in (2, 1) if tuple(spoken[at : at + length]) in NAMED)
        return next(ends, 0)

    def namesakes(self, spoken, at):
        """Return 0, for no name is said of several."""
        return 0


@pytest.mark.parametrize(
    ("said", "does", "name"),
    [
        ("drat that was supposed to be for will", AboutSent.MOVES, "will"),
        ("ruth lee the lady", AboutSent.MAY_MOVE, "ruth lee"),
        ("really the garden place i wanted", AboutSent.MAY_MOVE, "garden"),
        ("omar should get a copy too while we're at it", AboutSent.MAY_COPY, "omar"),
        ("that was supposed to be for omar as well", AboutSent.MAY_COPY, "omar"),
        ("that was meant to go to ruth lee too", AboutSent.MAY_COPY, "ruth lee"),
        ("no that was supposed to be for omar", AboutSent.MOVES, "omar"),
        ("no that was for my nephews", AboutSent.MAY_TAKE_BACK, ""),
        ("now one to omar", AboutSent.BEGINS, "omar"),
        ("i will be there", AboutSent.NOTHING, ""),
        ("omar has the ladder", AboutSent.NOTHING, ""),
        ("that was the last bus", AboutSent.NOTHING, ""),
    ],
)
def test_what_is_only_of_the_sending_tells_who_should_have_it(said, does, name):
    read = of_sent(said, ENGLISH, Names(), "the tent is up")
    assert (read.said, " ".join(read.names)) == (does, name)
