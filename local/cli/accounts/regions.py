"""The regions from which Alexa calls Lambda functions, and for whom each is near."""

import re

REGIONS = {
    "us-east-1": "N. Virginia: North and South America",
    "eu-west-1": "Ireland: Europe, Africa, the Middle East, India",
    "us-west-2": "Oregon: Australia, New Zealand, western North America",
    "ap-northeast-1": "Tokyo: Japan",
}
"""Alexa calls no function anywhere else (developer.amazon.com, "Host a custom skill as an AWS
Lambda function"; ask-cli 2 maps North America, Europe with
India, and the Far East to the first three)."""
DEFAULT = "us-east-1"


class NotAlexas(ValueError):
    """Alexa does not call functions in this region; the message says where she does."""


def checked(region: str) -> str:
    """Return the region, or raise NotAlexas."""
    if region not in REGIONS:
        raise NotAlexas(f"Alexa calls no function in {region}, only in {named()}.")
    return region


def is_region(name: str) -> bool:
    """Whether this could be the name of one of AWS's regions."""
    return re.fullmatch("[a-z]{2}(-[a-z]+)+-[0-9]", name) is not None


def named() -> str:
    """Return all of them, to be read."""
    *most, last = REGIONS
    return f"{', '.join(most)} and {last}"
