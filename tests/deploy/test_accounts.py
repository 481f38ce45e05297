"""What is deployed for several people, and that an owner alone gets none of it."""

from collections.abc import Callable
from typing import Any

import pytest

from bridge.accounts.routes import PATHS
from bridge.settings.authorize import AuthorizeSettings
from local.world.aws.table_access import TableAccess, access_for_several, statements_of
from tests.deploy.reading import FUNCTIONS, Template, function, listed, of_type, properties, text
from tests.deploy.test_alarms import alarms, counted_by, of_function

GIVEN = {"accounts": "yes", "slackClientId": "1.2", "alexaVendorIds": "M1,M2"}
ONLY_FOR_SEVERAL = ("Authorize", "Accounts", "TokenKey", "WellKnown")


@pytest.fixture
def several(compiled: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    return compiled(**GIVEN)


def test_an_owner_alone_gets_nothing_of_it(template: Template):
    assert not [
        name for name in template["Resources"] if any(part in name for part in ONLY_FOR_SEVERAL)
    ]
    routes = {route["RouteKey"] for route in of_type(template, "AWS::ApiGatewayV2::Route").values()}
    assert routes == {"POST /slack/events"}


def test_the_function_is_given_the_very_variables_that_it_reads(several):
    given = function(several, "authorize")["Environment"]["Variables"]
    assert set(given) == {*AuthorizeSettings.VARIABLES, *AuthorizeSettings.MAY_BE_BLANK}
    settings = AuthorizeSettings.from_environment(
        {name: text(value) for name, value in given.items()}
    )
    assert settings.alexa_vendor_ids == ("M1", "M2")


def test_every_route_that_is_served_is_deployed_and_no_other(several):
    routes = {route["RouteKey"] for route in of_type(several, "AWS::ApiGatewayV2::Route").values()}
    served = {f"{method} {path}" for path, methods in PATHS.items() for method in methods}
    assert routes == {"POST /slack/events", *served}


def test_account_linking_rings_as_the_other_functions_do(several, template):
    names = ("authorize-failed", "authorize-set-aside", "authorize-errors", "authorize-throttled")
    assert set(alarms(several)) - set(alarms(template)) == {
        counted_by("authorize", "RequestFailed"),
        counted_by("authorize", "SetAside"),
        of_function("authorize", "Errors"),
        of_function("authorize", "Throttles"),
    }
    added = [alarm for alarm in alarms(several).values() if "authorize" in alarm["AlarmName"]]
    assert {alarm["AlarmName"] for alarm in added} == {f"earshot-prod-{name}" for name in names}
    usual = alarms(template)[of_function("skill", "Errors")]
    own = {"AlarmName", "AlarmDescription", "Namespace", "MetricName", "Dimensions"}
    for alarm in added:
        assert {name: alarm[name] for name in usual.keys() - own} == {
            name: usual[name] for name in usual.keys() - own
        }


def test_every_route_is_bounded(several):
    (stage,) = of_type(several, "AWS::ApiGatewayV2::Stage").values()
    bounds = stage["DefaultRouteSettings"]
    assert int(bounds["ThrottlingRateLimit"]) <= 50
    assert int(bounds["ThrottlingBurstLimit"]) <= 100
    routes = of_type(several, "AWS::ApiGatewayV2::Route")
    keys = {route["RouteKey"] for route in routes.values()}
    assert set(stage["RouteSettings"]) == keys
    for key, bound in stage["RouteSettings"].items():
        # CloudFormation hands them on as they are: numbers.
        assert {type(value) for value in bound.values()} == {int}, key
        assert bound["ThrottlingRateLimit"] <= (50 if key == "POST /slack/events" else 20)
        assert bound["ThrottlingBurstLimit"] <= (100 if key == "POST /slack/events" else 50)
    # A stage cannot be told of a route that is not made yet.
    assert set(several["Resources"]["HttpApiStage"]["DependsOn"]) == set(routes)


def test_events_of_many_links_are_kept_by_a_whole_cpu_and_an_owners_by_less(several, template):
    assert function(several, "receive")["MemorySize"] == 1769
    assert function(template, "receive")["MemorySize"] == 512


def test_account_linking_reads_no_message_and_no_word_that_was_spoken(several):
    access = TableAccess.of(statements_of("authorize", several["Resources"]))
    for front in ("CONVERSATION", "UNHEARD", "READ", "LINK", "SPEAKER", "ACTIVE", "LATE", "CHOICE"):
        for action in ("GetItem", "Query", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem"):
            assert not access.allows(action, f"{front}#x")


@pytest.mark.parametrize("name", ["skill", "receive"])
def test_neither_the_voice_nor_whom_strangers_reach_can_open_a_token(several, name):
    access = TableAccess.of(statements_of(name, several["Resources"]))
    assert not access.allows("GetItem", "TOKEN#x")
    actions = {
        action
        for statement in statements_of(name, several["Resources"])
        for action in listed(statement["Action"])
        if text(listed(statement["Resource"])[0]).startswith("TokenKey")
    }
    assert actions == set()


@pytest.mark.parametrize("name", [*FUNCTIONS, "authorize"])
def test_what_worlds_enforce_is_what_is_deployed(several, name):
    assert access_for_several(name) == TableAccess.of(statements_of(name, several["Resources"]))


@pytest.mark.parametrize("name", ["authorize", "post", "refresh"])
def test_the_key_is_used_for_tokens_of_links_alone(several, name):
    (statement,) = [
        statement
        for statement in statements_of(name, several["Resources"])
        if text(listed(statement["Resource"])[0]).startswith("TokenKey")
    ]
    assert sorted(statement["Action"]) == ["kms:Decrypt", "kms:Encrypt"]
    condition = statement["Condition"]
    assert condition["ForAllValues:StringEquals"] == {"kms:EncryptionContextKeys": ["link"]}
    assert condition["Null"] == {"kms:EncryptionContextKeys": "false"}


def test_the_key_outlives_the_stack_as_the_table_does_and_is_renewed(several):
    assert several["Resources"]["TokenKey"]["DeletionPolicy"] == "Retain"
    assert properties(several, "TokenKey")["EnableKeyRotation"] is True
