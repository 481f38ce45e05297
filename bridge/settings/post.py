"""What the Lambda that posts the outbox must be told."""

from collections.abc import Mapping
from typing import ClassVar

from bridge.settings.link import LinkSettings
from postbox.frozen import Frozen
from postbox.settings import MAX_MESSAGE_AGE, required, seconds


class PostSettings(Frozen):
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
