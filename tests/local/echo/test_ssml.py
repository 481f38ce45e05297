"""What a device hears in SSML, and which SSML it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.echo import ssml
from skill.speech.ssml import to_plain, to_ssml


def speak(inner: str) -> str:
    return f"<speak>{inner}</speak>"


@pytest.mark.parametrize(
    ("inner", "heard"),
    [
        ("Sent to general.", "Sent to general."),
        ("  Sent \n to\tgeneral. ", "Sent to general."),
        ("Tom &amp; Ana &lt;3 &#128512;", "Tom & Ana <3 😀"),
        ('One.<break time="1s"/>Two.', "One. Two."),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("<s>One.</s><s>Two.</s>", "One. Two."),
        ('<sub alias="aluminium">Al</sub> foil', "aluminium foil"),
        ('a <emphasis level="strong">big</emphasis> one', "a big one"),
        ('<voice name="Joanna">Hi <lang xml:lang="fr-FR">Zoé</lang></voice>', "Hi Zoé"),
        ('<say-as interpret-as="spell-out">abc</say-as>', "abc"),
        ('<audio src="soundbank://soundlibrary/bell"/>Ding', "Ding"),
        ('<amazon:effect name="whispered">psst</amazon:effect>', "psst"),
        ("<!-- not said -->said", "said"),
        ("<![CDATA[<b>]]>", "<b>"),
        ("", ""),
    ],
)
def test_what_is_heard(inner, heard):
    assert ssml.problems(speak(inner)) == []
    assert ssml.heard(speak(inner)) == heard


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("Hello", "not well-formed"),
        ("", "not well-formed"),
        (speak("<b>Hello</b>"), "no tag <b>"),
        (speak("<script>x</script>"), "no tag <script>"),
        (speak("Tom & Ana"), "not well-formed"),
        (speak("1 < 2"), "not well-formed"),
        (speak("&nbsp;"), "not well-formed"),
        (speak("<p>open"), "not well-formed"),
        (speak("bell \x07"), "not well-formed"),
        (speak("\ud83d"), "lone surrogate"),
        (speak(speak("twice")), "inside another tag"),
        ("<p>Hello</p>", "inside <speak>"),
        ('<!DOCTYPE speak [<!ENTITY a "b">]>' + speak("&a;"), "document type"),
        (speak('<break time="11s"/>'), "longer than 10 s"),
        (speak('<break time="10001ms"/>'), "longer than 10 s"),
        (speak('<break time="soon"/>'), "no duration"),
        (speak('<break strength="huge"/>'), "no strength"),
        (speak("<audio/>"), "needs src"),
        (speak('<audio src="http://example.org/a.mp3"/>'), "https://"),
        (speak('<say-as interpret-as="poem">x</say-as>'), "cannot interpret"),
        (speak('<emphasis loud="yes">x</emphasis>'), "takes no loud"),
        (speak("<sub>x</sub>"), "needs alias"),
    ],
)
def test_what_a_device_refuses(markup, problem):
    (complaint, *_) = ssml.problems(markup)
    assert problem in " ".join(ssml.problems(markup)), complaint


@pytest.mark.parametrize("time", ["10s", "10000ms", "0.5s", ".5s", "+2s"])
def test_breaks_up_to_ten_seconds_are_taken(time):
    assert ssml.problems(speak(f'<break time="{time}"/>')) == []


def test_five_sounds_are_taken_and_six_are_not():
    sound = '<audio src="https://example.org/a.mp3"/>'
    assert ssml.problems(speak(sound * 5)) == []
    assert "more than 5" in ssml.problems(speak(sound * 6))[0]


def test_markup_that_is_not_well_formed_is_never_heard_by_halves():
    with pytest.raises(ValueError, match="not well-formed"):
        ssml.heard(speak("half <p>"))


@given(st.text())
def test_a_text_that_was_escaped_is_heard_as_it_was(text):
    markup = to_ssml(text)
    assert ssml.problems(speak(markup)) == []
    assert ssml.heard(speak(markup)) == ssml.folded(to_plain(markup))


@given(st.text(st.characters(exclude_categories=["C"], include_characters="\n\t")))
def test_no_printable_character_is_lost_on_the_way(text):
    assert ssml.heard(speak(to_ssml(text))) == ssml.folded(text)
