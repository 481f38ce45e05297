"""What Alexa needs of the skill, as a folder that ask-cli 2 deploys.

The layout is that of ask-cli 2 (github.com/alexa/ask-cli, lib/model/resources-config): beside the
package lies what to deploy (ask-resources.json), and, in .ask, onto which skill (ask-states.json).
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from local.cli.accounts.placement import REGIONS

MODELS = Path(__file__).parents[3] / "interaction_models"
SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f-]{36}")
ARN = re.compile(r"arn:aws:lambda:([\w-]+):\d{12}:function:[\w-]+(:[\w-]+)?")
PROFILE = "default"
PUBLISHED_AS = {
    "en-US": {
        "name": "Earshot",
        "summary": "Slack by voice.",
        "description": "Send messages to your Slack workspace and hear the replies.",
        "examplePhrases": ["Alexa, open slack"],
        "keywords": ["slack", "messages"],
    }
}


class CannotBeWritten(Exception):
    """The folder cannot be written; the message names it, and says why."""


def is_alexas(arn: str) -> bool:
    """Whether this is a Lambda function in a region from which Alexa calls."""
    found = ARN.fullmatch(arn)
    return found is not None and found[1] in REGIONS


def write(folder: Path, lambda_arn: str, skill_id: str = "") -> None:
    """Write the package; with a skill's id, `ask deploy` updates that one.

    Raises CannotBeWritten.
    """
    try:
        _write_package(folder / "skill-package", lambda_arn)
        resources = {"skillMetadata": {"src": "./skill-package"}}
        _write_json(folder / "ask-resources.json", _profiled("askcliResourcesVersion", resources))
        if skill_id:
            states = folder / ".ask" / "ask-states.json"
            states.parent.mkdir(exist_ok=True)
            _write_json(states, _profiled("askcliStatesVersion", {"skillId": skill_id}))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CannotBeWritten(f"{folder} cannot be written: {why}.") from None


def manifest(lambda_arn: str = "") -> dict[str, Any]:
    """Return the skill's manifest: in development, where "slack" may be its name.

    Without a function it has no endpoint: so a skill is made whose id the function is to know.
    """
    endpoint = {"endpoint": {"uri": lambda_arn}} if lambda_arn else {}
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": PUBLISHED_AS,
                "category": "COMMUNICATION",
                "distributionMode": "PRIVATE",
                "isAvailableWorldwide": False,
            },
            "apis": {"custom": endpoint},
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": True,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
            },
        }
    }


def _write_package(folder: Path, lambda_arn: str) -> None:
    models = folder / "interactionModels" / "custom"
    models.mkdir(parents=True, exist_ok=True)
    for model in sorted(MODELS.glob("*.json")):
        shutil.copy(model, models / model.name)
    _write_json(folder / "skill.json", manifest(lambda_arn))


def _profiled(version: str, profile: dict[str, Any]) -> dict[str, Any]:
    return {version: "2020-03-31", "profiles": {PROFILE: profile}}


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
