"""Time that moves only when told to, and a world that goes on meanwhile."""

from hypothesis import given, strategies as st

from local.world.clock import PumpedSleep, SteppedClock

seconds = st.floats(0, 1e6)


def test_a_clock_stands_still_until_it_is_stepped():
    clock = SteppedClock(1000.0)
    assert (clock(), clock()) == (1000.0, 1000.0)
    clock.step(2.5)
    assert (clock(), clock()) == (1002.5, 1002.5)


@given(st.lists(seconds))
def test_a_clock_never_goes_back(steps):
    clock = SteppedClock(0.0)
    for step in steps:
        before = clock()
        clock.step(step)
        assert clock() == before + step


def test_while_one_sleeps_the_world_goes_on_at_the_later_time():
    clock = SteppedClock(1000.0)
    pumped: list[float] = []
    sleep = PumpedSleep(clock, lambda: pumped.append(clock()))
    sleep(0.5)
    sleep(0.25)
    assert pumped == [1000.5, 1000.75]
