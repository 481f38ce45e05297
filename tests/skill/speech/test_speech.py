"""Words become SSML in one place, and every locale has every sentence."""

import json
import re
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given, strategies as st

from skill.speech.languages import UnknownLocale
from skill.speech.phrases import LOCALES, Phrases
from skill.speech.said import say
from skill.speech.ssml import to_ssml
from skill.understanding.language import language
from skill.understanding.times.time_words import time_words

FILES = sorted(LOCALES.glob("*.json"))


@given(st.text())
def test_any_text_becomes_well_formed_ssml(text):
    ElementTree.fromstring(f"<speak>{to_ssml(text)}</speak>")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_what_can_be_said_comes_back_from_ssml(text):
    assert unescape(to_ssml(text)) == text


@pytest.mark.parametrize(
    "mark", "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff"
)
def test_what_turns_the_direction_of_writing_is_not_said(mark):
    assert to_ssml(f"a{mark}b") == "ab"


def test_a_name_with_markup_is_said_as_it_is_written():
    said = say("sent", conversation="R&D <core>")
    assert Phrases("en-US").ssml(said) == "Sent to R&amp;D &lt;core&gt;."


def test_braces_in_a_name_are_no_placeholder():
    assert Phrases("en-US").plain("sent", conversation="{reason}") == "Sent to {reason}."


@pytest.mark.parametrize("asked", ["en-US", "en-GB", "en"])
def test_a_locale_without_sentences_of_its_own_has_those_of_its_language(asked):
    assert Phrases(asked).locale == "en-US"


@pytest.mark.parametrize("asked", ["de-DE", "xx-XX", "", "None"])
def test_a_language_that_is_not_spoken_is_never_taken_for_english(asked):
    with pytest.raises(UnknownLocale):
        Phrases(asked)
    with pytest.raises(UnknownLocale):
        language(asked)
    with pytest.raises(UnknownLocale):
        time_words(asked)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_locale_fills_in_the_same_words(path):
    english = json.loads((LOCALES / "en-US.json").read_text(encoding="utf-8"))
    for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
        assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", english[key]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_are_short(path):
    for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
        assert len(sentence) <= 180, key
