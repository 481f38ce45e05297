"""`earshot audit` finds what was neither posted once nor told, and repeats no text."""

import json
from dataclasses import replace

import pytest

from local.cli.audit import Attempt, Facts, attempts_in, audit
from local.cli.commands.deployment import audit as command
from postbox.links.stores.due import due_write
from postbox.links.stores.links import PERSONAL
from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.receipts import Receipts
from postbox.store import keys
from postbox.store.items import put
from postbox.store.table import Table
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
QUEUED = receipt_life.opened(MESSAGE)
CLAIMED = receipt_life.claim(QUEUED, "w", 101.0, 15)
CONFIRMED = receipt_life.confirm(CLAIMED, "1.0", 102.0)
FAILED = receipt_life.fail(CLAIMED, FailureReason.ARCHIVED, 102.0)
DOUBTFUL = receipt_life.doubt(receipt_life.give_back(CLAIMED, 101.0), 102.0)
HELD = receipt_life.hold(CLAIMED)
WITHDRAWN = receipt_life.withdraw(QUEUED, 102.0)


def problems(receipt, now=110.0, *, told=(), held=(), attempts=()):
    facts = Facts([receipt], frozenset(told), frozenset(held), attempts)
    return [finding.problem for finding in audit(facts, now, 60.0, 86_400.0)]


@pytest.mark.parametrize(
    ("receipt", "told", "held"),
    [
        (QUEUED, "", ""),
        (CLAIMED, "", ""),
        (receipt_life.give_back(CLAIMED, 101.0), "", ""),
        (CONFIRMED, "", ""),
        (FAILED, "m", ""),
        (DOUBTFUL, "m", ""),
        (HELD, "", "m"),
        (WITHDRAWN, "", ""),
    ],
    ids=lambda given: getattr(given, "state", given),
)
def test_what_legal_steps_lead_to_is_as_promised(receipt, told, held):
    assert problems(receipt, told=told, held=held) == []


@pytest.mark.parametrize(
    ("receipt", "problem"),
    [
        (replace(CONFIRMED, settled_at=None), "settled at no time"),
        (replace(QUEUED, settled_at=1.0), "has a time of its end, and has not ended"),
        (replace(CLAIMED, claimed_until=None), "claimed without an end of the claim"),
        (replace(CONFIRMED, claimed_until=1.0), "has a claim left"),
        (replace(FAILED, reason=None), "ended badly without a reason"),
        (replace(CONFIRMED, reason=FailureReason.OTHER), "has a reason for a bad end"),
        (replace(WITHDRAWN, maybe_done_since=1.0, attempts=1), "withdrawn, though Slack may have"),
        (replace(CONFIRMED, attempts=9), "more attempts than steps"),
        (replace(CONFIRMED, attempts=0), "confirmed, and never attempted"),
        (replace(QUEUED, maybe_done_since=1.0), "in doubt, and never attempted"),
        (FAILED, "ended badly, and there is no notice of it"),
        (HELD, "held, and its message is not kept"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_no_legal_steps_lead_to_is_found(receipt, problem):
    assert any(found.startswith(problem) for found in problems(receipt))


def test_a_notice_of_what_ended_well_is_found():
    assert problems(CONFIRMED, told="m") == ["has a notice of a bad end, and did not end badly"]


def test_what_was_never_settled_is_found_once_it_is_overdue():
    assert problems(QUEUED, now=159.0) == []
    assert problems(QUEUED, now=161.0) == ["neither posted nor told in time"]


def test_a_notice_that_was_told_may_be_gone_a_day_later():
    assert problems(FAILED, now=102.0 + 86_400) == []


@pytest.mark.parametrize(
    ("results", "found"),
    [
        (["again", "confirmed", "already"], []),
        (["again"], []),
        (["confirmed", "confirmed"], ["settled 2 times: confirmed, confirmed"]),
        (["failed"], ["the log has it as failed"]),
        (["confirmed", "held"], ["held after it was settled"]),
    ],
)
def test_the_log_has_to_fit_the_receipt(results, found):
    assert problems(CONFIRMED, attempts=[Attempt("m", result, None) for result in results]) == found


def test_another_ts_in_the_log_is_found():
    attempts = [Attempt("m", "confirmed", "2.0")]
    assert problems(CONFIRMED, attempts=attempts) == ["the log has it posted elsewhere"]


def test_only_outcome_lines_of_a_log_are_read():
    outcome = {"message": "attempt", "message_id": "m", "result": "confirmed", "ts": "1.0"}
    lines = [
        "START",
        "{broken",
        '{"message": "other"}',
        f"2026-01-01T00:00:00Z {json.dumps(outcome)}",
    ]
    assert list(attempts_in(lines, json.loads)) == [Attempt("m", "confirmed", "1.0")]


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


def test_two_messages_that_name_one_post_are_found():
    other = replace(CONFIRMED, command_id="n")
    found = audit(Facts([CONFIRMED, other], frozenset(), frozenset()), 110.0, 60.0, 86_400.0)
    assert [(finding.command_id, finding.problem) for finding in found] == [
        ("m", "confirmed by the post of another message"),
        ("n", "confirmed by the post of another message"),
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
        "1 receipts, 4 not as promised.",
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
        before = Receipts(table).open(replace(MESSAGE, id=f"of-{link_id}", link_id=link_id))
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
