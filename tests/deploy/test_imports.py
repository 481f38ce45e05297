"""What a function imports at its start is counted, and held to limits by `make check`."""

import json

import pytest

from deploy import imports
from tests.deploy.reading import FUNCTIONS


def test_every_function_has_a_limit():
    assert set(imports.limits()) == {*FUNCTIONS, "authorize"} == set(imports.HANDLERS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_keeps_to_its_limit_and_the_limit_is_near(function):
    now, limit = imports.measured(function), imports.limits()[function]
    assert not now.exceeds(limit), now
    # A limit that was left behind by what was won lets it be lost again.
    assert now.modules > 0.9 * limit["modules"]
    assert now.kilobytes > 0.9 * limit["kilobytes"]


def test_an_import_too_many_is_named_and_fails(tmp_path, monkeypatch, capsys):
    limits = tmp_path / "imports.json"
    monkeypatch.setattr(imports, "LIMITS", limits)
    limits.write_text(json.dumps({"receive": {"modules": 10, "kilobytes": 100_000}}))
    assert imports.main() == 1
    assert "EXCEEDED" in capsys.readouterr().out
    limits.write_text(json.dumps({"receive": {"modules": 10_000, "kilobytes": 100_000}}))
    assert imports.main() == 0
