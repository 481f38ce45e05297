"""Another language is spoken as that where Alexa's voice can."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from skill.speech.ssml import in_language, to_ssml


def test_a_text_in_another_language_is_marked_and_escaped():
    marked = in_language("gut & billig", "de", "en-US")
    assert to_ssml(f"Ana says: {marked} Next") == (
        'Ana says: <lang xml:lang="de-DE">gut &amp; billig</lang> Next'
    )


@pytest.mark.parametrize("language", ["", "en", "ru", "xx"])
def test_the_voices_own_and_what_it_cannot_speak_stay_as_they_are(language):
    assert in_language("words", language, "en-US") == "words"


@given(st.lists(st.text() | st.text().map(lambda text: in_language(text, "fr", "en-US"))))
def test_whatever_is_marked_is_well_formed(parts):
    ElementTree.fromstring(f"<speak>{to_ssml(''.join(parts))}</speak>")


@given(st.text(min_size=1), st.integers(0, 30))
def test_a_mark_that_was_cut_is_well_formed(text, length):
    cut = in_language(text, "fr", "en-US")[:length]
    ElementTree.fromstring(f"<speak>{to_ssml(cut)}</speak>")
