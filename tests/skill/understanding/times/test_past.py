"""Times that lie behind, as they narrow what is heard."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from skill.understanding.times.past import ANY_TIME, Stretch, StretchKind, stretch

LOCALE = "en-US"
NOW = datetime(2026, 11, 20, 15, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Friday."""

STRETCHES = {
    "since lunch": "since 20 12:00",
    "since ten": "since 20 10:00",
    "since half past two": "since 20 14:30",
    "since four": "since 20 04:00",
    "since yesterday at five p m": "since 19 17:00",
    "since Monday": "since 16 00:00",
    "ever since this morning": "since 20 00:00",
    "since an hour ago": "since 20 14:30",
    "in the last two hours": "since 20 13:30",
    "the past few days": "since 17 15:30",
    "over the last half hour": "since 20 15:00",
    "ten minutes ago": "since 20 15:15",
    "today": "from 20 00:00",
    "this morning": "from 20 00:00 to 20 12:00",
    "in the afternoon": "from 20 12:00",
    "yesterday": "from 19 00:00 to 20 00:00",
    "from yesterday": "from 19 00:00 to 20 00:00",
    "yesterday evening": "from 19 17:00 to 20 00:00",
    "overnight": "from 19 18:00 to 20 08:00",
    "on Monday": "from 16 00:00 to 17 00:00",
    "last Friday": "from 13 00:00 to 14 00:00",
    "this week": "from 16 00:00",
    "last week": "from 09 00:00 to 16 00:00",
    "over the weekend": "from 14 00:00 to 16 00:00",
    "before noon": "until to 20 12:00",
    "between nine and eleven": "between 20 09:00 to 20 11:00",
    "since my last message": "own",
}


def told(found: Stretch) -> str:
    since = f"{found.since:%d %H:%M}" if found.since else ""
    until = f"to {found.until:%d %H:%M}" if found.until else ""
    return " ".join(filter(None, [found.told.value, since, until]))


def test_what_people_say_of_a_time_behind():
    found = {said: stretch(said, NOW, LOCALE) for said in STRETCHES}
    assert {said: told(behind) for said, behind in found.items() if behind} == STRETCHES


def test_what_is_of_no_matter_narrows_nothing():
    for said in (
        "lately", "while I was out", "since I left", "during the hearing", "on holiday",
        "tonight", "before my meeting",
    ):  # fmt: skip
        assert (said, stretch(said, NOW, LOCALE)) == (said, ANY_TIME)


@pytest.mark.parametrize("said", ["since the standup", "after the flood", "until the cows come"])
def test_what_nobody_can_tell_is_no_time(said):
    assert stretch(said, NOW, LOCALE) is None


def test_a_day_is_the_listeners_also_where_clocks_change():
    zone = ZoneInfo("Europe/Berlin")
    found = stretch("today", datetime(2026, 10, 25, 15, tzinfo=zone), LOCALE)
    assert found is not None
    assert found.since is not None
    assert found.since.isoformat() == "2026-10-25T00:00:00+02:00"


WORDS = (
    "since", "before", "between", "and", "ten", "lunch", "last", "the", "hour", "two", "days",
    "yesterday", "morning", "monday", "ago", "i", "half", "today", "week", "over", "noon",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_nothing_begins_after_now_or_ends_before_it_begins(said):
    found = stretch(" ".join(said), NOW, LOCALE)
    if found and found.since:
        assert found.told is not StretchKind.NOT
        assert found.since <= NOW
        assert found.until is None or found.since < found.until
