"""Times as people say them, and the moments that they mean."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from postbox.directory.names.words import words
from skill.understanding.times.moments import MOST, WAKING, Unfit, moment
from skill.understanding.times.said import TimeSaid
from skill.understanding.times.time_reader import TimeReader
from skill.understanding.times.time_words import time_words

READER = TimeReader(time_words("en-US"))
NEW_YORK = ZoneInfo("America/New_York")
FRIDAY = datetime(2026, 11, 20, 16, 30, 10, tzinfo=NEW_YORK)


def spoken(text: str) -> tuple[str, ...]:
    return tuple(word.spoken for word in words(text))


def said(text: str) -> TimeSaid:
    found = READER.at(spoken(text), 0)
    assert found is not None, text
    assert found[1] == len(spoken(text)), text
    return found[0]


def meant(text: str, now: datetime = FRIDAY) -> datetime | Unfit:
    return moment(said(text), now)


TODAY = [
    ("at five", "17:00"),
    ("at five pm", "17:00"),
    ("at five p.m.", "17:00"),
    ("at 5pm", "17:00"),
    ("at 5 PM", "17:00"),
    ("at five o'clock", "17:00"),
    ("at five thirty", "17:30"),
    ("at 5:30", "17:30"),
    ("at 530", "17:30"),
    ("at seventeen thirty", "17:30"),
    ("at half past five", "17:30"),
    ("at a quarter past five", "17:15"),
    ("at quarter to five", "16:45"),
    ("at ten to five", "16:50"),
    ("at twenty five to six", "17:35"),
    ("at five past six", "18:05"),
    ("at ten minutes past six", "18:10"),
    ("at nine oh five", "21:05"),
    ("at nine", "21:00"),
    ("at eight tonight", "20:00"),
    ("tonight at eight", "20:00"),
    ("tonight", "20:00"),
    ("this evening", "18:00"),
    ("today at six", "18:00"),
    ("at six in the evening", "18:00"),
    ("friday at five", "17:00"),
    ("in ten minutes", "16:40:10"),
    ("in an hour", "17:30:10"),
    ("in half an hour", "17:00:10"),
    ("in a quarter of an hour", "16:45:10"),
    ("in three quarters of an hour", "17:15:10"),
    ("in an hour and a half", "18:00:10"),
    ("in one and a half hours", "18:00:10"),
    ("in two hours and ten minutes", "18:40:10"),
    ("in a couple of hours", "18:30:10"),
    ("an hour from now", "17:30:10"),
    ("in ninety minutes", "18:00:10"),
]
OTHER_DAYS = [
    ("at four", "2026-11-21 16:00"),
    ("at noon", "2026-11-21 12:00"),
    ("at twelve", "2026-11-21 12:00"),
    ("at midnight", "2026-11-21 00:00"),
    ("tonight at midnight", "2026-11-21 00:00"),
    ("tonight at one", "2026-11-21 01:00"),
    ("at six am", "2026-11-21 06:00"),
    ("in the morning", "2026-11-21 09:00"),
    ("at nine in the morning", "2026-11-21 09:00"),
    ("tomorrow", "2026-11-21 09:00"),
    ("tomorrow morning", "2026-11-21 09:00"),
    ("tomorrow afternoon", "2026-11-21 14:00"),
    ("tomorrow evening at seven", "2026-11-21 19:00"),
    ("tomorrow night", "2026-11-21 20:00"),
    ("tomorrow at five", "2026-11-21 17:00"),
    ("tomorrow five pm", "2026-11-21 17:00"),
    ("at nine tomorrow", "2026-11-21 09:00"),
    ("at half past nine tomorrow morning", "2026-11-21 09:30"),
    ("the day after tomorrow at ten", "2026-11-22 10:00"),
    ("on monday", "2026-11-23 09:00"),
    ("on monday at nine thirty", "2026-11-23 09:30"),
    ("monday morning", "2026-11-23 09:00"),
    ("at nine on monday", "2026-11-23 09:00"),
    ("next monday", "2026-11-23 09:00"),
    ("on friday", "2026-11-27 09:00"),
    ("next friday at five", "2026-11-27 17:00"),
    ("friday at four", "2026-11-27 16:00"),
    ("on the third of december", "2026-12-03 09:00"),
    ("on december first at noon", "2026-12-01 12:00"),
    ("on december twenty fourth at six", "2026-12-24 18:00"),
    ("on the thirty first", "2026-12-31 09:00"),
    ("in a day", "2026-11-21 16:30:10"),
    ("in twenty four hours", "2026-11-21 16:30:10"),
    ("in three days", "2026-11-23 16:30:10"),
    ("in three days at nine", "2026-11-23 09:00"),
    ("in a week", "2026-11-27 16:30:10"),
    ("in two weeks", "2026-12-04 16:30:10"),
]


@pytest.mark.parametrize(("text", "time"), TODAY)
def test_a_time_of_today(text, time):
    assert meant(text) == datetime.fromisoformat(f"2026-11-20 {time}").replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize(("text", "then"), OTHER_DAYS)
def test_a_time_of_another_day(text, then):
    assert meant(text) == datetime.fromisoformat(then).replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("today at five am", Unfit.PAST),
        ("today at noon", Unfit.PAST),
        ("this morning", Unfit.PAST),
        ("at four thirty one pm", Unfit.TOO_SOON),
        ("in two hundred days", Unfit.TOO_FAR),
        ("on the first of november", Unfit.TOO_FAR),
        ("on the thirtieth of february", Unfit.NO_SUCH_DAY),
    ],
)
def test_a_time_that_does_not_fit(text, why):
    assert meant(text) is why


@pytest.mark.parametrize(
    "text",
    [
        "five",
        "at the door",
        "at least five",
        "in general",
        "in ten",
        "minutes",
        "monday's meeting",
        "the third",
        "may",
        "at twenty five",
        "at sixty",
        "on call",
        "a minute",
    ],
)
def test_what_is_no_time(text):
    found = READER.at(spoken(text), 0)
    assert found is None or found[1] < len(spoken(text))


@pytest.mark.parametrize(
    ("text", "ends_with"),
    [
        ("lunch is ready at five", "at five"),
        ("call me in ten minutes", "in ten minutes"),
        ("see you on monday at nine", "on monday at nine"),
        ("gate five at six", "at six"),
        ("nothing here", None),
        ("meet me at the bar", None),
    ],
)
def test_the_longest_time_at_the_end_is_found(text, ends_with):
    found = READER.before(spoken(text), len(spoken(text)))
    rest = None if found is None else " ".join(spoken(text)[found[1] :])
    assert rest == ends_with


# ----------------------------------------------------------------------------- clocks that change


@pytest.mark.parametrize(
    ("now", "text", "then"),
    [
        # Clocks go from 2:00 to 3:00: there is no 2:30.
        ("2026-03-07 22:00", "at two thirty am", "2026-03-08 03:30-04:00"),
        # Clocks go from 2:00 back to 1:00: there are two; the first one is meant.
        ("2026-10-31 22:00", "at one thirty am", "2026-11-01 01:30-04:00"),
        # "In eight hours" are eight hours.
        ("2026-03-07 22:00", "in eight hours", "2026-03-08 07:00-04:00"),
        # "Tomorrow at nine" is nine, however long the night is.
        ("2026-03-07 22:00", "tomorrow at nine", "2026-03-08 09:00-04:00"),
    ],
)
def test_a_night_in_which_clocks_change(now, text, then):
    found = meant(text, datetime.fromisoformat(now).replace(tzinfo=NEW_YORK))
    assert found.astimezone(UTC) == datetime.fromisoformat(then)


def test_of_two_half_past_ones_the_second_is_meant_once_the_first_is_over():
    first = datetime(2026, 11, 1, 1, 45, tzinfo=NEW_YORK)
    then = datetime.fromisoformat("2026-11-01 01:30-05:00")
    assert meant("at one thirty am", first).astimezone(UTC) == then


# ------------------------------------------------------------------------------------- properties

ZONES = st.sampled_from(
    ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
).map(ZoneInfo)
NOWS = st.builds(
    lambda zone, seconds: datetime.fromtimestamp(seconds, zone),
    ZONES,
    st.floats(1_767_225_600, 1_830_000_000),
)
SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty"]


def number(value: int) -> str:
    if value < 20:
        return SMALL[value - 1]
    return " ".join([TENS[value // 10 - 2], *([SMALL[value % 10 - 1]] if value % 10 else [])])


def minutes(value: int) -> str:
    if value == 0:
        return ""
    return f" oh {number(value)}" if value < 10 else f" {number(value)}"


@given(NOWS, st.integers(1, 12), st.integers(0, 59))
def test_a_bare_time_is_the_next_such_time_in_waking_hours(now, hour, minute):
    found = meant(f"at {number(hour)}{minutes(minute)}", now)
    if found is Unfit.TOO_SOON:
        return
    assert isinstance(found, datetime)
    assert found.tzinfo == now.tzinfo
    assert now < found <= now + timedelta(hours=26)
    if found.utcoffset() == now.utcoffset():
        assert (found.hour % 12, found.minute) == (hour % 12, minute)
        assert found.hour in WAKING


@given(NOWS, st.integers(1, 12), st.integers(0, 59), st.sampled_from(["am", "pm"]))
def test_with_its_half_it_is_that_time_today_or_tomorrow(now, hour, minute, half):
    found = meant(f"at {number(hour)}{minutes(minute)} {half}", now)
    if found is Unfit.TOO_SOON:
        return
    assert now < found <= now + timedelta(hours=26)
    if found.utcoffset() == now.utcoffset():
        assert found.hour == hour % 12 + (12 if half == "pm" else 0)


@given(NOWS, st.integers(1, 59), st.sampled_from(["minutes", "hours"]))
def test_so_long_from_now_is_exactly_so_long(now, amount, unit):
    found = meant(f"in {number(amount)} {unit}", now)
    length = timedelta(minutes=amount) if unit == "minutes" else timedelta(hours=amount)
    assert (
        timedelta(0)
        <= found.astimezone(UTC) - (now.astimezone(UTC) + length)
        < timedelta(seconds=1)
    )


WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS = st.sampled_from(
    ["", "today", "tonight", "tomorrow", "tomorrow morning", "in three days", "in a week"]
    + [f"{word} {day}" for day in WEEKDAYS for word in ("on", "next")]
)
CLOCKS = st.one_of(
    st.just(""),
    st.just("at noon"),
    st.just("at midnight"),
    st.builds(lambda h, m: f"at {number(h)}{minutes(m)}", st.integers(1, 23), st.integers(0, 59)),
    st.builds(lambda h: f"at half past {number(h)}", st.integers(1, 12)),
    st.builds(
        lambda m, h: f"at {number(m)} to {number(h)}", st.integers(1, 29), st.integers(1, 12)
    ),
)


@given(NOWS, DAYS, CLOCKS, st.booleans())
def test_whatever_is_said_is_between_a_minute_and_120_days_from_now_or_refused(
    now, day, clock, clock_first
):
    text = " ".join(filter(None, [clock, day] if clock_first else [day, clock]))
    if not text or (clock_first and day.startswith("in ")):
        return
    found = meant(text, now)
    if isinstance(found, Unfit):
        assert found in {Unfit.PAST, Unfit.TOO_SOON}
        return
    ahead = found.astimezone(UTC) - now.astimezone(UTC)
    assert timedelta(seconds=60) <= ahead <= MOST
    assert found.microsecond == 0
    if any(weekday in day for weekday in WEEKDAYS) and "midnight" not in clock:
        assert WEEKDAYS[found.weekday()] in day


@given(
    st.lists(
        st.sampled_from(
            [
                "at",
                "five",
                "in",
                "ten",
                "minutes",
                "on",
                "monday",
                "half",
                "past",
                "a",
                "quarter",
                "to",
                "the",
                "third",
                "of",
                "may",
                "am",
                "tomorrow",
                "night",
                "lunch",
                "oh",
                "30",
                "5pm",
                "and",
            ]
        ),
        max_size=9,
    )
)
def test_no_words_break_the_reader_and_a_time_never_reaches_beyond_them(listed):
    for at in range(len(listed)):
        for bare in (False, True):
            found = READER.at(listed, at, bare=bare)
            assert found is None or at < found[1] <= len(listed)
            if found:
                moment(found[0], FRIDAY)
    found = READER.before(listed, len(listed))
    assert found is None or 0 <= found[1] < len(listed)
