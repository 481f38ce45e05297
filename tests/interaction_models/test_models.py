"""The interaction models are such that Alexa builds them and the skill answers them."""

import json
from pathlib import Path

import pytest

from local.interaction_model import InteractionModel, check
from local.interaction_model.__main__ import main
from local.interaction_model.smapi_schema import (
    SchemaMissing,
    complaints,
    find_spec,
    validator,
)
from skill.intents.messages import send_message
from skill.intents.registry import INTENTS

ROOT = Path(__file__).parents[2]
MODELS = sorted((ROOT / "interaction_models").glob("*.json"))

pytestmark = pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)


def test_alexa_builds_it_and_only_its_name_of_one_word_keeps_it_from_certification(path):
    findings = check(json.loads(path.read_text(encoding="utf-8")), locale=path.stem)
    assert [str(finding) for finding in findings if not finding.warning] == []
    warned = [finding.path for finding in findings if finding.warning]
    assert warned == ["interactionModel.languageModel.invocationName"]


def test_amazons_schema_takes_it(path):
    try:
        judge = validator(find_spec(ROOT))
    except SchemaMissing as missing:
        pytest.fail(str(missing))
    assert complaints(json.loads(path.read_text(encoding="utf-8")), judge) == []


def test_it_has_the_intents_that_the_skill_answers(path):
    assert set(InteractionModel.load(path).intents) == set(INTENTS)


def test_the_slot_that_the_skill_asks_for_is_in_the_dialog(path):
    dialog = InteractionModel.load(path).dialog
    assert send_message.SLOT in dialog[send_message.INTENT]


@pytest.mark.parametrize(
    ("intent", "slot"),
    [
        ("SendMessageIntent", "message"),
        ("TellIntent", "message"),
        ("ChangeMessageIntent", "message"),
        ("AddToMessageIntent", "message"),
        ("RecipientIntent", "recipient"),
    ],
)
def test_what_can_be_asked_for_is_in_the_dialog_and_alexa_never_asks_by_herself(path, intent, slot):
    dialog = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["dialog"]
    (found,) = [listed for listed in dialog["intents"] if listed["name"] == intent]
    assert found["delegationStrategy"] == "SKILL_RESPONSE"
    assert slot in {required["name"] for required in found["slots"]}
    assert not any(required["elicitationRequired"] for required in found["slots"])


def test_the_command_line_finds_it_fine(path, capsys):
    assert main([str(path)]) == 0
    assert capsys.readouterr().out.startswith(f"{path}: fine, ")
