"""Four digits: compared by their digest, guessed a few times only, good for one session."""

import pytest
from hypothesis import given, strategies as st

from postbox.households.codes import (
    FIRST_WAIT,
    FREE_TRIES,
    LASTS,
    LONGEST_WAIT,
    Code,
    Tries,
    digits_in,
    session_digest,
)

NOW = 1_790_000_000.0


def test_the_digits_are_known_again_and_no_others_are():
    code = Code.of("0482", "salt")
    assert code.is_that("0482")
    assert not code.is_that("4820")
    assert Code.of("0482", "another salt").digest != code.digest


@pytest.mark.parametrize(
    "said", ["", "482", "48211", "48a1", "\u0664\u0668\u0662\u0661", "4.82", "-482"]
)
def test_what_is_not_four_digits_is_no_code(said):
    assert digits_in(said) == ""


def test_digits_may_come_apart():
    assert digits_in("4 8 2 1") == "4821"


def test_after_some_wrong_codes_nobody_may_try_for_longer_and_longer():
    tries, now, waits = Tries(), NOW, []
    for _ in range(60):
        for _ in range(FREE_TRIES):
            assert tries.may_try(now)
            tries = tries.begun(now)
        assert not tries.may_try(now)
        waits.append(tries.closed_until - now)
        now = tries.closed_until
    assert waits[0] == FIRST_WAIT
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_all_codes_take_years_to_guess():
    tries, now = Tries(), NOW
    for _ in range(10_000):
        now = max(now, tries.closed_until)
        tries = tries.begun(now)
    assert now - NOW > 3 * 365 * 86_400


def test_the_right_code_opens_one_session_for_an_hour():
    one, other = session_digest("one"), session_digest("other")
    opened = Tries(3, 0.0).opening(one, NOW)
    assert opened.wrong == 0
    assert opened.is_open(one, NOW + LASTS)
    assert not opened.is_open(one, NOW + LASTS + 1)
    assert not opened.is_open(one, NOW - 1)
    assert not opened.is_open(other, NOW)


def test_no_session_is_open_before_the_code_was_said():
    assert not Tries().is_open("", 0.0)
    assert not Tries().is_open(session_digest(""), 0.0)


@given(st.text())
def test_whatever_is_said_is_four_digits_or_nothing(said):
    found = digits_in(said)
    assert found == "" or (len(found) == 4 and found.isdigit())
