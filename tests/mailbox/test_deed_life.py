"""The steps that a deed may take."""

import pytest

from mailbox import deed_life
from mailbox.action import ActionKind, Deed
from mailbox.errors import ConditionFailed
from mailbox.receipt import FailureReason

NOW = 1_790_000_000.0
DEED = Deed("a1", ActionKind.SCHEDULE, "personal", "C1", "general", NOW)


def test_a_claimed_deed_is_busy_until_its_claim_ends():
    claimed = deed_life.claim(DEED, NOW, 15)
    assert deed_life.busy_until(claimed, NOW + 14) == NOW + 15
    assert deed_life.busy_until(claimed, NOW + 15) is None
    assert (claimed.attempts, claimed.maybe_done_since) == (1, None)


def test_a_claim_over_a_dead_workers_inherits_the_doubt():
    again = deed_life.claim(deed_life.claim(DEED, NOW, 15), NOW + 20, 15)
    assert (again.attempts, again.maybe_done_since) == (2, NOW)


def test_what_was_given_back_without_a_doubt_has_none():
    returned = deed_life.give_back(deed_life.claim(DEED, NOW, 15), maybe_done_since=None)
    assert deed_life.claim(returned, NOW + 20, 15).maybe_done_since is None


@pytest.mark.parametrize(
    "settled",
    [
        deed_life.done(DEED, NOW),
        deed_life.fail(DEED, FailureReason.GONE, NOW),
        deed_life.doubt(DEED, NOW),
        deed_life.withdraw(DEED, NOW),
    ],
    ids=lambda deed: deed.state,
)
def test_a_settled_deed_takes_no_step_any_more(settled):
    assert settled.state.is_final
    assert settled.settled_at == NOW
    with pytest.raises(ConditionFailed):
        deed_life.claim(settled, NOW, 15)


def test_a_doubt_is_kept_while_it_lasts():
    doubted = deed_life.give_back(DEED, maybe_done_since=NOW)
    assert deed_life.claim(doubted, NOW + 5, 15).maybe_done_since == NOW
