"""What an answer has to look like; each says what is wrong with one, or None. Pure."""

import re
from collections.abc import Callable

from local.cli.accounts.placement import NotAlexas, alexas_region
from local.cli.accounts.skill_package import SKILL_ID
from local.cli.setup import talk

_SECRET = re.compile("[0-9a-f]{32}")
_CLIENT_ID = re.compile(r"[0-9]+\.[0-9]+|[0-9a-f]{32}")
_VENDOR_ID = re.compile("M[0-9A-Z]{4,30}")


def _wrong(what_it_is: Callable[[str], object], sentence: str) -> talk.Check:
    return lambda answer: None if what_it_is(answer) else sentence


def wrong_region(answer: str) -> str | None:
    """Say what is wrong with a region."""
    try:
        alexas_region(answer)
    except NotAlexas as problem:
        return str(problem)
    return None


wrong_signing_secret = _wrong(
    _SECRET.fullmatch,
    "A Signing Secret is 32 digits and letters from a to f: Basic Information > App Credentials.",
)
wrong_client_secret = _wrong(
    _SECRET.fullmatch,
    "A Client Secret is 32 digits and letters from a to f: Basic Information > App Credentials.",
)
wrong_client_id = _wrong(
    _CLIENT_ID.fullmatch, "A Client ID is two numbers with a point between: 1234567890.1234567890."
)
wrong_vendor_id = _wrong(
    _VENDOR_ID.fullmatch,
    "A vendor id begins with M: https://developer.amazon.com/settings/console/mycid",
)
wrong_skill_id = _wrong(
    SKILL_ID.fullmatch, "A skill id looks like amzn1.ask.skill. and 36 characters."
)
empty = _wrong(bool, "Name a channel, such as general.")
no_mail = _wrong(
    lambda answer: not answer or ("@" in answer and " " not in answer), "That is no mail address."
)
