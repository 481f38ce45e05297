"""What is typed arrives as it was typed, and what is spoken is heard as it was meant."""

import re

import pytest
from hypothesis import assume, example, given, strategies as st

from local.echo import ssml
from local.echo.utterances.understanding import Understanding
from local.echo.utterances.words import as_a_device_hears, words
from local.interaction_model import InteractionModel
from skill.speech.ssml import to_ssml

TEXTS = st.text(min_size=1, max_size=60) | st.lists(
    st.sampled_from(
        [
            "running",
            "late",
            "I'm",
            "&",
            "<b>",
            "{message}",
            "[x]",
            "(y|z)",
            "שלום",
            "😀",
            ",",
            "a-b",
        ]
    ),
    min_size=1,
).map(" ".join)


@pytest.fixture(scope="module")
def understanding(model: InteractionModel) -> Understanding:
    return Understanding(model)


@given(TEXTS)
@example("{message}")
@example("e\u0301te\u0301 ß İ")
@example(", , twice")
@example("a\x00b\x1fc")
@example("it’s <here> & [there] (now|then) 50%")
@example("\u202eright to left\u202c")
def test_any_text_after_the_carrier_is_the_message(understanding: Understanding, text: str) -> None:
    assume(words(text))
    utterance = f"tell slack to send {text}"
    meaning = understanding.opening(utterance)
    assert meaning is not None
    # "again" makes "send again", which is a sample of its own.
    assume(meaning.slots)
    assert (meaning.intent, meaning.slots) == (
        "SendMessageIntent",
        {"message": re.sub(r"\A[,，،、]\s*", "", text.strip())},
    )


@given(st.text(max_size=200))
@example("a < b & c > d \"e\" 'f'")
@example("  two\n\nlines\t ")
def test_what_is_escaped_for_speech_is_heard_as_it_was(text: str) -> None:
    spoken = to_ssml(text)
    assert ssml.problems(f"<speak>{spoken}</speak>") == []
    kept = {character for character in text if to_ssml(character)}
    assert ssml.heard(f"<speak>{spoken}</speak>") == " ".join(
        "".join(character for character in text if character in kept).split()
    )


@pytest.mark.parametrize(
    ("markup", "heard"),
    [
        ("<speak>a <sub alias='b c'>x</sub>.</speak>", "a b c."),
        ("<speak><p>One.</p><p>Two.</p></speak>", "One. Two."),
        ("<speak>one<break time='1s'/>two</speak>", "one two"),
        ("<speak>a<audio src='https://x'>not this</audio>b</speak>", "a b"),
        ("<speak>&lt;b&gt; &amp; &#x1F389; &quot;q&quot;</speak>", '<b> & 🎉 "q"'),
        ("<speak><amazon:effect name='whispered'>psst</amazon:effect></speak>", "psst"),
        ("<speak>  a\n\t b  </speak>", "a b"),
        ("<speak/>", ""),
    ],
)
def test_markup_is_heard_without_its_tags(markup: str, heard: str) -> None:
    assert ssml.heard(markup) == heard


def test_what_is_no_markup_cannot_be_heard() -> None:
    with pytest.raises(ValueError, match="not well-formed"):
        ssml.heard("a & b")


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("I'm giving the Demo, now!", "i'm giving the demo now"),
        ("It’s 🎉 <great>", "it's great"),
        ("  C++ & e-mail ", "c e mail"),
        ("🎉", ""),
    ],
)
def test_a_device_hears_neither_capitals_nor_punctuation(typed: str, heard: str) -> None:
    assert as_a_device_hears(typed) == heard


def test_an_echo_can_hear_as_a_device_does(make_echo, skill) -> None:
    make_echo(hears_lower_case=True).say("Tell Slack to send: I'm LATE, sorry.")
    assert skill.last["intent"]["slots"]["message"]["value"] == "i'm late sorry"
