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
    assert all(getattr(now, name) > 0.9 * most for name, most in limit.items())


@pytest.mark.parametrize("name", ["modules", "kilobytes", "dataclasses"])
def test_an_import_too_many_is_named_and_fails(tmp_path, monkeypatch, capsys, name):
    limits = tmp_path / "imports.json"
    monkeypatch.setattr(imports, "LIMITS", limits)
    plenty = {"modules": 10_000, "kilobytes": 100_000, "dataclasses": 10_000}
    limits.write_text(json.dumps({"receive": plenty | {name: 10}}))
    assert imports.main() == 1
    assert "EXCEEDED" in capsys.readouterr().out
    limits.write_text(json.dumps({"receive": plenty}))
    assert imports.main() == 0
