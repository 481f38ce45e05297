"""Amazon's schema, as it is used here, refuses what it should."""

import copy
import json
from pathlib import Path

import pytest

from local.interaction_model.smapi_schema import (
    SchemaMissing,
    complaints,
    find_spec,
    validator,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def judge():
    return validator(find_spec(ROOT))


@pytest.fixture
def model():
    text = (ROOT / "interaction_models" / "en-US.json").read_text(encoding="utf-8")
    return copy.deepcopy(json.loads(text))["interactionModel"]


def test_a_missing_key_is_found(judge, model):
    del model["languageModel"]["invocationName"]
    (complaint,) = complaints({"interactionModel": model}, judge)
    assert "'invocationName' is a required property" in complaint


def test_a_misspelt_key_is_found_with_its_place(judge, model):
    model["languageModel"]["intents"][1]["sample"] = []
    (complaint,) = complaints({"interactionModel": model}, judge)
    assert complaint.startswith("$.interactionModel.languageModel.intents[1]: ")
    assert "'sample'" in complaint


def test_values_need_no_synonyms_but_empty_ones_are_an_error(judge, model):
    value = {"name": {"value": "general"}}
    model["languageModel"]["types"] = [{"name": "CHANNEL", "values": [value]}]
    assert complaints({"interactionModel": model}, judge) == []
    value["name"]["synonyms"] = []
    assert len(complaints({"interactionModel": model}, judge)) == 1


def test_the_package_is_found_from_a_folder_below(tmp_path):
    spec = tmp_path / "node_modules" / "ask-smapi-model" / "spec.json"
    spec.parent.mkdir(parents=True)
    spec.write_text("{}")
    inside = tmp_path / "deep" / "inside"
    inside.mkdir(parents=True)
    assert find_spec(inside) == spec


def test_without_the_package_it_says_what_to_run(tmp_path):
    with pytest.raises(SchemaMissing, match=r"run make install\."):
        find_spec(tmp_path)
