"""Message text and tokens are never logged, and no token travels on the queue."""

import logging
from functools import cache
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

from bridge import post_lambda, receive_lambda, refresh_lambda
from deploy.packages import ROOT
from local.conversations.steps import Setting
from local.echo.requests import ACCESS_TOKEN
from local.world.aws.moto_cloud import TABLE, moto_cloud
from local.world.in_process import SERVICES
from local.world.played import world_for
from postbox.outbox.commands import CommandKind
from postbox.store.table import Table
from skill import alexa_lambda
from tests.delivery.actions.conftest import Scene
from tests.entry.door.log_lines import as_in_a_lambda

WORDS = ["crimson walrus", "velvet tornado", "marble giraffe"]
CREATED = {
    "skill": alexa_lambda.create_handler,
    "post": post_lambda.create_handler,
    "receive": receive_lambda.create_handler,
    "refresh": refresh_lambda.create_handler,
}
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


KINDS = ("ADD_REACTION", "UPDATE_MESSAGE", "SCHEDULE_MESSAGE", "MARK_READ")


@pytest.mark.parametrize("fault", [None, "invalid_name", *FAULTS])
def test_nothing_of_actions_but_ids_and_kinds_is_logged(fault, caplog, capsys):
    with world_for(Setting(), loud=True) as world:
        scene = Scene(world, Table(world.parts.cloud.client("dynamodb"), TABLE))
        ts = scene.post("marble giraffe")
        if fault:
            for method in ("reactions.add", "chat.update", "chat.scheduleMessage"):
                world.fail(fault, method)
        scene.do(CommandKind.ADD_REACTION, ts=ts, emoji="shipit_squirrel")
        scene.do(CommandKind.UPDATE_MESSAGE, ts=ts, text="crimson walrus")
        later = float(int(scene.clock()) + 60)
        scene.do(CommandKind.SCHEDULE_MESSAGE, text="velvet tornado", post_at=later)
        scene.do(CommandKind.MARK_READ, ts=ts)
        world.advance(1500)
        world.say("open slack")
        secrets = [world.token, world.parts.workspace.signing_secret]
    everything = logged(caplog) + capsys.readouterr().out
    assert all(f"'kind': <CommandKind.{kind}" in everything for kind in KINDS)
    assert "Action" in everything
    for text in [*WORDS, "shipit_squirrel", *secrets]:
        assert text not in everything


@pytest.mark.parametrize("fault", [None, "500", "html"])
def test_nothing_of_it_is_logged_at_debug_by_our_libraries_either(fault, caplog, capsys):
    with world_for(Setting(), loud=True) as world:
        for name in (None, *SERVICES):
            caplog.set_level(logging.DEBUG, logger=name)
        world.say("tell slack to send velvet tornado")
        if fault:
            world.fail(fault)
        world.say("tell slack to send crimson walrus")
        world.write("kevin", "#general", "marble giraffe")
        world.advance(600)
        world.say("ask slack for replies")
        world.say("tell slack to schedule crimson walrus to general at five")
        assert world.parts.alexa.asked
        # What a signature is made with and of; and a forged event.
        world.parts.receive({"headers": {"x-slack-signature": "v0=0"}, "body": "marble giraffe"})
        secrets = [world.token, world.parts.workspace.signing_secret, ACCESS_TOKEN]
    everything = logged(caplog) + capsys.readouterr().out
    for service in SERVICES:
        assert any(record.name == service for record in caplog.records)
    for text in [*WORDS, *secrets]:
        assert text not in everything
    assert {record.name.partition(".")[0] for record in caplog.records}.isdisjoint(packed())


def packed() -> set[str]:
    """Return the top names of all packages that a Lambda has beside our own."""
    pinned = {
        line.partition("==")[0]
        for file in (ROOT / "deploy" / "functions").glob("*.txt")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    lambdas_own = {"boto3", "botocore", "s3transfer", "urllib3", "jmespath", "python-dateutil"}
    wanted = set(map(_normal, pinned | lambdas_own))
    distributions = packages_distributions()
    return {top for top, owners in distributions.items() if wanted & set(map(_normal, owners))}


def _normal(name: str) -> str:
    return name.replace("_", "-").lower()


@cache
def logging_packages() -> list[str]:
    """Return those of them whose source asks for a logger."""
    return sorted(name for name in packed() if any(map(_asks_for_a_logger, sources(name))))


def sources(package: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return []
    path = Path(spec.origin)
    return list(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]


def _asks_for_a_logger(path: Path) -> bool:
    return "getLogger(" in path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("function", SERVICES)
def test_every_function_silences_its_libraries_at_its_start(function):
    loggers = [logging.getLogger(name) for name in logging_packages()]
    for logger in loggers:
        logger.setLevel(logging.NOTSET)
    with moto_cloud(lambda: 0.0) as cloud:
        environment = cloud.environment("http://127.0.0.1:9/api/", "general", 900)
        CREATED[function](environment, client=cloud.client)
    assert [logger.name for logger in loggers if logger.isEnabledFor(logging.CRITICAL)] == []
    assert {"boto3", "botocore", "slack_sdk", "urllib3"} <= set(logging_packages())


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
    attempt = next(vars(record) for record in caplog.records if vars(record).get("ts") == ts)
    answered = next(record for record in caplog.records if record.message == "answered")
    line = as_in_a_lambda(answered)
    assert turn.request["request"]["requestId"] in line
    assert attempt["message_id"] in line
