"""Message text and tokens are never logged, and no token travels on the queue."""

import logging

import pytest

from local.conversations.steps import Setting
from local.echo.requests import ACCESS_TOKEN
from local.world.moto_cloud import TABLE
from local.world.playing import world_for
from mailbox.action import ActionKind
from mailbox.table import Table
from tests.delivery.actions.conftest import Scene

WORDS = ["crimson walrus", "velvet tornado", "marble giraffe"]
FAULTS = ["is_archived", "html", "half an answer", "hangs", "account_inactive", "resets"]


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that was logged, with all its fields."""
    return "\n".join(str(vars(record)) for record in caplog.records)


@pytest.mark.parametrize("fault", [None, *FAULTS])
def test_nothing_that_was_said_written_or_secret_is_logged(fault, caplog, capsys):
    with world_for(Setting(), loud=True) as world:
        world.say("tell slack to send velvet tornado")
        if fault:
            world.fail(fault)
        world.say("tell slack to send crimson walrus")
        world.write("kevin", "#general", "marble giraffe")
        world.settle()
        world.say("ask slack for replies")
        world.advance(1500)
        world.say("open slack")
        world.parts.skill({"request": {"type": "IntentRequest", "intent": "crimson walrus"}})
        world.say("tell slack to schedule crimson walrus to general at five")
        assert world.parts.alexa.asked
        secrets = [world.token, world.parts.workspace.signing_secret, ACCESS_TOKEN]
    everything = logged(caplog) + capsys.readouterr().out
    assert "conversation_id" in everything
    assert "PostSucceeded" in everything
    for text in [*WORDS, *secrets]:
        assert text not in everything


@pytest.mark.parametrize("fault", [None, "invalid_name", *FAULTS])
def test_nothing_of_actions_but_ids_and_kinds_is_logged(fault, caplog, capsys):
    with world_for(Setting(), loud=True) as world:
        scene = Scene(world, Table(world.parts.cloud.client("dynamodb"), TABLE))
        ts = scene.post("marble giraffe")
        if fault:
            for method in ("reactions.add", "chat.update", "chat.scheduleMessage"):
                world.fail(fault, method)
        scene.do(ActionKind.REACT, ts=ts, emoji="shipit_squirrel")
        scene.do(ActionKind.EDIT, ts=ts, text="crimson walrus")
        later = float(int(scene.clock()) + 60)
        scene.do(ActionKind.SCHEDULE, text="velvet tornado", post_at=later)
        scene.do(ActionKind.MARK, ts=ts)
        world.advance(1500)
        world.say("open slack")
        secrets = [world.token, world.parts.workspace.signing_secret]
    everything = logged(caplog) + capsys.readouterr().out
    assert all(f"'kind': <ActionKind.{kind}" in everything for kind in ("REACT", "EDIT", "MARK"))
    assert "Action" in everything
    for text in [*WORDS, "shipit_squirrel", *secrets]:
        assert text not in everything


def test_the_table_and_the_queue_hold_no_token(world):
    world.fail("429 for 100 s")
    world.say("tell slack to send hello")
    cloud = world.parts.cloud
    stored = str(cloud.client("dynamodb").scan(TableName=TABLE))
    world.advance(110)
    received = cloud.client("sqs").receive_message(QueueUrl=cloud.outbox_url)
    assert world.token not in stored + str(received)


def test_one_id_leads_from_the_alexa_request_to_the_slack_message(caplog):
    with world_for(Setting(), loud=True) as world:
        turn = world.echo.say("tell slack to send hello")
        ts = world.posts("#general")[0].ts
    attempt = next(vars(each) for each in caplog.records if vars(each).get("ts") == ts)
    answered = next(each for each in caplog.records if each.message == "answered")
    line = as_in_a_lambda(answered)
    assert turn.request["request"]["requestId"] in line
    assert attempt["message_id"] in line


def as_in_a_lambda(record: logging.LogRecord) -> str:
    """The line as CloudWatch gets it, with the keys of its request."""
    handler = logging.getLogger(record.name).handlers[0]
    assert handler.formatter is not None
    return handler.formatter.format(record)
