"""Faults: how they are written, which calls they strike, and for how long."""

import random
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from local.workspace.faults.faults import Fault, FaultKind, Faults, parse_fault
from local.world.clock import SteppedClock

POST = "chat.postMessage"


@pytest.fixture
def faults(clock: SteppedClock) -> Faults:
    return Faults(clock)


def struck(faults: Faults, calls: int = 5, method: str = POST) -> int:
    return sum(faults.take(method) is not None for _ in range(calls))


@pytest.mark.parametrize(
    ("spec", "fault"),
    [
        ("429", Fault(FaultKind.STATUS, status=429)),
        ("429 for 30 s", Fault(FaultKind.STATUS, status=429, times=None, seconds=30)),
        ("500 twice", Fault(FaultKind.STATUS, status=500, times=2)),
        ("503 3 times", Fault(FaultKind.STATUS, status=503, times=3)),
        ("502 1 time", Fault(FaultKind.STATUS, status=502)),
        ("500 after storing", Fault(FaultKind.STATUS, status=500, stores=True)),
        ("ratelimited", Fault(FaultKind.STATUS, status=429)),
        ("hangs", Fault(FaultKind.HANG)),
        ("hangs after storing once", Fault(FaultKind.HANG, stores=True)),
        ("drops the answer", Fault(FaultKind.DROP, stores=True)),
        ("Drops  the answer TWICE", Fault(FaultKind.DROP, stores=True, times=2)),
        ("resets", Fault(FaultKind.RESET)),
        ("half an answer", Fault(FaultKind.HALF, stores=True)),
        ("html", Fault(FaultKind.HTML)),
        (
            "html after storing for 1.5 s",
            Fault(FaultKind.HTML, stores=True, times=None, seconds=1.5),
        ),
        ("slow 3 s", Fault(FaultKind.SLOW, stores=True, delay=3)),
        (
            "slow 0.5 s for 10 s",
            Fault(FaultKind.SLOW, stores=True, delay=0.5, times=None, seconds=10),
        ),
        ("is_archived", Fault(FaultKind.ERROR, error="is_archived")),
        ("fatal_error until cleared", Fault(FaultKind.ERROR, error="fatal_error", times=None)),
    ],
)
def test_a_fault_is_read_as_it_is_written(spec: str, fault: Fault) -> None:
    read = parse_fault(spec)
    assert read.spec == " ".join(spec.split())
    assert read == Fault(**{**vars(fault), "spec": read.spec})


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "  ",
        "sulks",
        "500 0 times",
        "200",
        "429 after storing",
        "slow",
        "slow down",
        "hangs for",
    ],
)
def test_what_is_no_fault_is_refused_in_a_sentence(spec: str) -> None:
    with pytest.raises(ValueError, match=r"is no fault: a fault is one of .*\.$") as raised:
        parse_fault(spec)
    assert repr(spec.strip()) in str(raised.value)


@given(st.text())
def test_any_text_is_a_fault_or_refused(spec: str) -> None:
    with suppress(ValueError):
        assert parse_fault(spec).spec == " ".join(spec.split())


def test_a_fault_strikes_the_next_posts_alone(faults: Faults) -> None:
    faults.add(parse_fault("500 twice"))
    assert struck(faults, method="conversations.history") == 0
    assert struck(faults) == 2


def test_a_fault_with_a_method_strikes_that_one_alone(faults: Faults) -> None:
    faults.add(parse_fault("hangs"), "conversations.history")
    assert struck(faults) == 0
    assert struck(faults, method="conversations.history") == 1


@pytest.mark.parametrize("code", ["account_inactive", "token_revoked", "invalid_auth"])
def test_the_end_of_a_token_strikes_every_method(faults: Faults, code: str) -> None:
    faults.add(parse_fault(f"{code} until cleared"))
    assert struck(faults, 3, "auth.test") == 3
    assert struck(faults, 3) == 3


def test_a_star_is_every_method(faults: Faults) -> None:
    faults.add(parse_fault("500 twice"), "*")
    assert struck(faults, 1, "users.list") == 1
    assert struck(faults, 5) == 1


def test_a_fault_for_some_seconds_goes_by_the_workspaces_clock(
    faults: Faults, clock: SteppedClock
) -> None:
    faults.add(parse_fault("429 for 30 s"))
    clock.step(12.5)
    taken = faults.take(POST)
    assert taken is not None
    assert taken[1] == 17.5
    clock.step(17.4)
    assert struck(faults, 3) == 3
    clock.step(0.1)
    assert struck(faults) == 0
    assert faults.waiting == []


def test_faults_wait_in_line(faults: Faults) -> None:
    for spec in ("500", "hangs", "is_archived"):
        faults.add(parse_fault(spec))
    assert faults.waiting == ["500", "hangs", "is_archived"]
    taken = [faults.take(POST) for _ in range(4)]
    outcomes = [found and found[0].outcome for found in taken]
    assert outcomes == [FaultKind.STATUS, FaultKind.HANG, FaultKind.ERROR, None]


def test_a_number_of_times_given_apart_stands_above_the_written_one(faults: Faults) -> None:
    faults.add(parse_fault("500 twice"), times=3)
    assert struck(faults, 9) == 3
    faults.add(parse_fault("500 twice"), times=None)
    assert struck(faults, 9) == 9


def test_seconds_given_apart_stand_above_the_written_times(
    faults: Faults, clock: SteppedClock
) -> None:
    faults.add(parse_fault("500 twice"), seconds=5)
    assert struck(faults, 9) == 9
    clock.step(5)
    assert struck(faults) == 0


def test_cleared_faults_strike_no_more(faults: Faults) -> None:
    faults.add(parse_fault("500 until cleared"))
    faults.at_random({"hangs": 1.0}, random.Random(1))
    faults.clear()
    assert struck(faults) == 0


def test_faults_come_at_random_as_often_as_asked_and_the_same_for_the_same_seed(
    clock: SteppedClock,
) -> None:
    def outcomes(seed: int) -> list[FaultKind | None]:
        faults = Faults(clock)
        faults.at_random({"drops the answer": 0.2, "hangs": 0.1}, random.Random(seed), POST)
        taken = [faults.take(POST) for _ in range(2000)]
        return [found[0].outcome if found else None for found in taken]

    drawn = outcomes(7)
    assert drawn == outcomes(7)
    assert drawn != outcomes(8)
    assert 300 < drawn.count(FaultKind.DROP) < 500
    assert 120 < drawn.count(FaultKind.HANG) < 280


def test_random_faults_strike_posting_alone_unless_told_otherwise(faults: Faults) -> None:
    faults.at_random({"hangs": 1.0}, random.Random(1))
    assert struck(faults, method="auth.test") == 0
    assert struck(faults, 5) == 5
    faults.at_random({"hangs": 1.0}, random.Random(1), "*")
    assert struck(faults, 5, "auth.test") == 5


def test_chances_above_one_are_refused(faults: Faults) -> None:
    with pytest.raises(ValueError, match="more than 1"):
        faults.at_random({"hangs": 0.6, "html": 0.5}, random.Random(1))
