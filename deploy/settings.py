"""Refuses settings that the functions would refuse, and parameters that make no sense together.

deploy/osls-packages.js runs it before anything is packed: `python -m deploy.settings` reads
{"functions": {name: variables}, "parameters": {name: value}} from standard input. What AWS fills
in only later (a queue's address) is there as an object.
"""

import json
import re
import sys
from collections.abc import Mapping
from typing import Any, Protocol

from bridge.settings.authorize import AuthorizeSettings
from bridge.settings.post import PostSettings
from bridge.settings.receive import ReceiveSettings
from bridge.settings.refresh import RefreshSettings
from postbox.settings import MAX_MESSAGE_AGE, Bounds, SettingMissing, count, seconds
from skill.settings import SkillSettings


class Settings(Protocol):
    """What a function reads at its start."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> object:
        """Read the settings, or raise SettingMissing."""


READ_BY: Mapping[str, type[Settings]] = {
    "skill": SkillSettings,
    "post": PostSettings,
    "receive": ReceiveSettings,
    "refresh": RefreshSettings,
    "authorize": AuthorizeSettings,
}
LIMITS = {
    "eventsPerSecond": Bounds(1, 10_000),
    "eventsAtOnce": Bounds(1, 5_000),
    "linkingPerSecond": Bounds(1, 1_000),
    "linkingAtOnce": Bounds(1, 1_000),
    "tokensPerSecond": Bounds(1, 1_000),
    "tokensAtOnce": Bounds(1, 1_000),
    "skillConcurrency": Bounds(1, 1_000),
    "postConcurrency": Bounds(1, 1_000),
    "receiveConcurrency": Bounds(1, 1_000),
    "refreshConcurrency": Bounds(1, 1_000),
    "authorizeConcurrency": Bounds(1, 1_000),
}
"""With a concurrency of 0 a function would never run."""
OLDEST_MESSAGE = Bounds(10, MAX_MESSAGE_AGE.most)
_MAY_BE_UNSET = re.compile(r"\w+Concurrency")


class Refused(Exception):
    """A parameter cannot be deployed; the message says which, and what it may be."""


def check(functions: Mapping[str, Mapping[str, Any]], parameters: Mapping[str, Any]) -> None:
    """Return where all of it can be deployed, else raise Refused."""
    try:
        for name, variables in functions.items():
            READ_BY[name].from_environment(_as_lambda_has_them(variables))
        given = {name: str(value) for name, value in parameters.items() if value is not None}
        for name, bounds in LIMITS.items():
            if name in given or not _MAY_BE_UNSET.fullmatch(name):
                count(given, name, bounds)
        waited = seconds(given, "oldestMessageAlarm", OLDEST_MESSAGE)
    except SettingMissing as missing:
        raise Refused(_as_a_parameter(missing)) from None
    if waited >= seconds(given, "maxMessageAge", MAX_MESSAGE_AGE):
        raise Refused(
            "The setting oldestMessageAlarm must be less than maxMessageAge: a message that waited "
            "so long is given up before the alarm rings. See docs/configuration.md."
        )


def _as_lambda_has_them(variables: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else "filled in by AWS"
        for name, value in variables.items()
    }


def _as_a_parameter(missing: SettingMissing) -> str:
    """Return the sentence with the name that the person who deploys gave the setting."""
    words = missing.name.removeprefix("EARSHOT_").split("_")
    known = missing.name.startswith("EARSHOT_")
    name = words[0].lower() + "".join(map(str.capitalize, words[1:])) if known else missing.name
    return str(missing).replace(missing.name, name)


def main() -> int:
    """Check what comes in on standard input; print why it is refused, if it is."""
    given = json.load(sys.stdin)
    try:
        check(given["functions"], given["parameters"])
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
