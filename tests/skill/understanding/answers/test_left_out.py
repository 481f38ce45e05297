"""Who is not to have what went to several."""

import pytest

from skill.understanding.answers.sent.patterns import left_out
from skill.understanding.language import language

ENGLISH = language("en-US")
NAMED = {("omar",), ("ruth", "lee")}


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
    ("said", "names"),
    [
        ("leave out omar", ("omar",)),
        ("oh not omar", ("omar",)),
        ("except for ruth lee please", ("ruth lee",)),
        ("leave omar out", ("omar",)),
        ("take omar and ruth lee off that", ("omar", "ruth lee")),
        ("oops that wasn't for omar", ("omar",)),
        ("leave out the bins", ()),
        ("not omar but ruth lee", ()),
        ("omar", ()),
        ("leave omar out in the rain", ()),
        ("leave out omar is on holiday", ()),
    ],
)
def test_who_is_left_out(said, names):
    """Whoever is named alone behind words of leaving out; nobody where more is said."""
    assert left_out(said, ENGLISH, Names()) == names
