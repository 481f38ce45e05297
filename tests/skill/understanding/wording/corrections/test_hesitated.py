"""What comes again behind a hesitation stands for what was said before it."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from skill.understanding.language import language
from skill.understanding.wording.corrections.hesitated import hesitated

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the fete is on saturday um sunday", "the fete is on sunday"),
        ("on friday er on saturday we are shut", "on saturday we are shut"),
        ("nine trays er eleven eleven trays", "eleven trays"),
        ("the bursar er the bursar is away", "the bursar is away"),
        ("it is in room two er room three", "it is in room three"),
        ("the door is red uh blue", "the door is blue"),
        ("we open at nine um ten on sunday", "we open at ten on sunday"),
        ("i have read er listened to the minutes", "i have listened to the minutes"),
        ("we painted the shed er varnished the shed", "we varnished the shed"),
        ("she is baking um frying the fish", "she is frying the fish"),
        ("i bought er borrowed a ladder", "i borrowed a ladder"),
        ("i have sold er have lent the cart", "i have lent the cart"),
        ("bring thirty two er thirty four cups", "bring thirty four cups"),
    ],
)
def test_the_same_comes_again(said, meant):
    kept = hesitated(tuple(said.split()), ENGLISH)
    assert kept is not None
    assert " ".join(" ".join(said.split()[first:end]) for first, end in kept) == meant


@pytest.mark.parametrize(
    "said",
    [
        "bring the er yellow folder", "we need six um eggs", "i will be there um about nine",
        "um the fete is on sunday", "the red um door is open on monday", "see you on sunday um",
        "er", "two er of them", "the er red van", "we er open at nine", "we are going um swimming",
        "the shed was er painted", "the hall has er closed", "we stopped um baking at noon",
        "i heard er something fall", "in the morning er running is fun", "she read er slowly",
        "the meeting er is off", "they left um two cups",
    ],
)  # fmt: skip
def test_what_only_hesitates_says_nothing_anew(said):
    assert hesitated(tuple(said.split()), ENGLISH) is None


@given(
    st.lists(
        st.sampled_from(["two", "ten", "um", "er", "the", "red", "blue", "on", "monday", "friday"]),
        max_size=9,
    )
)
def test_what_stays_is_in_order_and_ends_as_was_said(said):
    kept = hesitated(tuple(said), ENGLISH)
    if kept:
        assert kept[-1][1] == len(said)
        assert all(first < end for first, end in kept)
        assert all(one[1] < other[0] for one, other in pairwise(kept))
