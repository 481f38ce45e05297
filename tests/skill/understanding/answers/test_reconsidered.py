"""Who is named right after a send, and named no more before the words end, gets nothing."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.sent.of_sent import AboutSent, of_sent
from skill.understanding.answers.sent.redirected import is_redirected, negated
from skill.understanding.language import language

ENGLISH = language("en-US")
_NAMES = frozenset(["olu", "ruth", "ben", "sales", "lounge"])
_SAID = "and olu ruth no not wait sorry too same to scrap that in the sales her"


class Names:
    """A few names of one word each."""

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name ends that begins at a word; 0 for none."""
        return at + 1 if at < len(spoken) and spoken[at] in _NAMES else 0

    def namesakes(self, spoken: NameWords, at: int) -> int:
        """Return 0, for no name is said of several."""
        return 0


@pytest.mark.parametrize(
    "words",
    [
        "and olu no not olu",
        "and ruth oh no not ruth",
        "and in the lounge no wait not in the lounge",
        "also olu actually no not olu",
        "olu too no not him",
        "same to ruth no scrap that",
        "and ruth no",
        "and olu and ruth no not olu not ruth",
        "also ben no scrap that not ben",
    ],
)
def test_whoever_is_named_no_more_changes_nothing(words):
    assert of_sent(words, ENGLISH, Names()).said is AboutSent.GIVES_UP


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("and ruth no olu", ("olu",)),
        ("also ruth no sorry ben", ("ben",)),
        ("the same to ruth i mean olu", ("olu",)),
        ("and olu and ruth no not ruth", ("olu",)),
        ("and ruth no not ruth olu", ("olu",)),
        ("and in sales no in the lounge", ("lounge",)),
    ],
)
def test_who_is_named_in_the_place_of_another_gets_it_too_once_asked(words, names):
    read = of_sent(words, ENGLISH, Names())
    assert (read.said, read.names, read.is_sure) == (AboutSent.COPIES, names, False)


@pytest.mark.parametrize("words", ["and ruth sorry", "and olu please thanks", "olu and ruth too"])
def test_who_is_only_added_is_added_at_once(words):
    read = of_sent(words, ENGLISH, Names())
    assert (read.said, read.is_sure) == (AboutSent.COPIES, True)


@given(st.lists(st.sampled_from(_SAID.split()), min_size=1, max_size=9).map(" ".join))
def test_whoever_is_copied_stands_among_the_words(words):
    read = of_sent(words, ENGLISH, Names())
    if read.said is AboutSent.COPIES:
        assert set(read.names) <= set(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "no don't tell ruth tell olu",
        "don't tell her tell olu",
        "oh don't send it to ruth send it to olu",
        "wait i shouldn't tell ruth tell olu instead",
        "don't bother ruth it's for olu",
        "do not tell them but let olu know",
    ],
)
def test_who_is_told_instead_is_asked_first(words):
    read = of_sent(words, ENGLISH, Names())
    assert is_redirected(words, ENGLISH)
    assert (read.said, read.names, read.is_sure) == (AboutSent.MOVES, ("olu",), False)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("tell her tell olu", "dont tell her tell olu"),
        ("bother ruth it's for olu", "dont bother ruth it's for olu"),
        ("tell anyone", "dont tell anyone"),
        ("tell olu", ""),
        ("let ruth know", ""),
        ("tell olu to wait", ""),
    ],
)
def test_a_negation_taken_for_a_question_is_put_back(words, whole):
    assert negated(words, ENGLISH) == whole


@pytest.mark.parametrize(
    "words",
    ["no no god no", "oh lord no", "no way no", "nope nope", "oh heavens no no", "wrong ben"],
)
def test_a_cry_asks_whether_to_take_it_back_and_is_no_word_of_it(words):
    read = of_sent(words, ENGLISH, Names(), "the party is off")
    assert read.said is AboutSent.MAY_TAKE_BACK


@pytest.mark.parametrize("words", ["no problem", "no off", "no not the party the lunch"])
def test_a_no_with_more_behind_it_is_no_cry(words):
    read = of_sent(words, ENGLISH, Names(), "the party is on")
    assert read.said is not AboutSent.MAY_TAKE_BACK


@pytest.mark.parametrize(
    ("words", "is_of_it"),
    [
        ("delete my last one quickly", True),
        ("please take back my last message right now", True),
        ("remove the last thing i said asap", True),
        ("delete the last one it's out of date", False),
        ("delete it", False),
        ("get the last one of the chairs", False),
    ],
)
def test_an_order_may_say_itself_that_it_is_of_the_last_message(words, is_of_it):
    assert of_sent(words, ENGLISH, Names()).is_of_the_last is is_of_it


@pytest.mark.parametrize(
    ("words", "does", "names"),
    [
        ("send it to olu and not to ruth", AboutSent.MOVES, ("olu",)),
        ("olu but not ruth", AboutSent.MOVES, ("olu",)),
        ("scrap that and tell olu", AboutSent.MOVES, ("olu",)),
        ("oh that was meant to be private", AboutSent.MAY_TAKE_BACK, ()),
        ("that wasn't for everyone", AboutSent.MAY_TAKE_BACK, ()),
    ],
)
def test_for_whom_it_was_is_told_from_the_words_of_the_text(words, does, names):
    read = of_sent(words, ENGLISH, Names(), "the gate is open")
    assert (read.said, read.names) == (does, names)
