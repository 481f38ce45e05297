"""What cannot work is refused in a sentence before anything is packed or deployed."""

from typing import Any

import pytest

from deploy import osls
from deploy.settings import Refused, check
from deploy.template import compile_template
from tests.deploy.reading import FUNCTIONS, Template, function

PARAMETERS = {
    "maxMessageAge": "900",
    "oldestMessageAlarm": "300",
    "eventsPerSecond": "50",
    "eventsAtOnce": "100",
    "linkingPerSecond": "5",
    "linkingAtOnce": "20",
    "tokensPerSecond": "20",
    "tokensAtOnce": "50",
    "skillConcurrency": None,
    "postConcurrency": None,
    "receiveConcurrency": None,
    "refreshConcurrency": None,
}


@pytest.fixture
def functions(template: Template) -> dict[str, dict[str, Any]]:
    return {name: dict(function(template, name)["Environment"]["Variables"]) for name in FUNCTIONS}


def refusal(functions: dict[str, dict[str, Any]], **changed: str | None) -> str:
    with pytest.raises(Refused) as refused:
        check(functions, PARAMETERS | changed)
    return str(refused.value)


def test_the_defaults_can_be_deployed(functions):
    check(functions, PARAMETERS)


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("MAX_MESSAGE_AGE", "99", "maxMessageAge must be from 100 to 43200 seconds"),
        ("MAX_MESSAGE_AGE", "86400", "maxMessageAge must be from 100 to 43200 seconds"),
        ("MAX_MESSAGE_AGE", "nan", "maxMessageAge must be from 100 to 43200 seconds"),
        ("MAX_MESSAGE_AGE", "1e999", "maxMessageAge must be from 100 to 43200 seconds"),
        ("MAX_MESSAGE_AGE", "soon", "maxMessageAge is not a number of seconds"),
        ("MAX_MESSAGE_AGE", " ", "maxMessageAge is not set"),
        ("UNDO_SECONDS", "9", "undoSeconds must be from 10 to 86400 seconds"),
        ("UNDO_SECONDS", "86401", "undoSeconds must be from 10 to 86400 seconds"),
        ("SUMMARIES_PER_DAY", "1001", "summariesPerDay must be from 0 to 1000"),
        ("SUMMARIES_PER_DAY", "9" * 5000, "summariesPerDay must be from 0 to 1000"),
        ("SUMMARIES_PER_DAY", "a few", "summariesPerDay is not a whole number"),
        ("SUMMARY_MODEL", "a b", "summaryModel is not the id of a model"),
        ("ALEXA_LOOPBACK", "maybe", 'alexaLoopback must be "yes" or "no"'),
    ],
)
def test_a_setting_that_a_function_would_refuse_is_refused_by_its_parameters_name(
    functions, variable, value, sentence
):
    for name in FUNCTIONS:
        if f"EARSHOT_{variable}" in functions[name]:
            functions[name][f"EARSHOT_{variable}"] = value
    said = refusal(functions)
    assert said.startswith(f"The setting {sentence}")
    assert said.endswith("See docs/configuration.md.")


@pytest.mark.parametrize("name", [name for name in PARAMETERS if name != "maxMessageAge"])
@pytest.mark.parametrize("value", ["0", "-1", "1000001", "many"])
def test_a_parameter_of_the_deployment_alone_has_bounds_too(functions, name, value):
    assert f"The setting {name} " in refusal(functions, **{name: value})


@pytest.mark.parametrize(
    "name", ["eventsPerSecond", "linkingAtOnce", "tokensPerSecond", "oldestMessageAlarm"]
)
def test_what_the_deployment_cannot_do_without_is_named(functions, name):
    assert refusal(functions, **{name: None}).startswith(f"The setting {name} is not set.")


@pytest.mark.parametrize("value", ["900", "901"])
def test_an_alarm_that_could_never_ring_is_refused(functions, value):
    assert "must be less than maxMessageAge" in refusal(functions, oldestMessageAlarm=value)


def test_osls_stops_with_the_sentence_and_packs_nothing(tmp_path):
    with pytest.raises(osls.OslsFailed) as failed:
        compile_template(tmp_path, parameters={"maxMessageAge": "90000"})
    assert "The setting maxMessageAge must be from 100 to 43200 seconds." in str(failed.value)
    assert list(tmp_path.iterdir()) == []
