"""`earshot skill-package`: what Alexa needs of the skill, as a folder for the ask command."""

import json
import re
import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

MODELS = Path(__file__).parents[3] / "interaction_models"
ARN = re.compile(r"arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w-]+)?")
PUBLISHED_AS = {
    "en-US": {
        "name": "Earshot",
        "summary": "Slack by voice.",
        "description": "Send messages to your Slack workspace and hear the replies.",
        "examplePhrases": ["Alexa, open slack"],
        "keywords": ["slack", "messages"],
    }
}


def skill_package(
    lambda_arn: Annotated[str, typer.Option(help="The skill function that was deployed.")],
    folder: Annotated[Path, typer.Option(help="Where to write it.")] = Path(".build/skill-package"),
) -> None:
    """Write the skill package, which `ask deploy` or the developer console's import takes."""
    if not ARN.fullmatch(lambda_arn):
        raise typer.BadParameter("That is not the ARN of a Lambda function.")
    write(folder, lambda_arn)
    typer.echo(f"The skill package is in {folder}.")


def write(folder: Path, lambda_arn: str) -> None:
    """Write the package's files, in the layout of ask-cli 2."""
    models = folder / "skill-package" / "interactionModels" / "custom"
    models.mkdir(parents=True, exist_ok=True)
    for model in sorted(MODELS.glob("*.json")):
        shutil.copy(model, models / model.name)
    _write_json(folder / "skill-package" / "skill.json", manifest(lambda_arn))
    resources = {
        "askcliResourcesVersion": "2020-03-31",
        "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}},
    }
    _write_json(folder / "ask-resources.json", resources)


def manifest(lambda_arn: str) -> dict[str, Any]:
    """Return the skill's manifest: private, in development, where "slack" may be its name."""
    return {
        "manifest": {
            "manifestVersion": "1.0",
            "publishingInformation": {
                "locales": PUBLISHED_AS,
                "category": "COMMUNICATION",
                "distributionMode": "PRIVATE",
                "isAvailableWorldwide": False,
            },
            "apis": {"custom": {"endpoint": {"uri": lambda_arn}}},
            "privacyAndCompliance": {
                "allowsPurchases": False,
                "usesPersonalInfo": True,
                "isChildDirected": False,
                "isExportCompliant": True,
                "containsAds": False,
            },
        }
    }


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
