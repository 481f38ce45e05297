"""Names as they are written in Slack, in the words by which they are spoken."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.entries import Person
from postbox.directory.names.english.data import abbreviations, nicknames, respellings
from postbox.directory.names.spelling import (
    abbreviated,
    aloud,
    channel_words,
    forms_of,
    handle_of,
    spoken_channel,
    written_name,
)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Kevin Park", "kevin park"),
        ("Kevin Park (he/him)", "kevin park"),
        ("Ana Lima [out of office]", "ana lima"),
        ("Ana Lima | Design", "ana lima"),
        ("Ana Lima|Design", "ana lima"),
        ("Ana Lima - Berlin", "ana lima"),
        ("Ana Lima – Berlin", "ana lima"),
        ("Ana Lima / Ops", "ana lima"),
        ("Kevin Park :palm_tree:", "kevin park"),
        ("Kevin Park 🎉", "kevin park"),
        ("Dr. Ana Lima", "ana lima"),
        ("Kevin Park, PhD", "kevin park"),
        ("John Smith III", "john smith"),
        ("Jean-Luc Picard", "jean luc picard"),
        ("Shea O'Brien", "shea obrien"),
        ("José Muñoz", "jose munoz"),
        ("李小龙", "李小龙"),
        ("", ""),
    ],
)
def test_asides_and_titles_are_no_part_of_a_name(name, spoken):
    assert " ".join(written_name(name)) == spoken


@pytest.mark.parametrize("name", ["Dr.", "(he/him)", "[Ana]", ":wave:", "- Ana"])
def test_a_name_that_is_nothing_else_keeps_its_words(name):
    assert written_name(name)


def test_a_person_goes_by_the_real_and_the_display_name():
    person = Person("U1", "Kevin Park (he/him)", "kev", "kevin.park2")
    assert forms_of(person) == (("kevin", "park"), ("kev",))
    assert handle_of(person) == ("kevin", "park", "2")


def test_the_same_name_twice_is_one_form():
    assert forms_of(Person("U1", "Ana Lima", "ana lima", "ana")) == (("ana", "lima"),)


@pytest.mark.parametrize(
    "person", [Person("U1", ""), Person("U1", "🎉", "…"), Person("U1", "", "", "__")]
)
def test_who_has_no_name_in_words_has_no_form(person):
    assert forms_of(person) == ()


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("dev-ops", "dev ops"),
        ("devops", "devops"),
        ("q3-planning", "q 3 planning"),
        ("q3planning", "q 3 planning"),
        ("eng_infra", "eng infra"),
        ("help-desk-us", "help desk us"),
        ("release-v1.2", "release v 12"),
        ("2024-goals", "2024 goals"),
        ("团队", "团队"),
    ],
)
def test_a_channels_words_are_between_its_dashes_and_digits(name, spoken):
    assert " ".join(channel_words(name)) == spoken


@pytest.mark.parametrize(
    ("spoken", "name"),
    [
        ("dev dash ops", "dev-ops"),
        ("dev hyphen ops", "dev-ops"),
        ("dev ops", "dev-ops"),
        ("eng underscore infra", "eng_infra"),
        ("q three planning", "q3-planning"),
        ("q 3 planning", "q3-planning"),
        ("q3 planning", "q3-planning"),
        ("help dash desk dash us", "help-desk-us"),
        ("twenty twenty four goals", "2024-goals"),
        ("release v one point two", "release-v1.2"),
        ("four oh four", "404"),
    ],
)
def test_what_is_said_for_signs_and_digits_is_what_is_written(spoken, name):
    assert spoken_channel(tuple(spoken.split())) == channel_words(name)


@pytest.mark.parametrize("name", ["dash", "point", "dot"])
def test_a_channel_that_is_called_like_a_sign_can_be_said(name):
    assert spoken_channel((name,)) == channel_words(name)


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("engineering infrastructure", "eng-infra"),
        ("human resources", "hr"),
        ("quality assurance", "qa"),
        ("development operations", "dev-ops"),
        ("front end team", "fe-team"),
    ],
)
def test_spelled_out_is_the_same_as_abbreviated(spelled, name):
    assert abbreviated(tuple(spelled.split())) == abbreviated(channel_words(name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dev-ops", "dev ops"),
        ("eng_infra", "eng infra"),
        ("-x-", "x"),
        ("kevin.park", "kevin park"),
    ],
)
def test_a_name_is_said_without_its_signs(name, said):
    assert aloud(name) == said


CHANNELS = st.from_regex(r"[a-z0-9]+([-_][a-z0-9]+){0,4}", fullmatch=True)


@given(CHANNELS)
def test_a_channel_is_found_by_what_alexa_calls_it(name):
    assert "".join(spoken_channel(tuple(aloud(name).split()))) == "".join(channel_words(name))


@given(st.text(max_size=80))
def test_any_name_can_be_taken_apart(name):
    person = Person("U1", name, name[::-1], name)
    for form in (*forms_of(person), handle_of(person), channel_words(name)):
        assert all(word and word == word.strip() for word in form)


def test_data_is_written_as_words_are_compared():
    for name, others in nicknames().items():
        assert name == name.casefold()
        assert name not in others
    assert all(word.isalpha() and word == word.casefold() for word in respellings())
    for spelled, short in abbreviations().items():
        assert spelled
        assert abbreviated(spelled) == short
