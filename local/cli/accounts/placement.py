"""Where a deployment may be: what its stage is called, and the regions from which Alexa calls."""

import re

LOCAL = "local"
"""The stack on this machine. In AWS its roles would not be held to keys, nor its table kept."""
_STAGE = re.compile("[A-Za-z][A-Za-z0-9-]{0,19}")
"""AWS names a deployment's parts by it."""
REGIONS = {
    "us-east-1": "N. Virginia: North and South America",
    "eu-west-1": "Ireland: Europe, Africa, the Middle East, India",
    "us-west-2": "Oregon: Australia, New Zealand, western North America",
    "ap-northeast-1": "Tokyo: Japan",
}
"""Alexa calls no function anywhere else (developer.amazon.com, "Host a custom skill as an AWS
Lambda function"; ask-cli 2 maps North America, Europe with
India, and the Far East to the first three)."""
DEFAULT_REGION = "us-east-1"


class NotAStage(ValueError):
    """No deployment to AWS can be called so; the message says why."""


class NotAlexas(ValueError):
    """Alexa does not call functions in this region; the message says where she does."""


def stage_named(stage: str) -> str:
    """Return what may be a stage's name, or raise NotAStage."""
    if not _STAGE.fullmatch(stage):
        raise NotAStage(
            f"{stage!r} cannot be a stage: letters, digits and hyphens, a letter first, 20 at most."
        )
    return stage


def stage_in_aws(stage: str) -> str:
    """Return the name of a stage in AWS, or raise NotAStage."""
    if stage_named(stage) == LOCAL:
        raise NotAStage("The stage local is the stack on this machine. Name another --stage.")
    return stage


def alexas_region(region: str) -> str:
    """Return a region from which Alexa calls, or raise NotAlexas."""
    if region not in REGIONS:
        raise NotAlexas(f"Alexa calls no function in {region}, only in {all_regions()}.")
    return region


def is_region(name: str) -> bool:
    """Whether this could be the name of one of AWS's regions."""
    return re.fullmatch("[a-z]{2}(-[a-z]+)+-[0-9]", name) is not None


def all_regions() -> str:
    """Return the regions from which Alexa calls, to be read."""
    *most, last = REGIONS
    return f"{', '.join(most)} and {last}"
