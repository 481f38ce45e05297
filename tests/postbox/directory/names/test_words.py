"""Text as words: how they are compared, and where they stand."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.words import fold, key, parts, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kevin", "kevin"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("we're", "were"),
        ("José", "jose"),
        ("Muñoz", "munoz"),
        ("Ångström", "angstrom"),
        ("Søren", "soren"),
        ("Łukasz", "lukasz"),
        ("Straße", "strasse"),
        ("Ægir", "aegir"),
        ("İstanbul", "istanbul"),
        ("ﬁn", "fin"),
        ("李小龙", "李小龙"),
        ("٣", "٣"),
    ],
)
def test_case_accents_and_apostrophes_make_no_difference(written, folded):
    assert fold(written) == folded


def test_composed_and_decomposed_letters_are_the_same():
    assert fold("Zo\u00eb") == fold("Zoe\u0308") == "zoe"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("", []),
        (" … !? ", []),
        ("don't stop, Ana's here", ["dont", "stop", "anas", "here"]),
        ("co-worker", ["co", "worker"]),
        ("eng_infra", ["eng", "infra"]),
        ("42% of q3", ["42", "of", "q3"]),
        ("'quoted'", ["quoted"]),
    ],
)
def test_words_are_what_stands_between_the_signs(text, spoken):
    assert [word.spoken for word in words(text)] == spoken


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kevin.park2", ["kevin", "park", "2"]),
        ("q3planning", ["q", "3", "planning"]),
        ("Jean-Luc", ["jean", "luc"]),
        ("__", []),
    ],
)
def test_in_a_written_name_digits_stand_apart(name, found):
    assert parts(name) == found


def test_words_run_together_are_one():
    assert key(["dev", "ops"]) == key(["devops"]) == "devops"


@given(st.text())
def test_each_word_is_where_it_says_and_none_overlaps_another(text):
    found = words(text)
    for word in found:
        assert fold(text[word.start : word.end]) == word.spoken
    places = [place for word in found for place in (word.start, word.end)]
    assert places == sorted(places)


@given(st.text())
def test_what_was_folded_stays_as_it_is(text):
    for word in words(text):
        assert fold(word.spoken) == word.spoken


@given(st.text(alphabet="abcxyz'’ éüñçø-_ 12"))
def test_capitals_say_nothing_about_a_word(text):
    for word in words(text):
        assert fold(word.spoken.upper()) == word.spoken
