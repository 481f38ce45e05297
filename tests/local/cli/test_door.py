"""The `earshot` command as it is installed, called from anywhere."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
EARSHOT = ROOT / ".venv" / "bin" / "earshot"
COMMANDS = "up say play explain render setup doctor slack-manifest skill-package deploy outbox"


def run(at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.defpath, "HOME": str(at), "COLUMNS": "120"}
    return subprocess.run(
        [EARSHOT, *arguments],
        cwd=at,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_from_any_folder_it_lists_what_it_can_do(tmp_path):
    done = run(tmp_path, "--help")
    assert done.returncode == 0, done.stderr
    for command in COMMANDS.split():
        assert f" {command} " in done.stdout


def test_from_any_folder_it_plays_a_story(tmp_path):
    (tmp_path / "story.txt").write_text("you: open slack\nalexa: Good evening.\n")
    done = run(tmp_path, "play", "story.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "story.txt: line 2: alexa: Good evening.\n  instead: Nothing new."
    )


def test_without_a_command_it_shows_the_help(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 2
    assert "Slack by voice" in done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS.split())
def test_every_command_tells_what_it_does(earshot, command):
    result = earshot(command, "--help")
    assert result.exit_code == 0
    assert f"{command}" in result.stdout
