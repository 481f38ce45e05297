"""What a function imports at its start is counted, and held to limits by `make check`."""

import json
import subprocess
import sys

import pytest

from deploy import imports
from deploy.packages import ROOT
from tests.deploy.reading import FUNCTIONS


def test_every_function_has_a_limit():
    assert set(imports.limits()) == {*FUNCTIONS, "authorize"} == set(imports.HANDLERS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_keeps_to_its_limit_and_the_limit_is_near(function):
    now, limit = imports.measured(function), imports.limits()[function]
    assert not now.exceeds(limit), now
    # A limit that was left behind by what was won lets it be lost again.
    found = {name: getattr(now, name) / most for name, most in limit.items()}
    assert min(found["modules"], found["kilobytes"], found["compiled"]) > 0.9, found


def test_garbage_is_looked_for_again_once_all_is_imported():
    program = (
        "import gc, bridge.receive_lambda; print(gc.isenabled(), gc.get_freeze_count() > 9999)"
    )
    done = subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True)
    assert done == "True True\n"


@pytest.mark.parametrize("name", ["modules", "kilobytes", "compiled", "collections"])
def test_an_import_too_many_is_named_and_fails(tmp_path, monkeypatch, capsys, name):
    limits = tmp_path / "imports.json"
    monkeypatch.setattr(imports, "LIMITS", limits)
    plenty = {"modules": 10_000, "kilobytes": 100_000, "compiled": 10_000, "collections": 10_000}
    limits.write_text(json.dumps({"receive": plenty | {name: -1}}))
    assert imports.main() == 1
    assert "EXCEEDED" in capsys.readouterr().out
    limits.write_text(json.dumps({"receive": plenty}))
    assert imports.main() == 0
