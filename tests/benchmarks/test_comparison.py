"""Both ways are judged alike, by what was said and what stands in Slack."""

import pytest

from benchmarks.delivery.report import FAULTS
from benchmarks.peers.scenarios import SCENARIOS, Result, Told
from local.workspace.faults.faults import parse_fault


def told(text: str, *, sent: bool = False, promised: bool = False) -> Told:
    return Told(text, 0.1, sent, promised)


@pytest.mark.parametrize(
    ("answer", "posted", "judged"),
    [
        (told("x", sent=True), 1, (0, 0, 0)),
        (told("x", promised=True), 1, (0, 0, 0)),
        (told("x"), 0, (1, 0, 0)),
        (told("x", sent=True), 0, (1, 0, 1)),
        (told("x", promised=True), 0, (1, 0, 1)),
        (told("x"), 1, (0, 0, 1)),
        (told("x", sent=True), 2, (0, 1, 0)),
    ],
)
def test_an_answer_is_held_against_what_is_so(answer, posted, judged):
    result = Result([answer], {"x": posted})
    assert (result.lost, result.duplicated, result.untrue) == judged


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_every_scenario_can_be_set_up(scenario):
    assert len(set(scenario.texts)) == scenario.messages
    assert not scenario.faults or len(scenario.faults) == scenario.messages
    for spec in [scenario.always, *scenario.faults]:
        assert not spec or parse_fault(spec)


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_that_slack_can_have(fault):
    assert parse_fault(fault).spec == fault
