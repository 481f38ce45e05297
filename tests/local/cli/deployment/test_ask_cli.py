"""Where ask-cli is signed in, it makes the skill and gives it what it needs."""

import json
import stat
import sys
from pathlib import Path

import pytest

from local.cli.accounts import ask_cli
from local.cli.accounts.ask_cli import AskCli
from local.cli.accounts.stopped import Stopped
from local.interaction_model.smapi_schema import complaints, find_spec, validator
from tests.local.cli.deployment.setup.conftest import SKILL_ID

ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill"
PROGRAM = f"""#!{sys.executable}
import json, os, pathlib, sys
arguments = sys.argv[1:]
log = pathlib.Path({{log!r}})
log.write_text(log.read_text() + json.dumps([os.getcwd(), *arguments]) + chr(10))
fails = {{fails!r}}
if any(word in arguments for word in fails): sys.exit(1)
if "create-skill-for-vendor" in arguments:
    manifest = json.loads(pathlib.Path(arguments[-1].removeprefix("file:")).read_text())
    assert "endpoint" not in manifest["manifest"]["apis"]["custom"]
    print(json.dumps({{{{"skillId": {SKILL_ID!r}}}}}))
if "get-vendor-list" in arguments: print(json.dumps({{{{"vendors": []}}}}))
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install an `ask` that writes down how it was called, and fails at what it is told to."""
    log = tmp_path / "asked"
    log.write_text("")

    def install(*fails: str) -> Path:
        program = tmp_path / "ask"
        program.write_text(PROGRAM.format(log=str(log), fails=fails))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path))
        return log

    return install


def asked(log: Path) -> list[list[str]]:
    return [json.loads(line) for line in log.read_text().splitlines()]


def test_one_that_is_not_installed_or_not_signed_in_is_none(installed, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert AskCli.find() is None
    installed("get-vendor-list")
    assert AskCli.find() is None


def test_it_makes_the_skill_first_and_deploys_the_package_onto_it_later(installed, tmp_path):
    log = installed()
    ask = AskCli.find()
    assert ask is not None
    assert ask.make_skill(tmp_path / "new") == SKILL_ID
    folder = tmp_path / "package"
    ask.update_skill(folder, ARN, SKILL_ID)
    assert [call[1:] for call in asked(log)] == [
        ["smapi", "get-vendor-list"],
        [
            *("smapi", "create-skill-for-vendor", "--manifest"),
            f"file:{tmp_path / 'new' / 'new-skill.json'}",
        ],
        ["deploy", "--target", "skill-metadata", "--ignore-hash"],
        ["smapi", "set-skill-enablement", "-s", SKILL_ID, "-g", "development"],
    ]
    assert asked(log)[2][0] == str(folder)
    states = json.loads((folder / ".ask" / "ask-states.json").read_text())
    assert states == {
        "askcliStatesVersion": "2020-03-31",
        "profiles": {"default": {"skillId": SKILL_ID}},
    }


def test_the_manifest_of_a_skill_without_an_endpoint_is_amazons_too():
    judge = validator(find_spec(Path(__file__)), "v1.skill.Manifest.SkillManifestEnvelope")
    assert complaints(ask_cli.skill_package.manifest(), judge) == []


@pytest.mark.parametrize(
    ("fails", "sentence"),
    [("create-skill-for-vendor", "could not make a skill"), ("deploy", "ask deploy --debug")],
)
def test_what_it_cannot_do_is_said_with_where_to_look(installed, tmp_path, fails, sentence):
    installed(fails)
    ask = AskCli.find()
    assert ask is not None
    if fails == "deploy":
        with pytest.raises(Stopped, match=sentence):
            ask.update_skill(tmp_path / "package", ARN, SKILL_ID)
    else:
        with pytest.raises(Stopped, match=sentence):
            ask.make_skill(tmp_path / "new")
