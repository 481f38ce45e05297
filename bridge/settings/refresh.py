"""What the Lambda that keeps the link and the directory fresh must be told."""

from collections.abc import Mapping
from typing import ClassVar

from bridge.settings.link import LinkSettings
from postbox.frozen import Frozen
from postbox.settings import MAX_MESSAGE_AGE, required, seconds


class RefreshSettings(Frozen):
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
