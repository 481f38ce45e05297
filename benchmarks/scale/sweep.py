"""How long it takes to compare the inbox with Slack where events were lost, in runs of refresh.

Counted, not timed: a conversation takes one call here, where its messages fit on one page.
"""

from dataclasses import replace

from benchmarks.tables import table, verdict
from bridge.backfill.plan import SENTINELS, next_to_compare
from bridge.backfill.repair import CALLS_IN_TURN_OF_MANY, CALLS_WHEN_LOST
from postbox.directory.entries import Conversation
from postbox.inbox.backfill import Backfill

CHANNELS, DIRECT, LIVELY = 20_000, 400, 120
RUN_MINUTES = 5
COUNTED_RUNS = 100
MOST_HOURS, MOST_DAYS = 2.0, 14.0
"""A sweep; and the round in which every conversation comes, of messages that stay so long."""


def sweep() -> tuple[list[str], bool]:
    """Return the lines to print, and whether the limits are kept."""
    channels = {f"C{number:05}": "channel" for number in range(CHANNELS)}
    direct = {f"D{number:05}": "im" for number in range(DIRECT)}
    places = {id_: Conversation(id_, "", kind) for id_, kind in {**channels, **direct}.items()}
    lively = [*list(channels)[-LIVELY:], *list(direct)[-LIVELY:]]
    runs, first = _lost(places, lively)
    days = _round(places, lively) * RUN_MINUTES / 60 / 24
    hours, lively_hours = runs * RUN_MINUTES / 60, first * RUN_MINUTES / 60
    rows = [
        ("all that is lively compared", f"{lively_hours:.1f} h"),
        ("the sweep's end", f"{hours:.1f} h"),
        ("every channel in its turn", f"{days:.1f} days"),
    ]
    heads = (f"events lost, {CHANNELS:,} channels, {DIRECT} direct messages", "")
    limits = [
        verdict("a sweep, hours", hours, MOST_HOURS),
        verdict("a round, days", days, MOST_DAYS),
    ]
    return [table(heads, rows), *(line for line, _ in limits)], all(kept for _, kept in limits)


def _lost(places: dict[str, Conversation], lively: list[str]) -> tuple[int, int]:
    """Return in how many runs a sweep ends, and in which the last lively one was compared."""
    backfill, runs, last = Backfill("T1", is_wanted=True), 0, 0
    while chosen := next_to_compare(backfill, places, lively, CALLS_WHEN_LOST):
        runs += 1
        last = runs if set(chosen) & set(lively) else last
        backfill = replace(backfill, done=(*backfill.done, *chosen))
    return runs, last


def _round(places: dict[str, Conversation], lively: list[str]) -> float:
    """Return in how many runs without a loss every channel is looked at, by a hundred of them."""
    backfill, seen = Backfill("T1"), set[str]()
    for number in range(COUNTED_RUNS):
        chosen = next_to_compare(backfill, places, lively, CALLS_IN_TURN_OF_MANY)
        others = [id_ for id_ in chosen if id_[0] == "C" and id_ not in lively[:SENTINELS]]
        direct = [id_ for id_ in chosen if id_[0] == "D"]
        seen |= set(others)
        backfill = replace(backfill, runs=number, turn=others[-1], direct_turn=direct[-1])
    return CHANNELS * COUNTED_RUNS / len(seen)
