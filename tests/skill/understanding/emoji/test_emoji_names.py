"""What people call emoji, and what Slack calls them."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from skill.understanding.emoji import emoji_names
from skill.understanding.emoji.emoji_names import emoji_named

MODELS = sorted((Path(__file__).parents[4] / "interaction_models").glob("*.json"))


@pytest.mark.parametrize(
    ("spoken", "name"),
    [
        ("thumbs up", "+1"),
        ("a thumbs up", "+1"),
        ("plus one", "+1"),
        ("+1", "+1"),
        ("thumbs down", "-1"),
        ("party popper", "tada"),
        ("tada", "tada"),
        ("ta da", "tada"),
        ("a heart", "heart"),
        ("heart emoji", "heart"),
        ("the heart please", "heart"),
        ("red heart", "heart"),
        ("hundred", "100"),
        ("one hundred", "100"),
        ("100", "100"),
        ("face with tears of joy", "joy"),
        ("thinking face", "thinking_face"),
        ("Thinking", "thinking_face"),
        ("first place medal", "first_place_medal"),
        ("flag of germany", "de"),
        ("france flag", "fr"),
        ("flag of austria", "flag-at"),
        ("face-palm", "face_palm"),
        ("OK hand", "ok_hand"),
    ],
)
def test_an_emoji_has_the_names_that_people_give_it(spoken, name):
    assert emoji_named(spoken, "en-US") == name


@pytest.mark.parametrize(
    "spoken", ["", "  ", "purple cow", "the", "emoji", "heart attack", "🎉", "ship parrot"]
)
def test_what_is_none_of_its_names_is_none(spoken):
    assert emoji_named(spoken, "en-US") is None


def test_a_workspaces_own_emoji_are_known_where_they_were_seen():
    assert emoji_named("ship parrot", "en-US", ["tada", "ship_parrot"]) == "ship_parrot"
    assert emoji_named("a shipparrot", "en-US", ["shipparrot"]) == "shipparrot"
    assert emoji_named("ship parrot", "en-US", ["party_parrot"]) is None


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_every_emoji_of_a_model_is_one_by_all_of_its_names(path):
    model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
    (emoji,) = [slot_type for slot_type in model["types"] if slot_type["name"] == "EMOJI"]
    for value in emoji["values"]:
        names = [value["name"]["value"], *value["name"].get("synonyms", [])]
        found = {emoji_named(name, path.stem) for name in names}
        assert len(found) == 1, names
        assert None not in found, names


@pytest.mark.parametrize(
    "path",
    sorted((Path(emoji_names.__file__).parent / "locales").iterdir()),
    ids=lambda path: path.stem,
)
def test_every_word_of_a_locale_is_for_one_emoji_that_slack_has(path):
    listed = json.loads(path.read_text(encoding="utf-8"))
    words = [word for listing in listed.values() for word in listing]
    assert len(words) == len(set(words))
    slacks = {name for name, _ in emoji_names._names(path.stem)}
    assert set(listed) <= slacks


@given(st.text(max_size=40))
def test_any_words_are_an_emoji_or_none(spoken):
    found = emoji_named(spoken, "en-US")
    assert found is None or found.strip(":") == found
