"""What each bridge Lambda must be told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from postbox.settings import MAX_MESSAGE_AGE, SettingMissing, required, seconds

_VENDOR = re.compile(r"[A-Za-z0-9]{1,64}")


@dataclass(frozen=True)
class LinkSettings:
    """What a Lambda needs for the tokens of several people's links."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TOKEN_KEY",
        "EARSHOT_SLACK_CLIENT_ID",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER",
    )

    token_key: str
    client_id: str
    client_secret_parameter: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "LinkSettings | None":
        """Read the settings; None where there is one owner, and no key."""
        if not environment.get("EARSHOT_TOKEN_KEY", "").strip():
            return None
        return cls(*required(environment, cls.VARIABLES))


@dataclass(frozen=True)
class PostSettings:
    """Settings of the Lambda that posts the outbox."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TABLE",
        "EARSHOT_OUTBOX_URL",
        "EARSHOT_DEAD_LETTER_URL",
        "EARSHOT_SLACK_API_URL",
        "EARSHOT_TOKEN_PARAMETER",
        "EARSHOT_MAX_MESSAGE_AGE",
    )
    MAY_BE_BLANK: ClassVar[tuple[str, ...]] = LinkSettings.VARIABLES

    table: str
    outbox_url: str
    dead_letter_url: str
    slack_api_url: str
    token_parameter: str
    max_message_age: float
    """Seconds after which an unposted message is given up."""
    links: LinkSettings | None
    """None where there is one owner."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "PostSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        *names, age = cls.VARIABLES
        table, outbox, dead_letters, slack, token = required(environment, names)
        longest = seconds(environment, age, MAX_MESSAGE_AGE)
        links = LinkSettings.from_environment(environment)
        return cls(table, outbox, dead_letters, slack, token, longest, links)


@dataclass(frozen=True)
class ReceiveSettings:
    """Settings of the Lambda that takes Slack's events."""

    VARIABLES: ClassVar[tuple[str, ...]] = ("EARSHOT_TABLE", "EARSHOT_SIGNING_SECRET_PARAMETER")

    table: str
    signing_secret_parameter: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "ReceiveSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        return cls(*required(environment, cls.VARIABLES))


@dataclass(frozen=True)
class RefreshSettings:
    """Settings of the Lambda that keeps the link and the directory fresh."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TABLE",
        "EARSHOT_OUTBOX_URL",
        "EARSHOT_SLACK_API_URL",
        "EARSHOT_TOKEN_PARAMETER",
        "EARSHOT_DEFAULT_CONVERSATION",
        "EARSHOT_MAX_MESSAGE_AGE",
    )
    MAY_BE_BLANK: ClassVar[tuple[str, ...]] = LinkSettings.VARIABLES

    table: str
    outbox_url: str
    slack_api_url: str
    token_parameter: str
    default_conversation: str
    """The name, with or without '#', of where messages go that name no other place."""
    max_message_age: float
    links: LinkSettings | None
    """None where there is one owner."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "RefreshSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        *names, age = cls.VARIABLES
        table, outbox, slack, token, default = required(environment, names)
        longest = seconds(environment, age, MAX_MESSAGE_AGE)
        links = LinkSettings.from_environment(environment)
        return cls(table, outbox, slack, token, default, longest, links)


@dataclass(frozen=True)
class AuthorizeSettings:
    """Settings of the Lambda by which people link their Slack to their Alexa account."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TABLE",
        "EARSHOT_ISSUER",
        "EARSHOT_ALEXA_CLIENT_ID",
        "EARSHOT_ALEXA_CLIENT_SECRET_PARAMETER",
        "EARSHOT_ALEXA_VENDOR_IDS",
        "EARSHOT_SLACK_API_URL",
        "EARSHOT_SLACK_AUTHORIZE_URL",
        "EARSHOT_SLACK_CLIENT_ID",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER",
        "EARSHOT_TOKEN_KEY",
        "EARSHOT_DEFAULT_CONVERSATION",
    )
    MAY_BE_BLANK: ClassVar[tuple[str, ...]] = ("EARSHOT_SLACK_WORKSPACES",)

    table: str
    issuer: str
    """Our own address, without a slash at its end."""
    alexa_client_id: str
    alexa_client_secret_parameter: str
    alexa_vendor_ids: tuple[str, ...]
    slack_api_url: str
    slack_authorize_url: str
    slack_client_id: str
    slack_client_secret_parameter: str
    token_key: str
    """The KMS key of Slack's tokens."""
    default_conversation: str
    workspaces: frozenset[str]
    """The ids of the workspaces that may be linked; empty for any."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "AuthorizeSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        values = dict(zip(cls.VARIABLES, required(environment, cls.VARIABLES), strict=True))
        vendors = _listed(values["EARSHOT_ALEXA_VENDOR_IDS"])
        if not all(_VENDOR.fullmatch(vendor) for vendor in vendors):
            raise SettingMissing("EARSHOT_ALEXA_VENDOR_IDS", "is no list of vendor ids")
        return cls(
            table=values["EARSHOT_TABLE"],
            issuer=values["EARSHOT_ISSUER"].rstrip("/"),
            alexa_client_id=values["EARSHOT_ALEXA_CLIENT_ID"],
            alexa_client_secret_parameter=values["EARSHOT_ALEXA_CLIENT_SECRET_PARAMETER"],
            alexa_vendor_ids=vendors,
            slack_api_url=values["EARSHOT_SLACK_API_URL"],
            slack_authorize_url=values["EARSHOT_SLACK_AUTHORIZE_URL"],
            slack_client_id=values["EARSHOT_SLACK_CLIENT_ID"],
            slack_client_secret_parameter=values["EARSHOT_SLACK_CLIENT_SECRET_PARAMETER"],
            token_key=values["EARSHOT_TOKEN_KEY"],
            default_conversation=values["EARSHOT_DEFAULT_CONVERSATION"],
            workspaces=frozenset(_listed(environment.get("EARSHOT_SLACK_WORKSPACES", ""))),
        )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in value.split(",") if each.strip())
