"""What each bridge Lambda must be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from postbox.settings import MAX_MESSAGE_AGE, required, seconds


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

    table: str
    outbox_url: str
    dead_letter_url: str
    slack_api_url: str
    token_parameter: str
    max_message_age: float
    """Seconds after which an unposted message is given up."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "PostSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        *names, age = cls.VARIABLES
        table, outbox, dead_letters, slack, token = required(environment, names)
        return cls(
            table, outbox, dead_letters, slack, token, seconds(environment, age, MAX_MESSAGE_AGE)
        )


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

    table: str
    outbox_url: str
    slack_api_url: str
    token_parameter: str
    default_conversation: str
    """The name, with or without '#', of where messages go that name no other place."""
    max_message_age: float

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "RefreshSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        *names, age = cls.VARIABLES
        table, outbox, slack, token, default = required(environment, names)
        return cls(table, outbox, slack, token, default, seconds(environment, age, MAX_MESSAGE_AGE))
