"""Receipts move by conditional steps: of two workers, one wins."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from postbox.outbox import receipt_life
from postbox.outbox.commands import SendMessage
from postbox.outbox.held import HeldMessages, held_delete, held_write
from postbox.outbox.notices import Notices, notice_write
from postbox.outbox.receipt import DeliveryState, FailureReason
from postbox.outbox.receipts import Receipts
from postbox.store.errors import ConditionFailed

NOW = 1_790_000_000.0
LEASE = 15.0


def message(number: int = 1, **changes) -> SendMessage:
    made = SendMessage(
        id=f"message-{number}",
        link_id="personal",
        team_id="T1",
        conversation_id="C1",
        conversation_name="general",
        text=f"text {number}",
        spoken_at=NOW + number,
        locale="en-US",
    )
    return replace(made, **changes)


def test_a_message_opened_twice_has_one_receipt(table):
    receipts = Receipts(table)
    first = receipts.open(message())
    claimed = receipts.save(first, receipt_life.claim(first, "worker", NOW, LEASE))
    assert receipts.open(message()) == claimed


def test_of_two_workers_that_claim_at_once_one_wins(table):
    receipts = Receipts(table)
    opened = receipts.open(message())
    receipts.save(opened, receipt_life.claim(opened, "one", NOW, LEASE))
    with pytest.raises(ConditionFailed):
        receipts.save(opened, receipt_life.claim(opened, "two", NOW, LEASE))


def test_a_claim_keeps_others_off_until_it_ends():
    claimed = receipt_life.claim(receipt_life.opened(message()), "one", NOW, LEASE)
    assert receipt_life.busy_until(claimed, NOW + LEASE - 1) == NOW + LEASE
    assert receipt_life.busy_until(claimed, NOW + LEASE + 1) is None


def test_a_claim_over_a_dead_workers_inherits_the_doubt():
    dead = receipt_life.claim(receipt_life.opened(message()), "one", NOW, LEASE)
    claimed = receipt_life.claim(dead, "two", NOW + 60, LEASE)
    assert claimed.maybe_done_since == NOW


def test_a_doubt_outlives_further_attempts():
    claimed = receipt_life.claim(receipt_life.opened(message()), "one", NOW, LEASE)
    returned = receipt_life.give_back(claimed, since=NOW + 1)
    again = receipt_life.claim(returned, "two", NOW + 5, LEASE)
    assert again.maybe_done_since == NOW + 1


def test_what_was_given_back_without_a_doubt_has_none():
    claimed = receipt_life.claim(receipt_life.opened(message()), "one", NOW, LEASE)
    returned = receipt_life.give_back(claimed)
    assert receipt_life.claim(returned, "two", NOW + 20, LEASE).maybe_done_since is None


def test_what_slack_may_have_is_not_withdrawn():
    claimed = receipt_life.claim(receipt_life.opened(message()), "one", NOW, LEASE)
    for receipt in (claimed, receipt_life.give_back(claimed, since=NOW)):
        with pytest.raises(ConditionFailed, match="may have it"):
            receipt_life.withdraw(receipt, NOW)


ATTEMPTS = st.lists(
    st.tuples(st.sampled_from(["held", "back", "unclear", "died"]), st.integers(1, 60))
)


@given(ATTEMPTS)
def test_the_first_doubt_is_kept_however_the_attempts_after_it_end(attempts):
    receipt, now, first = receipt_life.opened(message()), NOW, None
    for end, seconds in attempts:
        now += LEASE + seconds
        receipt = receipt_life.claim(receipt, "worker", now, LEASE)
        assert receipt.maybe_done_since == first
        if end in {"unclear", "died"}:
            first = now if first is None else first
        if end == "held":
            receipt = receipt_life.requeue(receipt_life.hold(receipt))
        elif end != "died":
            receipt = receipt_life.give_back(receipt, now if end == "unclear" else None)
    assert receipt_life.claim(receipt, "last", now + 2 * LEASE, LEASE).maybe_done_since == first


STEPS = {
    "claim": lambda receipt: receipt_life.claim(receipt, "worker", NOW, LEASE),
    "give back": receipt_life.give_back,
    "confirm": lambda receipt: receipt_life.confirm(receipt, "1.000001", NOW),
    "fail": lambda receipt: receipt_life.fail(receipt, FailureReason.TOO_OLD, NOW),
    "doubt": lambda receipt: receipt_life.doubt(receipt, NOW),
    "withdraw": lambda receipt: receipt_life.withdraw(receipt, NOW),
    "stop": lambda receipt: receipt_life.stop(receipt, NOW),
    "hold": receipt_life.hold,
    "requeue": receipt_life.requeue,
}


@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=8))
def test_every_step_makes_the_next_revision_until_the_receipt_is_settled(names):
    receipt = receipt_life.opened(message())
    for name in names:
        if receipt.is_final:
            with pytest.raises(ConditionFailed):
                STEPS[name](receipt)
            continue
        try:
            after = STEPS[name](receipt)
        except ConditionFailed:
            assert name in {"withdraw", "stop"}
            continue
        assert after.revision == receipt.revision + 1
        assert after.command_id == "message-1"
        assert (after.claimed_by is not None) == (after.state is DeliveryState.CLAIMED)
        assert (after.settled_at is not None) == after.is_final
        assert after.maybe_done_since is not None or receipt.maybe_done_since is None
        receipt = after


def test_the_newest_receipts_are_of_what_was_spoken_last(table):
    receipts = Receipts(table)
    for number in (3, 1, 2):
        receipts.open(message(number))
    assert [receipt.command_id for receipt in receipts.messages("personal", 2)] == [
        "message-3",
        "message-2",
    ]


def test_a_failure_and_its_notice_are_written_together_or_not_at_all(table):
    receipts, notices = Receipts(table), Notices(table)
    opened = receipts.open(message())
    failed = receipt_life.fail(opened, FailureReason.ARCHIVED, NOW)
    receipts.save(opened, receipt_life.claim(opened, "other", NOW, LEASE))
    with pytest.raises(ConditionFailed):
        receipts.save(opened, failed, notice_write(failed, "text"))
    assert notices.untold("personal", "request") == []


def test_held_messages_come_in_the_order_spoken(table):
    for number in (2, 10, 1):
        table.apply(held_write(message(number)))
    held = HeldMessages(table)
    assert [command.id for command in held.of("personal")] == [
        "message-1",
        "message-2",
        "message-10",
    ]
    table.apply(held_delete(message(2)))
    assert [command.id for command in held.of("personal")] == ["message-1", "message-10"]
