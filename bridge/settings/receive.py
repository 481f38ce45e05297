"""What the Lambda that takes Slack's events must be told."""

from collections.abc import Mapping
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.settings import required


class ReceiveSettings(Frozen):
    """Settings of the Lambda that takes Slack's events."""

    VARIABLES: ClassVar[tuple[str, ...]] = ("EARSHOT_TABLE", "EARSHOT_SIGNING_SECRET_PARAMETER")

    table: str
    signing_secret_parameter: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "ReceiveSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        return cls(*required(environment, cls.VARIABLES))
