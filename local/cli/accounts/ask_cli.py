"""Amazon's ask-cli 2, where it is installed and signed in: makes and updates the skill.

Its commands mirror the Skill Management API (ask-cli, docs/concepts/Smapi-Command.md).
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from local.cli.accounts import skill_package
from local.cli.accounts.stopped import Stopped

SECONDS = 600
DEVELOPMENT = ("-g", "development")


class AskCli:
    """The `ask` command of this machine."""

    def __init__(self, command: str) -> None:
        """Run this program."""
        self._command = command

    @classmethod
    def find(cls) -> "AskCli | None":
        """Return the one that is installed and signed in, or None."""
        command = shutil.which("ask")
        if command is None:
            return None
        found = cls(command)
        return found if found.smapi("get-vendor-list") is not None else None

    def make_skill(self, folder: Path) -> str:
        """Make a skill without an endpoint; return its id. Raises Stopped."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "new-skill.json"
        file.write_text(json.dumps(skill_package.manifest()), encoding="utf-8")
        made = self.smapi("create-skill-for-vendor", "--manifest", f"file:{file}")
        skill_id = made.get("skillId", "") if made else ""
        if not skill_package.SKILL_ID.fullmatch(skill_id):
            raise Stopped("ask could not make a skill. Look with: ask smapi list-skills-for-vendor")
        return str(skill_id)

    def update_skill(self, folder: Path, lambda_arn: str, skill_id: str) -> None:
        """Give the skill its package (manifest, endpoint, models) and turn it on for its owner."""
        skill_package.write(folder, lambda_arn, skill_id)
        done = self._run("deploy", "--target", "skill-metadata", "--ignore-hash", at=folder)
        if done is None:
            raise Stopped(f"ask could not deploy. Look in {folder} with: ask deploy --debug")
        self.smapi("set-skill-enablement", "-s", skill_id, *DEVELOPMENT)

    def smapi(self, *arguments: str) -> dict[str, Any] | None:
        """Call the Skill Management API; None where that fails, {} where it says nothing."""
        printed = self._run("smapi", *arguments)
        if printed is None:
            return None
        try:
            found = json.loads(printed)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {"all": found}

    def _run(self, *arguments: str, at: Path | None = None) -> str | None:
        try:
            done = subprocess.run(
                [self._command, *arguments],
                cwd=at,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None
