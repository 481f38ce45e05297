"""What the skill Lambda must be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbox.settings import required, seconds


@dataclass(frozen=True)
class SkillSettings:
    """The skill's settings; all are required."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_SKILL_ID",
        "EARSHOT_TABLE",
        "EARSHOT_OUTBOX_URL",
        "EARSHOT_MAX_MESSAGE_AGE",
    )

    skill_id: str
    table: str
    outbox_url: str
    max_message_age: float
    """Seconds after which an unposted message is given up."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "SkillSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        skill_id, table, outbox_url = required(environment, cls.VARIABLES[:3])
        return cls(skill_id, table, outbox_url, seconds(environment, cls.VARIABLES[3]))
