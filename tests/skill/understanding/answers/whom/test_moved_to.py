"""Words that correct whom a message is for are told by what they are made of, not by lists."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.whom.moved_to import moved_to, words_of
from skill.understanding.language import language

ENGLISH = language("en-US")
NAMED = ("ruth lee", "ruth", "omar", "hope", "pavel", "the garden", "garden", "sales", "random")
PRESENT = words_of(["Ruth Lee"])


class Names:
    """Knows a few names, as they are written."""

    def named(self, spoken, at):
        """Return where the longest of them ends that begins there; 0 for none."""
        ends = (at + len(name.split()) for name in NAMED if self._stands(name, spoken, at))
        return max(ends, default=0)

    @staticmethod
    def _stands(name, spoken, at):
        return spoken[at : at + len(name.split())] == tuple(name.split())


def moved(said, present=PRESENT):
    return moved_to(said, ENGLISH, Names(), present)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        # Whom it was for is denied by name, wherever that stands.
        ("oh not ruth hope", "hope"),
        ("ruth no omar", "omar"),
        ("crikey no not ruth omar", "omar"),
        ("don't trouble ruth with that pop it in random", "random"),
        ("leave ruth out of this and make it pavel", "pavel"),
        ("let's not bother ruth let's put it in the garden", "the garden"),
        ("never ruth always omar for that", "omar"),
        ("swap ruth for pavel", "pavel"),
        ("i said ruth but i need omar", "omar"),
        ("can you make this go to omar instead of ruth", "omar"),
        ("that belongs in sales not with ruth", "sales"),
        ("it's omar's job not ruth's", "omar"),
        ("oh ruth is on leave send it to pavel", "pavel"),
        # Or as "her".
        ("no don't bother her put it in sales", "sales"),
        ("not her omar", "omar"),
        ("i don't want her i want pavel", "pavel"),
        ("oh forget her it's omar who needs to know", "omar"),
        # Or nobody is denied, but a correction leads to somebody.
        ("actually that's more one for omar", "omar"),
        ("ach no wait hope i meant", "hope"),
        ("wait who did i say i need omar", "omar"),
        ("sorry sorry it should go to omar", "omar"),
        ("make that pavel and omar", "pavel and omar"),
        ("make it ruth and omar", "ruth and omar"),
        ("nah mate send it to omar instead hey", "omar"),
        ("hang on it was meant to be omar", "omar"),
        ("no to pavel i'm so sorry", "pavel"),
    ],
)
def test_hardly_a_word_is_about_anything_else(said, name):
    found = moved(said)
    assert found is not None
    assert (found.name, found.text, found.is_sure) == (name, "", True)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("losh not ruth hope", "hope"),
        ("crivvens no not ruth omar", "omar"),
        ("you know what ruth's got enough on her plate make it omar", "omar"),
        ("that's more ruth's brother's thing no sorry omar", "omar"),
        ("bung it in random", "random"),
    ],
)
def test_with_a_word_unknown_or_without_a_correction_the_next_text_is_read_back(said, name):
    found = moved(said)
    assert found is not None
    assert (found.name, found.is_sure) == (name, False)


@pytest.mark.parametrize(
    ("said", "name", "text"),
    [
        ("scrap ruth tell omar the hoist is stuck", "omar", "the hoist is stuck"),
        ("no not ruth pavel and the lift is out", "pavel", "the lift is out"),
        ("not her omar and it's i've locked up", "omar", "i've locked up"),
        ("sorry that's for omar the grill's hot", "omar", "the grill's hot"),
        ("send it to pavel instead and say the quote's too high", "pavel", "the quote's too high"),
        ("hold that one i need to tell omar the bath is running", "omar", "the bath is running"),
    ],
)
def test_a_sentence_behind_the_name_is_its_text_and_read_back(said, name, text):
    found = moved(said)
    assert found is not None
    assert (found.name, found.text, found.is_sure) == (name, text, False)


@pytest.mark.parametrize("said", ["it isn't for ruth", "wrong person sorry", "not ruth please"])
def test_only_who_it_is_not_leaves_whom_open(said):
    found = moved(said)
    assert found is not None
    assert (found.name, found.text) == ("", "")


@pytest.mark.parametrize(
    "said",
    [
        "don't tell omar i said so",
        "can you send it to omar",
        "it's in sales now",
        "i put it in the garden",
        "no need to wait for omar",
        "sorry i missed omar's call",
        "sorry i can't make it tell omar",
        "no it wasn't me it was omar",
        "i think omar has the keys",
        "never trust omar with the van",
        "i'd rather meet you than omar",
        "wait for me at sales",
        "i hope you are better",
        "make sure omar gets the box",
        "don't let him near the kitchen omar is allergic",
        "could you give omar a lift",
        "he is off sick so omar is covering",
        "she's not coming omar told me",
        "it's not mine it's omar's",
        "take it to omar",
        "leave it with omar at the desk",
        "no he isn't with omar he's with me",
        "omar says hello",
        "and omar as well",
        "the roof leaks again",
    ],
)
def test_a_text_may_name_others(said):
    assert moved(said) is None


@given(
    st.lists(st.sampled_from(["the", "roof", "van", "is", "leaking", "we", "painted"]), min_size=6),
    st.sampled_from(["omar", "pavel"]),
)
def test_words_about_something_else_are_never_moved_without_a_denial(words, name):
    assert moved(" ".join([*words, name, "painted"])) is None
