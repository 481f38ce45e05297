"""Words become SSML in one place, and every locale has every sentence."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given, strategies as st

from postbox.outbox.receipt import FailureReason
from skill.alexa import owner_guard
from skill.intents.messages import delivery_status
from skill.intents.session import unsupported
from skill.intents.settings import preferences
from skill.outbox.reasons import ENDINGS
from skill.reading.planning.scope import NOTHING
from skill.reading.preferences import KINDS
from skill.rendering.choices import Saying
from skill.speech.phrases import LOCALES, Phrases
from skill.speech.ssml import to_ssml

SKILL = Path(__file__).parents[3] / "skill"
KEY = re.compile(
    r"""phrases(?:\.say|\.plain)?[\[(]\s*["'](\w+)["'](?: if .*? else ["'](\w+)["'])?"""
)
CHOSEN = re.compile(r"""key = ["'](\w+)["'](?: if .*? else ["'](\w+)["'])?""")
AT_A_QUESTION = re.compile(r"""(?:_explained\(|_said\(|dropped=|dropped: str = )["'](\w+)["']""")
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
    said = Phrases("en-US").say("sent", conversation="R&D <core>")
    assert said == "Sent to R&amp;D &lt;core&gt;."


def test_braces_in_a_name_are_no_placeholder():
    assert Phrases("en-US").say("sent", conversation="{reason}") == "Sent to {reason}."


@pytest.mark.parametrize(
    ("asked", "used"), [("en-US", "en-US"), ("en-GB", "en-US"), ("xx-XX", "en-US"), ("", "en-US")]
)
def test_a_locale_falls_back_to_its_language_and_then_to_english(asked, used):
    assert Phrases(asked).locale == used


def _used_keys() -> set[str]:
    keys = {f"reason_{reason}" for reason in FailureReason}
    endings = {ending for ending in ENDINGS.values() if ending} | {"_other", "_react_direct"}
    keys |= {f"{how}{ending}" for how in ("not_done", "not_confirmed") for ending in endings}
    keys |= set(preferences.RATE_SENTENCES.values())
    keys |= set(preferences.READ_BACK_SENTENCES.values())
    keys |= {f"preference_{kind}_{saying}" for kind in KINDS for saying in Saying}
    keys |= {
        *NOTHING.values(),
        *unsupported.SENTENCES.values(),
        "a_message_to_the_group_with",
        "myself_that",
    }
    keys |= {*delivery_status.SENTENCES.values(), delivery_status.UNSENT, delivery_status.WAITS}
    keys |= {f"{verb}{more}" for verb in ("says", "does") for more in ("_in", "_when", "_in_when")}
    for path in SKILL.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named = (*KEY.finditer(text), *CHOSEN.finditer(text), *AT_A_QUESTION.finditer(text))
        for found in named:
            keys |= {key for key in found.groups() if key}
    keys |= {owner_guard.STRANGER, owner_guard.UNKNOWN_VOICE}
    return keys | {"welcome_reprompt", "anything_else_reprompt"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_locale_has_exactly_the_sentences_that_are_used(path):
    assert set(json.loads(path.read_text(encoding="utf-8"))) == _used_keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_locale_fills_in_the_same_words(path):
    english = json.loads((LOCALES / "en-US.json").read_text(encoding="utf-8"))
    for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
        assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", english[key]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_are_short(path):
    for key, sentence in json.loads(path.read_text(encoding="utf-8")).items():
        assert len(sentence) <= 180, key
