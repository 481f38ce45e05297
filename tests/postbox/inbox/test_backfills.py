"""Where the comparing with Slack stands, kept while several work on it."""

from dataclasses import replace

from postbox.inbox.backfill import Compared, ThreadSince
from postbox.inbox.stores.backfills import Backfills
from postbox.store.table import Table


def test_what_is_kept_comes_back(table: Table):
    backfills = Backfills(table)
    before = backfills.get("T1")
    backfills.save(before, replace(before, turn="C1", limited_until=5.5, done=("C1", "C2")))
    assert backfills.get("T1") == replace(before, turn="C1", limited_until=5.5, done=("C1", "C2"))


def test_a_sweep_that_is_wanted_during_a_run_stays_wanted(table: Table):
    backfills = Backfills(table)
    backfills.want("T1", 100.0)
    before = backfills.get("T1")
    backfills.want("T1", 200.0)
    backfills.save(before, replace(before, is_wanted=False, done=(), turn="C9"))
    after = backfills.get("T1")
    assert (after.is_wanted, after.wanted_at, after.turn) == (True, 200.0, "C9")


def test_a_sweep_that_is_wanted_anew_begins_anew(table: Table):
    backfills = Backfills(table)
    before = backfills.get("T1")
    backfills.save(before, replace(before, is_wanted=True, done=("C1",)))
    backfills.want("T1", 100.0)
    assert backfills.get("T1").done == ()


def test_conversations_that_were_never_compared_are_at_the_start(table: Table):
    backfills = Backfills(table)
    kept = Compared(
        "T1", "C1", "1790000000.000000", threads=(ThreadSince("1790000000.000000", "0"),)
    )
    backfills.keep(kept, 1_790_000_000.0)
    assert backfills.compared("T1", ["C1", "C2"]) == {"C1": kept, "C2": Compared("T1", "C2")}
