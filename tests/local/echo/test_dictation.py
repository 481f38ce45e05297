"""What is dictated arrives as it was said."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from local.echo import Echo, Turn
from local.echo.words import words
from local.interaction_model import InteractionModel

MODEL = InteractionModel.load(
    Path(__file__).parents[3] / "interaction_models" / "en-US.json",
)
CARRIER = "tell slack to send "
_GO_ON = {"a", "the", "this", "it", "that", "them", "again", "my", "something", "message", "new"}
"""Words with which a sample goes on after "send"."""


def echo_of(*, hears_lower_case: bool = False) -> Echo:
    return Echo(
        MODEL,
        lambda _event: {"version": "1.0", "response": {"shouldEndSession": True}},
        lambda: 1_800_000_000.0,
        skill_id="amzn1.ask.skill.test",
        hears_lower_case=hears_lower_case,
    )


ECHO = echo_of()
DEVICE_LIKE = echo_of(hears_lower_case=True)


def message_in(turn: Turn) -> str | None:
    intent = turn.request["request"]["intent"]
    assert intent["name"] == "SendMessageIntent"
    slot = intent["slots"]["message"]
    value: str | None = slot.get("value")
    return value


def without_leading_comma(text: str) -> str:
    bare = text.strip()
    return bare[1:].strip() if bare[:1] in set(",，،、") else bare


def sayable(text: str) -> bool:
    said = words(text)
    return bool(said) and said[0].spoken not in _GO_ON


@given(st.text(min_size=1, max_size=200))
@example("I'm giving the demo now")
@example(", I'm late")
@example("{message} [now] (or|never) <b>&amp;</b> \\ /")
@example("12 ½ ٣ Ⅷ 1.5e3")
@example("İstanbul ﬁx straße")
@example("e\u0301 \u0301x \u200dx")
@example("say send post to ask slack to send")
def test_any_typed_message_arrives_unchanged(text):
    assume(sayable(text))
    assert message_in(ECHO.say(CARRIER + text)) == without_leading_comma(text)


@given(st.lists(st.sampled_from([*sorted(_GO_ON), "slack", "send", "saying", "replies"])))
def test_words_of_the_samples_never_get_lost_in_a_message(rest):
    text = " ".join(["zebras", *rest, "zebras"])
    assert message_in(ECHO.say(CARRIER + text)) == text


@given(st.text(string.printable, min_size=1))
def test_a_device_hands_over_lower_case_words_only(text):
    assume(sayable(text))
    value = message_in(DEVICE_LIKE.say(CARRIER + text))
    assert value is None or (value == value.lower() and not set(value) & set('.,!?;:"\n'))


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("I'm late, sorry!", "i'm late sorry"),
        ("I’m at Kevin’s", "i'm at kevin's"),
        ("Wi-Fi is DOWN...", "wi fi is down"),
    ],
)
def test_as_a_device_hears_it(typed, heard):
    assert message_in(DEVICE_LIKE.say(CARRIER + typed)) == heard


@given(st.text(min_size=1, max_size=100))
def test_every_turn_can_be_written_as_json(text):
    turn = ECHO.say(f"ask slack {text}")
    assert json.loads(json.dumps(turn.as_dict()))["utterance"] == f"ask slack {text}"
