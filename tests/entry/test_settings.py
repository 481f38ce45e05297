"""A function that lacks a setting says which, and how to mend it."""

import pytest

from bridge import post_lambda, receive_lambda, refresh_lambda
from bridge.settings import PostSettings, ReceiveSettings, RefreshSettings
from local.world.moto_cloud import moto_cloud
from mailbox.settings import SettingMissing
from skill import alexa_lambda
from skill.settings import SkillSettings

FUNCTIONS = {
    "skill": (alexa_lambda.create_handler, SkillSettings),
    "post": (post_lambda.create_handler, PostSettings),
    "receive": (receive_lambda.create_handler, ReceiveSettings),
    "refresh": (refresh_lambda.create_handler, RefreshSettings),
}
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


@pytest.mark.parametrize("value", ["soon", "0", "-5", "nan", "inf"])
@pytest.mark.parametrize("function", ["skill", "post", "refresh"])
def test_an_age_that_is_no_number_of_seconds_is_named(function, value):
    create, _ = FUNCTIONS[function]
    with pytest.raises(SettingMissing, match="EARSHOT_MAX_MESSAGE_AGE"):
        create(environment() | {"EARSHOT_MAX_MESSAGE_AGE": value})


@pytest.mark.parametrize("value", ["true", "1", "on", "nope"])
def test_a_choice_that_is_neither_yes_nor_no_is_named(value):
    with pytest.raises(SettingMissing, match="EARSHOT_ALEXA_LOOPBACK must be"):
        alexa_lambda.create_handler(environment() | {"EARSHOT_ALEXA_LOOPBACK": value})
