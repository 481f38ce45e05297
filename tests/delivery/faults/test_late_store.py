"""The one known way to a double post: Slack stores a post only after it was looked for."""

import pytest

from benchmarks.delivery.late import TEXTS, posted


@pytest.mark.parametrize(("way", "seconds"), [("hangs", 6), ("answers 500 at once", 2)])
def test_what_slack_stores_before_it_is_looked_for_stands_there_once(way, seconds):
    assert posted(seconds, way, TEXTS[:1]) == [1]


@pytest.mark.parametrize(("way", "seconds"), [("hangs", 15), ("answers 500 at once", 15)])
def test_what_slack_stores_after_it_was_looked_for_stands_there_twice(way, seconds):
    assert posted(seconds, way, TEXTS[:1]) == [2]
