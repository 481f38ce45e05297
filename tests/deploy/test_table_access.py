"""Each role reaches only the part of the table that its function needs.

Nothing that runs on one machine enforces dynamodb:LeadingKeys, so the clients of the functions do
here, by the very statements that are deployed.
"""

import contextlib
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world import in_process
from local.world.aws.table_access import GuardedClient, NotAllowed, Refusals, TableAccess, access_of
from local.world.played import world_for
from tests.deploy.reading import FUNCTIONS, Template, listed, properties

READ, WRITE, REMOVE = ("GetItem", "BatchGetItem", "Query"), ("PutItem", "UpdateItem"), "DeleteItem"
EVERYWHERE = {"PROFILE", "LINK", "SPEAKER", "UNHEARD", "LATE", "READ"}
EVERYWHERE |= {"TEAM", "ACTIVE", "CONVERSATION", "APP"}
TO_THE_VOICE = {"ACCESS", "ACCOUNT"}
OF_THE_VOICE = {"CHOICE", "HOUSEHOLD"}
NOTED_BY_THE_VOICE = {"AUDIT"}
OF_ACCOUNTS = TO_THE_VOICE | OF_THE_VOICE | NOTED_BY_THE_VOICE
OF_ACCOUNTS |= {"USES", "IDENTITY", "TOKEN", "REFRESH", "CODE", "FAMILY", "LINKING", "LEAVING"}
EVERYWHERE |= OF_ACCOUNTS
WITHOUT = {
    "skill": {
        "GetItem": {"APP"} | OF_ACCOUNTS - TO_THE_VOICE - OF_THE_VOICE,
        "PutItem": {"PROFILE", "TEAM", "ACTIVE", "CONVERSATION", "APP"}
        | OF_ACCOUNTS - OF_THE_VOICE - NOTED_BY_THE_VOICE,
        "DeleteItem": {"PROFILE", "TEAM", "ACTIVE", "CONVERSATION", "APP"}
        | OF_ACCOUNTS - OF_THE_VOICE,
    },
    "post": {
        "GetItem": {"SPEAKER", "UNHEARD", "LATE", "APP"} | OF_ACCOUNTS,
        "PutItem": {"SPEAKER", "APP"} | OF_ACCOUNTS,
        "DeleteItem": EVERYWHERE - {"LINK", "ACTIVE"},
    },
    "receive": {
        "GetItem": {"LINK", "SPEAKER", "UNHEARD", "LATE", "ACTIVE"} | OF_ACCOUNTS,
        "PutItem": {"LINK", "SPEAKER"} | OF_ACCOUNTS,
        "DeleteItem": EVERYWHERE - {"ACTIVE"},
    },
    "refresh": {
        "GetItem": {"SPEAKER", "UNHEARD", "LATE", "APP"} | OF_ACCOUNTS,
        "PutItem": {"SPEAKER", "APP"} | OF_ACCOUNTS,
        "DeleteItem": EVERYWHERE - {"LINK", "TEAM", "ACTIVE"},
    },
}
"""What each function cannot do, by the fronts of keys; strangers reach receive."""


def statements(template: Template, function: str) -> list[dict[str, Any]]:
    (policy,) = properties(template, f"{function.capitalize()}Role")["Policies"]
    found: list[dict[str, Any]] = policy["PolicyDocument"]["Statement"]
    return found


def on_the_table(template: Template, function: str) -> list[dict[str, Any]]:
    return [
        statement
        for statement in statements(template, function)
        if any(action.startswith("dynamodb:") for action in listed(statement["Action"]))
    ]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_statement_on_the_table_names_leading_keys(template: Template, function: str):
    for statement in on_the_table(template, function):
        condition = statement["Condition"]
        assert set(condition) == {"ForAllValues:StringLike", "Null"}
        # Of no keys at all, all are allowed ones: they have to be there.
        assert condition["Null"] == {"dynamodb:LeadingKeys": "false"}
        patterns = condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
        assert all(pattern.endswith("#*") and pattern[:-2] in EVERYWHERE for pattern in patterns)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_only_the_local_cloud_which_knows_no_leading_keys_asks_for_none(
    template: Template, local_template: Template, function: str
):
    theirs, ours = on_the_table(local_template, function), on_the_table(template, function)
    assert [statement["Condition"]["Null"] for statement in theirs] == [
        {"dynamodb:LeadingKeys": "true"}
    ] * len(ours)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_worlds_enforce_is_what_is_deployed(template: Template, function: str):
    assert access_of(function) == TableAccess.of(statements(template, function))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_no_function_reaches_all_of_the_table(template: Template, function: str):
    access = TableAccess.of(statements(template, function))
    for actions, most in ((READ, "GetItem"), (WRITE, "PutItem"), ((REMOVE,), "DeleteItem")):
        for action in actions:
            denied = {prefix for prefix in EVERYWHERE if not access.allows(action, f"{prefix}#x")}
            assert denied == WITHOUT[function][most]


def test_a_story_through_all_functions_needs_nothing_that_is_not_deployed(
    template: Template, monkeypatch: pytest.MonkeyPatch
):
    deployed = {name: TableAccess.of(statements(template, name)) for name in FUNCTIONS}
    monkeypatch.setattr(in_process, "access_of", deployed.__getitem__)
    with world_for(Setting()) as world:
        world.say("tell slack to send hello")
        world.write("kevin", "#general", "hi there")
        world.settle()
        assert "hi there" in (world.say("ask slack for replies").heard or "")
        world.say("ask slack to react with tada")
        world.say("tell slack to schedule lunch to general at five")
        world.say("yes")
        world.say("ask slack to unsend that")
        world.revoke()
        world.say("tell slack to send held for a while")
        world.relink()
        world.advance(700)
        assert [post.text for post in world.posts("#general")][-1] == "held for a while"


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_world_whose_function_reaches_too_far_fails(
    function: str, monkeypatch: pytest.MonkeyPatch
):
    def narrowed(name: str) -> TableAccess:
        access = access_of(name)
        if name != function:
            return access
        return TableAccess({action: frozenset({"LATE#*"}) for action in access.allowed})

    monkeypatch.setattr(in_process, "access_of", narrowed)
    with pytest.raises(AssertionError, match=f"does not allow: .*{function} "):
        play_a_story(linked=function != "refresh")


def play_a_story(*, linked: bool) -> None:
    with world_for(Setting(), linked=linked) as world, contextlib.suppress(NotAllowed):
        world.write("kevin", "#general", "hi")
        world.say("tell slack to send hello")
        world.advance(300)


@pytest.mark.parametrize(
    ("operation", "request_"),
    [
        ("get_item", {"Key": {"pk": {"S": "LINK#a"}, "sk": {"S": "x"}}}),
        ("put_item", {"Item": {"pk": {"S": "LINK#a"}, "sk": {"S": "x"}}}),
        ("query", {"ExpressionAttributeValues": {":partition": {"S": "LINK#a"}}}),
        ("batch_get_item", {"RequestItems": {"t": {"Keys": [{"pk": {"S": "LINK#a"}}]}}}),
        ("transact_write_items", {"TransactItems": [{"Put": {"Item": {"pk": {"S": "LINK#a"}}}}]}),
        (
            "transact_write_items",
            {"TransactItems": [{"ConditionCheck": {"Key": {"pk": {"S": "T"}}}}]},
        ),
        ("scan", {"TableName": "t"}),
    ],
)
def test_a_guarded_client_refuses_what_is_not_allowed_and_remembers_it(operation, request_):
    refusals = Refusals()
    narrow = TableAccess({"GetItem": frozenset({"TEAM#*"})})

    class Untouched:
        def __getattr__(self, name: str) -> Any:
            return lambda **_request: pytest.fail(f"{name} went through")

    client = GuardedClient(Untouched(), "receive", narrow, refusals)
    with pytest.raises(NotAllowed, match="receive"):
        getattr(client, operation)(**request_)
    with pytest.raises(AssertionError, match=r"roles\.yml"):
        refusals.check()
