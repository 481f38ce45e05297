"""The weights of the second look: fitted the same way each time, and from what stands here."""

import json
from pathlib import Path

import pytest

from local.second_look.__main__ import fingerprint, main
from local.second_look.examples import examples
from local.second_look.fitting import Sample, Settings, fitted, together
from skill.understanding.doubts.second_look.look import score


def test_the_weights_come_from_the_examples_that_are_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "second_look.json"
    stale.write_text(json.dumps({"fitted_from": "others", "weights": {}}), encoding="utf-8")
    assert main(["--check"]) == 0
    assert main(["--check"], stale) == 1
    assert "python -m local.second_look" in capsys.readouterr().out
    assert main(["--all"]) == 2
    assert len(fingerprint()) == 64


def test_weights_part_what_was_seen_and_are_the_same_each_time() -> None:
    samples = [
        Sample(frozenset({"both", "broken", f"rare {number}"}), True) for number in range(30)
    ]
    samples += [Sample(frozenset({"both", "plain"}), False) for _ in range(30)]
    weights = fitted(samples, Settings(seen=20))
    assert weights == fitted(samples, Settings(seen=20))
    assert score(weights, frozenset({"both", "broken"})) > 0
    assert score(weights, frozenset({"both", "plain"})) < 0
    assert not any(name.startswith("rare") for name in weights)


def test_several_fits_are_one_in_which_what_hardly_tells_is_left_out() -> None:
    found = together([{"same": 1.0, "once": 0.2, "turned": 2.0}, {"same": 2.0, "turned": -2.0}])
    assert found == {"same": 1.5}


def test_examples_are_the_same_each_time_and_none_is_both_plain_and_broken() -> None:
    found = examples()
    assert found == examples()
    assert {example.is_doubtful for example in found} == {True, False}
    assert all(example.text == " ".join(example.text.split()) for example in found)
