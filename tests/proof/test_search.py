"""No order of events breaks the promise; without any one of its guards, some order does."""

from dataclasses import replace

import pytest

from bridge.outbox import net, release
from bridge.outbox.batches.bundles import QueuedCommand
from bridge.outbox.engine import claims, ends
from bridge.outbox.engine.delivery import _Attempt
from bridge.outbox.engine.ends import Ends
from bridge.outbox.kinds.message import MessageHandler
from bridge.outbox.release import Release
from bridge.outbox.siblings import Siblings
from postbox.outbox import receipt_life
from postbox.outbox.receipt import DeliveryState, FailureReason
from tests.proof.guards import Condition, take_out
from tests.proof.model import Model
from tests.proof.search import search
from tests.proof.state import Bounds

NOTHING = Bounds(crashes=0, faults=0, redeliveries=0, revocations=0, releases=1, nets=1)
WORKERS = NOTHING._replace(crashes=2, redeliveries=1, queued=True)
ANSWERS = NOTHING._replace(crashes=1, faults=1, queued=True)
HANDING_OVER = NOTHING._replace(crashes=1, faults=1)
LINKS = NOTHING._replace(revocations=1)
SEARCHES = {
    "two messages, three workers, a crash, a redelivery": WORKERS._replace(crashes=1),
    "answers lost by Slack, the table or the queue, and a crash": ANSWERS,
    "what the skill hands over while workers work": HANDING_OVER,
    "a link that ends and is made anew": LINKS,
}
LONGER = {
    "two messages, three workers, two crashes, a redelivery": WORKERS,
    "two answers lost, and a crash": ANSWERS._replace(faults=2),
    "a link that ends and is made anew, and a crash": LINKS._replace(crashes=1),
    "a link that ends and is made anew, and a redelivery": LINKS._replace(redeliveries=1),
}


@pytest.mark.parametrize("bounds", SEARCHES.values(), ids=SEARCHES)
def test_the_promise_holds_in_every_order_of_events(bounds):
    found = search(Model(), bounds)
    assert not found.story, "\n" + found.story
    assert found.ends


@pytest.mark.model
@pytest.mark.soak
@pytest.mark.parametrize("bounds", LONGER.values(), ids=LONGER)
def test_the_promise_holds_in_more_orders_of_events(bounds):
    found = search(Model(), bounds)
    assert not found.story, "\n" + found.story
    assert found.ends


def test_what_slack_stores_after_it_was_looked_for_is_all_that_is_there_twice():
    found = search(Model(), NOTHING._replace(late_stores=1, messages=1, queued=True))
    assert found.story.endswith("posted twice: m1, m1")
    assert "Slack stores it later" in found.story
    assert "looks for m1: not there" in found.story


# ---------------------------------------------------------------- each guard, removed


def claims_whatever_the_state(patch):
    patch.setattr(receipt_life, "busy_until", lambda receipt, now: None)


def claims_for_a_moment_only(patch):
    patch.setattr(claims, "LEASE_SECONDS", 0.1)


def claims_what_is_settled(patch):
    patch.setattr(DeliveryState, "is_final", property(lambda state: False))


def drops_the_doubt_of_a_call(patch):
    real = receipt_life.give_back
    patch.setattr(
        receipt_life,
        "give_back",
        lambda receipt, since=None: replace(real(receipt), maybe_done_since=None),
    )


def drops_the_doubt_of_a_dead_worker(patch):
    real = receipt_life.claim

    def claim(receipt, *about):
        return replace(real(receipt, *about), maybe_done_since=receipt.maybe_done_since)

    patch.setattr(receipt_life, "claim", claim)


def does_not_look(patch):
    patch.setattr(MessageHandler, "can_look", False)


def does_not_keep_the_group_back(patch):
    patch.setattr(QueuedCommand, "group", property(lambda queued: queued.id))


def ignores_who_is_held(patch):
    patch.setattr(MessageHandler, "is_behind", lambda self: False)


def keeps_no_words_of_what_is_held(patch):
    patch.setattr(ends, "held_write", lambda message: _a_write_of_nothing())


def releases_out_of_order(patch):
    def backwards(self, link_id):
        return sum(self._release(message) for message in reversed(self.held.of(link_id)))

    patch.setattr(Release, "release", backwards)


def forgets_what_it_released(patch):
    real = Release._release

    def released(self, message):
        done = real(self, message)
        self.table.apply(release.held_delete(message))
        return done

    patch.setattr(Release, "_release", released)


def withdraws_what_slack_may_have(patch):
    patch.setattr(receipt_life, "may_be_done", lambda receipt: False)


def settles_a_doubt_as_failed(patch):
    def fail(self, receipt, reason, detail):
        return self._badly(receipt, receipt_life.fail(receipt, reason, self._now), detail)

    patch.setattr(Ends, "fail", fail)


def tells_nobody(patch):
    def badly(self, before, after, detail):
        return self._settle(before, after, detail)

    patch.setattr(Ends, "_badly", badly)


def the_net_settles_without_telling(patch):
    patch.setattr(net, "notice_write", lambda after, *words: _a_write_of_nothing())


def _a_write_of_nothing():
    return {"Delete": {"Key": {"pk": {"S": ""}, "sk": {"S": "NOTHING#"}}}}


def the_net_calls_every_claim_failed(patch):
    def settled(receipt, reason, now):
        return receipt_life.fail(receipt, FailureReason.TOO_OLD, now)

    patch.setattr(net, "_settled", settled)


def the_net_looks_away(patch):
    patch.setattr(net.Net, "_is_overdue", lambda self, receipt, now: False)


GUARDS = {
    claims_whatever_the_state: WORKERS._replace(crashes=0),
    claims_for_a_moment_only: WORKERS._replace(crashes=0),
    claims_what_is_settled: WORKERS._replace(crashes=0),
    drops_the_doubt_of_a_call: ANSWERS,
    drops_the_doubt_of_a_dead_worker: WORKERS,
    does_not_look: ANSWERS,
    does_not_keep_the_group_back: ANSWERS,
    ignores_who_is_held: LINKS,
    keeps_no_words_of_what_is_held: LINKS,
    forgets_what_it_released: LINKS,
    withdraws_what_slack_may_have: HANDING_OVER,
    settles_a_doubt_as_failed: ANSWERS,
    tells_nobody: ANSWERS,
    the_net_settles_without_telling: HANDING_OVER,
    the_net_calls_every_claim_failed: WORKERS,
    the_net_looks_away: HANDING_OVER,
}


@pytest.mark.parametrize("removes", GUARDS, ids=lambda removes: removes.__name__)
def test_without_any_one_guard_some_order_breaks_the_promise(monkeypatch, removes):
    removes(monkeypatch)
    found = search(Model(), GUARDS[removes])
    assert "=>" in found.story


CALM, FAULTS = WORKERS._replace(crashes=0), ANSWERS._replace(crashes=0)
SPOKEN, A_DEATH = HANDING_OVER._replace(crashes=0), NOTHING._replace(crashes=1, queued=True)
CONDITIONS = {
    Condition(claims.Kept, "claimed", "receipt.is_final"): CALM,
    Condition(receipt_life, "busy_until", "receipt.state is DeliveryState.CLAIMED"): CALM,
    Condition(receipt_life, "busy_until", "(receipt.claimed_until or 0) > now"): CALM,
    Condition(receipt_life, "may_be_done", "receipt.state is DeliveryState.CLAIMED"): SPOKEN,
    Condition(receipt_life, "may_be_done", "receipt.maybe_done_since is not None"): SPOKEN,
    Condition(receipt_life, "claim", "died and since is None"): A_DEATH,
    Condition(receipt_life, "give_back", "receipt.maybe_done_since is None"): SPOKEN,
    Condition(receipt_life, "withdraw", "may_be_done(receipt)"): SPOKEN,
    Condition(receipt_life, "_next", "receipt.state.is_final"): SPOKEN,
    Condition(Siblings, "held", "other.spoken_at < message.spoken_at"): LINKS,
    Condition(Siblings, "held", "other.conversation_id == message.conversation_id"): LINKS,
    Condition(Siblings, "_is_unsettled", "receipt is not None and (not receipt.is_final)"): LINKS,
    Condition(_Attempt, "make", "self._handler.is_behind()"): LINKS,
    Condition(_Attempt, "_carry_out", "found is not None"): FAULTS,
    Condition(Ends, "fail", "receipt.maybe_done_since is not None and (not is_sure)"): ANSWERS,
    Condition(Release, "_release", "receipt.is_final"): LINKS,
    Condition(net, "_settled", "receipt_life.may_be_done(receipt)"): A_DEATH,
}


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda row: f"{row.function}: {row.written}")
def test_without_any_one_condition_some_order_breaks_the_promise(monkeypatch, condition):
    take_out(monkeypatch, condition)
    assert "=>" in search(Model(), CONDITIONS[condition]).story


def test_a_condition_that_is_not_there_cannot_be_taken_out(monkeypatch):
    gone = Condition(receipt_life, "withdraw", "receipt.is_old")
    with pytest.raises(AssertionError):
        take_out(monkeypatch, gone)


def test_what_is_released_out_of_order_is_still_posted_in_order_by_its_marks(monkeypatch):
    releases_out_of_order(monkeypatch)
    assert not search(Model(), LINKS).story
    ignores_who_is_held(monkeypatch)
    assert search(Model(), LINKS).story.endswith("posted out of order")


def test_a_broken_promise_is_told_as_the_shortest_story(monkeypatch):
    does_not_look(monkeypatch)
    story = search(Model(), ANSWERS._replace(messages=1, crashes=0)).story
    assert story.splitlines()[0] == "  1. a worker gets m1"
    assert "posts m1, but the answer is lost" in story
    assert story.endswith("  => posted twice: m1, m1")


def test_writes_that_do_not_name_what_they_follow_break_the_promise():
    assert "=>" in search(Model(conditional=False), WORKERS).story
