"""A function that lacks a setting says which, and how to mend it."""

from pathlib import Path

import pytest

from bridge import post_lambda, receive_lambda, refresh_lambda
from bridge.settings.post import PostSettings
from bridge.settings.receive import ReceiveSettings
from bridge.settings.refresh import RefreshSettings
from local.world.aws.moto_cloud import moto_cloud
from postbox.settings import SettingMissing
from skill import alexa_lambda
from skill.settings import SkillSettings

FUNCTIONS = {
    "skill": (alexa_lambda.create_handler, SkillSettings),
    "post": (post_lambda.create_handler, PostSettings),
    "receive": (receive_lambda.create_handler, ReceiveSettings),
    "refresh": (refresh_lambda.create_handler, RefreshSettings),
}
CONFIGURATION = Path(__file__).parents[3] / "docs" / "configuration.md"
CASES = [
    (function, variable)
    for function, (_, settings) in FUNCTIONS.items()
    for variable in settings.VARIABLES
]


def environment() -> dict[str, str]:
    with moto_cloud(lambda: 0.0) as cloud:
        return dict(cloud.environment("http://127.0.0.1:9/api/", "general", 900))


@pytest.mark.parametrize(("function", "variable"), CASES)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_missing_setting_is_named(function, variable, value):
    create, _ = FUNCTIONS[function]
    given = environment() | {variable: value or ""}
    if value is None:
        del given[variable]
    with pytest.raises(SettingMissing, match=f"{variable} is not set. See docs/configuration"):
        create(given)


@pytest.mark.parametrize("value", ["soon", "0", "99.9", "-5", "nan", "inf", "43201"])
@pytest.mark.parametrize("function", ["skill", "post", "refresh"])
def test_an_age_that_is_no_number_of_seconds_within_bounds_is_named(function, value):
    create, _ = FUNCTIONS[function]
    with pytest.raises(SettingMissing, match="EARSHOT_MAX_MESSAGE_AGE"):
        create(environment() | {"EARSHOT_MAX_MESSAGE_AGE": value})


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "²"])
def test_a_number_of_times_that_is_none_is_named(value):
    with pytest.raises(SettingMissing, match="EARSHOT_SUMMARIES_PER_DAY is not a whole number"):
        alexa_lambda.create_handler(environment() | {"EARSHOT_SUMMARIES_PER_DAY": value})


@pytest.mark.parametrize("value", ["arn:aws:bedrock:us-east-1::foundation-model/x", "a b", "../x"])
def test_what_is_no_models_id_is_named(value):
    with pytest.raises(SettingMissing, match="EARSHOT_SUMMARY_MODEL is not the id of a model"):
        alexa_lambda.create_handler(environment() | {"EARSHOT_SUMMARY_MODEL": value})


@pytest.mark.parametrize("value", ["", " ", "amazon.nova-lite-v1:0", "us.amazon.nova-lite-v1:0"])
def test_a_model_may_be_set_or_not(value):
    found = SkillSettings.from_environment(environment() | {"EARSHOT_SUMMARY_MODEL": value})
    assert found.summary_model == value.strip()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_setting_is_documented(function):
    _, settings = FUNCTIONS[function]
    documented = CONFIGURATION.read_text(encoding="utf-8")
    for variable in (*settings.VARIABLES, *getattr(settings, "MAY_BE_BLANK", ())):
        assert f"| `{variable}`" in documented


@pytest.mark.parametrize("value", ["true", "1", "on", "nope"])
def test_a_choice_that_is_neither_yes_nor_no_is_named(value):
    with pytest.raises(SettingMissing, match="EARSHOT_ALEXA_LOOPBACK must be"):
        alexa_lambda.create_handler(environment() | {"EARSHOT_ALEXA_LOOPBACK": value})
