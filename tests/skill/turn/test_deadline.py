"""Whatever an answer waits for, it waits no longer than its turn may take."""

from hypothesis import given, strategies as st

from local.world.clock import SteppedClock
from skill.turn.timing import Timing

SECONDS = st.floats(0, 20)
EVERY = 0.25


def timing(clock: SteppedClock, deadline: float) -> Timing:
    return Timing(clock, clock.step).until(deadline)


@given(seconds=SECONDS, left=SECONDS, comes=SECONDS)
def test_a_wait_ends_with_what_comes_with_its_own_time_or_with_the_turn(seconds, left, comes):
    clock = SteppedClock(0.0)
    found = timing(clock, left).awaited(
        False,
        lambda _seen: clock() >= comes,
        bool,
        seconds=seconds,
        every=EVERY,
    )
    assert clock() <= min(seconds, left) + EVERY
    assert found == (clock() >= comes and clock() > 0)


def test_two_waits_share_the_time_of_one_turn():
    clock = SteppedClock(0.0)
    turn = timing(clock, 2.0)
    for _ in range(3):
        turn.awaited(None, lambda seen: seen, lambda _seen: False, seconds=1.5, every=EVERY)
    assert clock() == 2.0


def test_what_is_there_at_once_takes_no_time():
    clock = SteppedClock(0.0)
    seen = timing(clock, 7.0).awaited(1, lambda _seen: 2, bool, seconds=1.5, every=EVERY)
    assert (seen, clock()) == (1, 0.0)
