"""What is said after a send is one act: the best, and in doubt where another one comes near."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.sent.acts import AboutSent, Act, OfSent, chosen
from skill.understanding.answers.sent.of_sent import of_sent
from skill.understanding.language import language

ENGLISH = language("en-US")
_NAMES = frozenset(["nell", "ugo", "sales"])
SAID = st.sampled_from(list(AboutSent))
ACTS = st.lists(
    st.builds(Act, st.builds(OfSent, SAID, text=st.sampled_from(["", "a"])), st.floats(0, 3)),
    max_size=5,
)


class Names:
    """A few names of one word each."""

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name ends that begins at a word; 0 for none."""
        return at + 1 if at < len(spoken) and spoken[at] in _NAMES else 0

    def namesakes(self, spoken: NameWords, at: int) -> int:
        """Return 0, for no name is said of several."""
        return 0


@given(ACTS)
def test_the_best_is_chosen_and_is_sure_only_where_no_other_comes_near(acts):
    found = chosen(acts).of_sent
    if not acts:
        assert found.said is AboutSent.NOTHING
        return
    best = max(act.fit for act in acts)
    near = {act.of_sent.said for act in acts if best - act.fit < 0.5}
    assert found.said in {act.of_sent.said for act in acts if act.fit == best}
    assert found.is_sure <= (len(near) == 1)


@pytest.mark.parametrize(
    ("text", "said", "right", "is_sure"),
    [
        ("the locker is nine two", "no boss nine six", "the locker is nine six", True),
        ("the fee is thirty", "good grief forty", "the fee is forty", True),
        ("the fee is thirty", "jumping beans i meant forty", "the fee is forty", True),
        ("the lift holds ten", "actually it holds twenty two", "the lift holds twenty two", True),
        ("aisle six leaks", "wrong aisle it's eight", "aisle eight leaks", True),
        ("turn left", "change left to right", "turn right", True),
        # What stands beside the wrong word in the text is said with the right one.
        (
            "the bank shuts at two",
            "the bank shuts at three not two",
            "the bank shuts at three",
            True,
        ),
        ("the bank shuts at two", "it shuts at three not at two", "the bank shuts at three", True),
        (
            "the bank shuts at two",
            "it's the shop that shuts at two not the bank",
            "the shop shuts at two",
            True,
        ),
        ("ben runs the stall", "it's ruby who's running it not ben", "ruby runs the stall", True),
        ("the tea lady is in", "correction the cook is in", "the cook is in", False),
        # What is said around it is no part of it.
        (
            "the bank shuts at two",
            "sorry it's three i meant not two",
            "the bank shuts at three",
            True,
        ),
        (
            "the bank shuts at two",
            "swap two for three would you mind",
            "the bank shuts at three",
            True,
        ),
        (
            "the bank shuts at two",
            "ugh could you put three instead of two",
            "the bank shuts at three",
            True,
        ),
        (
            "the bank shuts at two",
            "sorry three i'm all over the place",
            "the bank shuts at three",
            False,
        ),
        (
            "the bank shuts at two",
            "my error the bank shuts at three",
            "the bank shuts at three",
            True,
        ),
        (
            "the bank shuts at two",
            "ages ago the bank shuts at three",
            "the bank shuts at three",
            False,
        ),
        (
            "the bank shuts at two",
            "three i mean half past three",
            "the bank shuts at half past three",
            False,
        ),
        ("the bank shuts at two", "it shuts at three the bank", "the bank shuts at three", False),
        ("turn left", "swap left for right please", "turn right", True),
        ("i'm stuck here", "actually i'm not stuck here", "i'm not stuck here", False),
        ("the hatch is shut", "no that's nonsense it's fine", "the hatch is fine", False),
        ("the rope is in the boot", "sorry under the bench", "the rope is under the bench", False),
        ("i can drive", "well no i can't drive say i'll take the bus", "i'll take the bus", False),
        ("please bring rope", "leave out the please", "bring rope", False),
        (
            "no milk in tank two",
            "no milk in tank two or three",
            "no milk in tank two or three",
            False,
        ),
        ("the kettle is off", "oh and the toaster", "the kettle is off and the toaster", False),
        ("we meet at two", "can you make it say see you at two", "see you at two", False),
        ("the hall holds sixty", "actually it holds sixty six", "the hall holds sixty six", True),
    ],
)
def test_it_says_something_else(text, said, right, is_sure):
    found = of_sent(said, ENGLISH, Names(), text)
    assert (found.said, found.text, found.is_sure) == (AboutSent.REWORDS, right, is_sure)


@pytest.mark.parametrize(
    ("said", "does", "names"),
    [
        ("tell nell the very same thing", AboutSent.COPIES, ("nell",)),
        ("nell the same", AboutSent.COPIES, ("nell",)),
        ("ping ugo with that as well", AboutSent.COPIES, ("ugo",)),
        ("same to ugo", AboutSent.COPIES, ("ugo",)),
        ("that was for nell", AboutSent.MOVES, ("nell",)),
        ("not post that", AboutSent.TAKES_BACK, ()),
        ("oh god delete delete", AboutSent.TAKES_BACK, ()),
        ("you didn't send that", AboutSent.MAY_TAKE_BACK, ()),
        ("also that i need a torch", AboutSent.GOES_ON, ()),
        ("and that the hall is shut", AboutSent.GOES_ON, ()),
        ("tell nell the hall is shut", AboutSent.MESSAGE, ()),
        ("take out the bit about sales", AboutSent.NOTHING, ()),
        ("they say it's shut", AboutSent.NOTHING, ()),
    ],
)
def test_each_act_has_its_words(said, does, names):
    found = of_sent(said, ENGLISH, Names(), "the contract is with sales")
    assert (found.said, found.names) == (does, names)
