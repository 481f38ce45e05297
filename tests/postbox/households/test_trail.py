"""The trail says who did what, and when; a day has its bounds."""

import pytest

from postbox.households.audit import Action, Audited
from postbox.households.stores.audit_trail import AuditTrail, day_of
from postbox.households.stores.usage import MOST, READS, SENDS, Usage
from postbox.store import household_keys as keys
from postbox.store.items import put

NOW = 1_790_000_000.0
BOTH = frozenset({READS, SENDS})


def line(number: int, action: Action = Action.SENT) -> Audited:
    return Audited(action, NOW + number, f"request {number}", "account", "link", of=("message",))


def test_a_day_is_told_in_the_order_of_time_each_thing_once(table):
    trail = AuditTrail(table)
    for number in (2, 1, 2):
        trail.note(line(number))
    trail.note(line(2, Action.HEARD))
    found = list(trail.of_day(day_of(NOW)))
    assert found == [line(1), line(2, Action.HEARD), line(2)]
    assert list(trail.of_day("2020-01-01")) == []


def test_a_line_that_nobody_can_read_hides_no_other(table):
    table.apply(put({**keys.audited(day_of(NOW), NOW, "x"), "version": 1, "action": "stole"}))
    trail = AuditTrail(table)
    trail.note(line(1))
    assert list(trail.of_day(day_of(NOW))) == [line(1)]


def test_who_used_up_a_day_waits_for_the_next(table, monkeypatch):
    monkeypatch.setitem(MOST, SENDS, 2)
    usage = Usage(table)
    assert [usage.take("link", BOTH, NOW) for _ in range(3)] == [True, True, False]
    assert usage.take("link", frozenset({READS}), NOW)
    assert usage.take("another", BOTH, NOW)
    assert usage.take("link", BOTH, NOW + 86_400)


@pytest.mark.parametrize("spoiled", [{}, {"revision": "many"}, {"revision": 1, "sends": "x"}])
def test_a_count_that_nobody_can_read_may_have_been_high(table, spoiled):
    table.apply(put({**keys.used("link", day_of(NOW)), **spoiled}))
    assert not Usage(table).take("link", BOTH, NOW)


def test_uses_of_the_same_moment_are_counted_one_by_one(table):
    class Overtaken(Usage):
        others = 1

        def _save(self, key, revision, counts, now):
            if self.others:
                self.others -= 1
                assert Usage(table).take("link", BOTH, NOW)
            return super()._save(key, revision, counts, now)

    assert Overtaken(table).take("link", BOTH, NOW)
    item = table.get(keys.used("link", day_of(NOW)))
    assert (item["sends"], item["reads"]) == (2, 2)
