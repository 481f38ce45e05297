"""Answers to open questions are taken apart, and a text is put right where it was wrong."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.answers.sent.of_sent import same_again
from skill.understanding.answers.spoken_answers import spoken_answer
from skill.understanding.answers.taken_apart import AnswerKind
from skill.understanding.language import language
from skill.understanding.wording.amending import amended

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("said", "kind", "name"),
    [
        ("park", AnswerKind.NAME, "park"),
        ("um the plumber", AnswerKind.NAME, "the plumber"),
        ("l e e", AnswerKind.NAME, "lee"),
        ("neither it was for ruth", AnswerKind.NAME, "ruth"),
        ("no ruth", AnswerKind.NAME, "ruth"),
        ("to ruth instead", AnswerKind.NAME, "ruth"),
        ("not lee but ruth", AnswerKind.NAME, "ruth"),
        ("no not a lee i said ruth", AnswerKind.NAME, "ruth"),
        ("the other one", AnswerKind.OTHERS, ""),
        ("both of them please", AnswerKind.BOTH, ""),
        ("the former", AnswerKind.FIRST, ""),
        ("the latter", AnswerKind.LAST, ""),
        ("oh hang on a second", AnswerKind.WAITS, ""),
        ("then forget it", AnswerKind.LEAVES, ""),
        ("i changed my mind", AnswerKind.LEAVES, ""),
        ("i have no idea", AnswerKind.NOT_KNOWN, ""),
        ("um", AnswerKind.NOTHING, ""),
    ],
)
def test_an_answer_does_what_a_person_would_take_it_for(said, kind, name):
    answer = spoken_answer(said, ENGLISH)
    assert (answer.kind, answer.name) == (kind, name)


@pytest.mark.parametrize(
    ("said", "name", "text"),
    [
        ("lee but say we open at nine", "lee", "we open at nine"),
        ("yes ruth and say thanks", "ruth", "thanks"),
    ],
)
def test_an_answer_may_give_the_message_other_words(said, name, text):
    answer = spoken_answer(said, ENGLISH)
    assert (answer.name, answer.text) == (name, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("never mind lee tell ruth we open at nine", "ruth we open at nine"),
        ("okay tell lee chang the roof leaks", "lee chang the roof leaks"),
    ],
)
def test_a_new_message_in_an_answers_place_is_seen(said, text):
    answer = spoken_answer(said, ENGLISH)
    assert (answer.kind, answer.text) == (AnswerKind.MESSAGE, text)


@pytest.mark.parametrize("said", ["not lee the other one", "the other one not lee", "ruth not lee"])
def test_who_is_excluded_is_told(said):
    assert spoken_answer(said, ENGLISH).excluded == "lee"


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("gate twelve opens soon", "no gate eleven", "gate eleven opens soon"),
        ("see you on monday", "sorry tuesday", "see you on tuesday"),
        ("bring two chairs", "three chairs not two", "bring three chairs"),
        ("the code is echo five", "echo six not five", "the code is echo six"),
        ("meet at the back", "change back to front", "meet at the front"),
        ("two men and two women", "three not two", None),
        ("the roof leaks", "the cellar not the attic", None),
        ("the roof leaks", "hello", None),
        ("the code is echo five", "not echo it's delta", "the code is delta five"),
        ("bring two chairs", "it's not two but three", "bring three chairs"),
        ("she works to six", "she works to seven", "she works to seven"),
        ("the bus leaves at four", "i meant half past", "the bus leaves at half past four"),
        ("the floor is wet", "i meant very wet", "the floor is very wet"),
        ("the a string broke on the viola", "no the cello", "the a string broke on the cello"),
        ("bring the red line", "sorry not red blue", "bring the blue line"),
        (
            "the code is four four three",
            "correction eight four four",
            "the code is eight four four",
        ),
        ("the show starts at eight", "sorry half past eight", "the show starts at half past eight"),
    ],
)
def test_a_text_is_put_right_only_where_it_is_clear(text, said, right):
    assert amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the same to ruth", "ruth"),
        ("and the garden channel too", "the garden channel"),
        ("lee chang the same", "lee chang"),
        ("the roof leaks", ""),
        ("me too", ""),
    ],
)
def test_the_same_for_somebody_else_is_told_from_a_message(said, name):
    assert same_again(said, ENGLISH) == name


_SAID = "no not um park lee say but to instead the other one both tell two nine is i meant"
_WORDS = st.lists(st.sampled_from(tuple(_SAID.split())), max_size=9).map(" ".join)


@given(_WORDS)
def test_every_answer_is_taken_apart(said):
    answer = spoken_answer(said, ENGLISH)
    for part in (answer.excluded, answer.text):
        assert part in said


@given(_WORDS, _WORDS)
def test_a_text_is_never_made_empty_by_a_correction(text, said):
    assert amended(text, said, ENGLISH) != ""
