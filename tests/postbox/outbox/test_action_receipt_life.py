"""The steps that a receipt may take."""

import pytest

from postbox.outbox import receipt_life
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FailureReason, Receipt
from postbox.store.errors import ConditionFailed

NOW = 1_790_000_000.0
DEED = Receipt("a1", CommandKind.SCHEDULE_MESSAGE, "personal", "C1", "general", NOW)


def test_a_claimed_receipt_is_busy_until_its_claim_ends():
    claimed = receipt_life.claim(DEED, NOW, 15)
    assert receipt_life.busy_until(claimed, NOW + 14) == NOW + 15
    assert receipt_life.busy_until(claimed, NOW + 15) is None
    assert (claimed.attempts, claimed.maybe_done_since) == (1, None)


def test_a_claim_over_a_dead_workers_inherits_the_doubt():
    again = receipt_life.claim(receipt_life.claim(DEED, NOW, 15), NOW + 20, 15)
    assert (again.attempts, again.maybe_done_since) == (2, NOW)


def test_what_was_given_back_without_a_doubt_has_none():
    returned = receipt_life.give_back(receipt_life.claim(DEED, NOW, 15), maybe_done_since=None)
    assert receipt_life.claim(returned, NOW + 20, 15).maybe_done_since is None


@pytest.mark.parametrize(
    "settled",
    [
        receipt_life.done(DEED, NOW),
        receipt_life.fail(DEED, FailureReason.GONE, NOW),
        receipt_life.doubt(DEED, NOW),
        receipt_life.withdraw(DEED, NOW),
    ],
    ids=lambda action_receipt: action_receipt.state,
)
def test_a_settled_receipt_takes_no_step_any_more(settled):
    assert settled.state.is_final
    assert settled.settled_at == NOW
    with pytest.raises(ConditionFailed):
        receipt_life.claim(settled, NOW, 15)


def test_a_doubt_is_kept_while_it_lasts():
    doubted = receipt_life.give_back(DEED, maybe_done_since=NOW)
    assert receipt_life.claim(doubted, NOW + 5, 15).maybe_done_since == NOW
