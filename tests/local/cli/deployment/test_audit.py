"""`earshot audit` finds what was neither posted once nor told, and repeats no text."""

import json
import time
from dataclasses import replace

import pytest

from bridge.slack.payloads.shapes import client_msg_id
from local.cli.audit.facts import Finding
from local.cli.audit.paths import attempts_in
from local.cli.audit.stored import findings_in
from local.cli.commands.deployment import audit as command
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from postbox.links.stores.due import due_write
from postbox.links.stores.links import PERSONAL
from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage
from postbox.outbox.held import held_write
from postbox.outbox.notices import notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.receipts import Receipts
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import put
from postbox.store.table import Table
from tests.entry.door.log_lines import as_in_a_lambda
from tests.local.cli.deployment.deployed_world import deployed_world

MESSAGE = SendMessage(
    id="m",
    link_id=PERSONAL,
    team_id="T1",
    conversation_id="C1",
    conversation_name="general",
    spoken_at=100.0,
    locale="en-US",
    text="the soup is ready",
)


@pytest.fixture
def deployed(monkeypatch):
    with deployed_world() as deployed:
        monkeypatch.setattr(command, "deployed_as", lambda stage, region: deployed)
        monkeypatch.setattr(command.time, "time", deployed.world.parts.clock)
        yield deployed


def test_after_a_message_was_posted_all_is_as_promised(earshot, deployed):
    deployed.world.say("tell slack to send the soup is ready")
    found = earshot("audit")
    assert (found.exit_code, found.stdout) == (0, "1 receipts, 0 not as promised.\n")


def test_an_illegal_receipt_is_named_without_its_text_and_fails_the_command(earshot, deployed):
    receipts = Receipts(Table(deployed.client("dynamodb"), deployed.table))
    spoken = replace(MESSAGE, spoken_at=deployed.world.parts.clock())
    before = receipts.open(spoken)
    receipts.save(before, receipt_life.fail(before, FailureReason.ARCHIVED, spoken.spoken_at))
    found = earshot("audit")
    assert found.exit_code == 1
    assert found.stdout.splitlines() == [
        "m  failed  ended badly, and there is no notice of it",
        "1 receipts, 1 not as promised.",
    ]


BROKEN = {
    "wrong types": ({"version": 2, "attempts": "several", "state": 5}, "5"),
    "of a newer version": ({"version": 99, "state": "claimed"}, "claimed"),
    "nothing but a key": ({}, "-"),
}


@pytest.mark.parametrize(("item", "state"), BROKEN.values(), ids=BROKEN)
def test_what_nobody_can_read_is_named_and_hides_nothing_beside_it(earshot, deployed, item, state):
    deployed.world.say("tell slack to send the soup is ready")
    table = Table(deployed.client("dynamodb"), deployed.table)
    at = deployed.world.parts.clock()
    table.apply(put({**keys.sent(PERSONAL, at, "broken"), "text": "the soup", **item}))
    for sort in ("SENT#", "SENT#x", "ACTION#1", "NOTICE#w", "NOTICE#y", "HELD#z"):
        table.apply(put({**keys.key_of(keys.link_partition(PERSONAL), sort), "text": "soup"}))
    found = earshot("audit")
    problem = "cannot be read, and nobody was told"
    assert f"broken  {state}  {problem}" in found.stdout.splitlines()
    assert (found.exit_code, found.stdout.splitlines()[-1]) == (
        1,
        "1 receipts, 8 not as promised.",
    )
    assert "soup" not in found.stdout


@pytest.mark.parametrize("state", ["confirmed", "withdrawn"])
def test_what_a_newer_version_ended_well_is_as_promised(earshot, deployed, state):
    table = Table(deployed.client("dynamodb"), deployed.table)
    key = keys.sent(PERSONAL, deployed.world.parts.clock(), "newer")
    table.apply(put({**key, "version": 99, "state": state}))
    assert earshot("audit").exit_code == 0


def test_where_several_people_linked_each_of_them_is_looked_at(earshot, deployed):
    table = Table(deployed.client("dynamodb"), deployed.table)
    at = deployed.world.parts.clock()
    for link_id in ("link-a", "link-b"):
        table.apply(due_write(link_id, at + 300))
        message = replace(MESSAGE, id=f"of-{link_id}", link_id=link_id, spoken_at=at)
        before = Receipts(table).open(message)
        failed = receipt_life.fail(before, FailureReason.ARCHIVED, at)
        Receipts(table).save(before, failed)
    found = earshot("audit")
    assert found.exit_code == 1
    problem = "ended badly, and there is no notice of it"
    assert found.stdout.splitlines() == [
        f"of-link-a  failed  {problem}",
        f"of-link-b  failed  {problem}",
        "2 receipts, 2 not as promised.",
    ]


def test_a_log_that_tells_something_else_fails_the_command(earshot, deployed, tmp_path):
    deployed.world.say("tell slack to send the soup is ready")
    receipts = Receipts(Table(deployed.client("dynamodb"), deployed.table))
    (receipt,) = receipts.messages(PERSONAL, 5)
    line = {"message": "attempt", "message_id": receipt.command_id, "result": "failed", "ts": None}
    log = tmp_path / "post.log"
    log.write_text(json.dumps(line) + "\n", encoding="utf-8")
    found = earshot("audit", str(log))
    assert (found.exit_code, found.stdout.splitlines()[0]) == (
        1,
        f"{receipt.command_id}  {DeliveryState.CONFIRMED}  the log has it as failed",
    )
    assert "soup" not in found.stdout


def test_the_functions_own_log_is_read_and_its_times(caplog):
    with world_for(Setting(), loud=True) as world:
        world.say("tell slack to send the soup is ready")
        lines = [as_in_a_lambda(one) for one in caplog.records if one.getMessage() == "attempt"]
        attempts = list(attempts_in(lines, json.loads))
        assert [attempt.result for attempt in attempts] == ["confirmed"]
        assert attempts[0].spoken_at == pytest.approx(time.time(), abs=10 * 86_400)
        client, now = world.parts.cloud.client("dynamodb"), time.time()
        assert findings_in(client, TABLE, attempts, world.parts.clock()) == (1, [])
        table = Table(client, TABLE)
        (receipt,) = Receipts(table).messages(PERSONAL, 5)
        table.delete_all([keys.sent(PERSONAL, receipt.spoken_at, receipt.command_id)])
        lost = "the log has it as confirmed, and there is no receipt"
        assert findings_in(client, TABLE, attempts, now) == (
            0,
            [Finding(receipt.command_id, "-", lost)],
        )
        assert findings_in(client, TABLE, attempts, now + keys.FORTNIGHT + 1) == (0, [])


def _as_stored(at):
    message = replace(MESSAGE, spoken_at=at)
    opened = receipt_life.opened(message)
    return message, opened, {**to_record(opened), "expires_at": int(at + keys.FORTNIGHT)}


def _lost_profile(at):
    record = _as_stored(at)[2]
    return [put({**keys.sent("gone", at, "m"), **record, "link_id": "gone"})]


def _elsewhere(at):
    return [put({**keys.sent(PERSONAL, at + 1, "m"), **_as_stored(at)[2]})]


def _notice_alone(at):
    opened = _as_stored(at)[1]
    return [notice_write(replace(opened, state=DeliveryState.FAILED, reason=FailureReason.GONE))]


def _held_alone(at):
    return [held_write(_as_stored(at)[0])]


def _held_unreadable(at):
    key = keys.held(PERSONAL, at, "m")
    return [*_stored(at), put({**key, "command": {"kind": "send_message", "text": "soup"}})]


def _notice_unreadable(at):
    return [*_stored(at), put({**keys.notice(PERSONAL, at, "m"), "version": 2, "text": "soup"})]


def _stored(at):
    return [put({**keys.sent(PERSONAL, at, "m"), **_as_stored(at)[2]})]


def _post_alone(at):
    key = keys.client_message("T1", "C1", client_msg_id("lost"))
    return [put({**key, "expires_at": int(at + keys.FORTNIGHT)})]


IN_THE_TABLE = [
    (_lost_profile, "gone", "-", "1 receipts of a link that is not there"),
    (_elsewhere, "m", "queued", "stands where nobody looks for it"),
    (_notice_alone, "m", "-", "has a notice, and no receipt"),
    (_held_alone, "m", "-", "its message waits, and there is no receipt"),
    (_held_unreadable, "m", "-", "its message waits, and cannot be read"),
    (_notice_unreadable, "m", "-", "its notice cannot be read, nor told"),
    (_post_alone, client_msg_id("lost"), "-", "stands in Slack, and there is no receipt"),
]


@pytest.mark.parametrize("row", IN_THE_TABLE, ids=lambda row: row[-1])
def test_what_the_table_has_and_should_not_is_named_and_fails_the_command(earshot, deployed, row):
    writes, name, state, problem = row
    table = Table(deployed.client("dynamodb"), deployed.table)
    at = deployed.world.parts.clock()
    table.apply(*writes(at))
    found = earshot("audit")
    assert (found.exit_code, found.stdout.splitlines()[0]) == (1, f"{name}  {state}  {problem}")
    assert "soup" not in found.stdout


def test_what_is_to_expire_is_not_looked_at(earshot, deployed):
    table = Table(deployed.client("dynamodb"), deployed.table)
    table.apply(*_notice_alone(deployed.world.parts.clock() - keys.FORTNIGHT - 1))
    assert earshot("audit").exit_code == 0


def test_what_somebody_typed_in_slack_is_no_post_of_earshots(earshot, deployed):
    deployed.world.write("kevin", "#general", "the soup was good")
    deployed.world.settle()
    deployed.world.say("tell slack to send the soup is ready")
    deployed.world.settle()
    found = earshot("audit")
    assert (found.exit_code, found.stdout) == (0, "1 receipts, 0 not as promised.\n")
    items = deployed.client("dynamodb").scan(TableName=deployed.table)["Items"]
    names = [item["sk"]["S"] for item in items if item["sk"]["S"].startswith("CLIENT#")]
    assert names
