"""Processes overlap in simulated time, one at a time, in the order of their moments."""

import pytest

from benchmarks.delivery.simulation import Simulation


def test_processes_overlap_and_take_turns_by_time():
    simulation, seen = Simulation(100.0), []

    def process(name: str, seconds: float):
        def body() -> None:
            for _ in range(3):
                simulation.sleep(seconds)
                seen.append((simulation(), name))

        return body

    simulation.process(process("slow", 5))
    simulation.process(process("fast", 2))
    simulation.run()
    assert seen == [
        (102, "fast"),
        (104, "fast"),
        (105, "slow"),
        (106, "fast"),
        (110, "slow"),
        (115, "slow"),
    ]


def test_what_a_process_spends_moves_its_own_clock_and_is_made_up_for_later():
    simulation, seen = Simulation(0.0), []

    def spender() -> None:
        simulation.spend(3)
        seen.append(("spender", simulation()))
        simulation.sleep(1)
        seen.append(("spender", simulation()))

    def other() -> None:
        seen.append(("other", simulation()))
        simulation.sleep(2)
        seen.append(("other", simulation()))

    simulation.process(spender)
    simulation.process(other)
    simulation.run()
    assert seen == [("spender", 3), ("other", 0), ("other", 2), ("spender", 4)]


def test_what_a_process_raises_ends_the_run():
    simulation = Simulation(0.0)

    def fails() -> None:
        simulation.sleep(1)
        raise LookupError("of all things")

    simulation.process(fails)
    simulation.process(lambda: simulation.sleep(5))
    with pytest.raises(LookupError, match="of all things"):
        simulation.run()


def test_nobody_runs_while_another_does():
    simulation, running = Simulation(0.0), []

    def body() -> None:
        for _ in range(20):
            running.append(1)
            assert len(running) == 1
            running.pop()
            simulation.sleep(1)

    for _ in range(5):
        simulation.process(body)
    simulation.run()
