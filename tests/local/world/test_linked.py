"""A linked world that is given back is as one linked anew, with nothing of an earlier one."""

from contextlib import contextmanager
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world import linked
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER, TABLE, TOKEN_PARAMETER
from local.world.played import PlayedInProcess, world_for
from tests.delivery.flaky import Flaky, Trouble

SETTING = Setting(
    people=("Giselle", "Kevin Lee", "Kevin Park"), channels=("general", "random", "ops")
)


def key_of(item: Any) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]


def state(world: PlayedInProcess) -> dict[str, Any]:
    """Return everything that a world holds when it begins."""
    workspace, cloud = world.parts.workspace, world.parts.cloud
    dynamodb, ssm, sqs = (cloud.client(service) for service in ("dynamodb", "ssm", "sqs"))
    queue = sqs.get_queue_attributes(QueueUrl=cloud.outbox_url, AttributeNames=["All"])
    return {
        "table": sorted(dynamodb.scan(TableName=TABLE)["Items"], key=key_of),
        "parameters": [
            ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]
            for name in (TOKEN_PARAMETER, SIGNING_SECRET_PARAMETER)
        ],
        "queue": queue["Attributes"]["ApproximateNumberOfMessages"],
        "people": [repr(person) for person in workspace.people],
        "conversations": [repr(conversation) for conversation in workspace.conversations],
        "messages": [workspace.messages(place) for place in workspace.conversations],
        "calls": dict(workspace.calls),
        "counted": workspace.limits.counted(),
        "token": world.token,
        "clock": world.parts.clock(),
    }


@contextmanager
def linked_anew(setting: Setting):
    linked.forget()
    with world_for(setting) as world:
        yield world


def live_in(world: PlayedInProcess) -> None:
    """Do what leaves something wherever something can be left."""
    world.say("tell slack to send good morning to random")
    world.parts.workspace.archive(world.parts.workspace.find_conversation("#random"))
    world.parts.workspace.deactivate(world.parts.workspace.find_person("Kevin Park"))
    world.advance(400)
    dynamodb = world.parts.cloud.client("dynamodb")
    for item in dynamodb.scan(TableName=TABLE)["Items"]:
        key = {"pk": item["pk"], "sk": item["sk"]}
        dynamodb.update_item(
            TableName=TABLE,
            Key=key,
            UpdateExpression="SET left_behind = :text",
            ExpressionAttributeValues={":text": {"S": "by an earlier world"}},
        )
    dynamodb.delete_item(TableName=TABLE, Key=key)
    dynamodb.put_item(TableName=TABLE, Item={"pk": {"S": "LEFT"}, "sk": {"S": "BEHIND"}})
    world.parts.cloud.put_parameter(TOKEN_PARAMETER, "another")


@pytest.mark.parametrize("setting", [Setting(), SETTING], ids=["usual", "other people"])
def test_what_is_given_back_is_what_linking_leaves(setting):
    with linked_anew(setting) as world:
        anew = state(world)
        live_in(world)
        assert state(world) != anew
    for _ in range(2):
        with world_for(setting) as world:
            assert state(world) == anew
            live_in(world)
    with linked_anew(setting) as world:
        assert state(world) == anew


def test_worlds_that_begin_differently_are_linked_each_for_itself():
    with linked_anew(Setting()) as world:
        usual = state(world)
    with world_for(SETTING) as world:
        other = state(world)
    with world_for(SETTING, environment={"EARSHOT_DEFAULT_CONVERSATION": "ops"}) as world:
        third = state(world)
    assert usual["table"] != other["table"] != third["table"]


def test_a_world_with_clients_of_its_own_is_linked_by_them_and_leaves_nothing_to_others():
    with linked_anew(Setting()) as world:
        anew = state(world)
    linked.forget()
    flaky = Flaky("refresh", "dynamodb", lambda number, operation: Trouble.REFUSED)
    for _ in range(2):
        with world_for(Setting(), clients=flaky.clients) as world:
            assert state(world)["table"] != anew["table"]
    with world_for(Setting()) as world:
        assert state(world) == anew
