"""What the skill Lambda must be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from mailbox.settings import required, seconds, yes_or_no


@dataclass(frozen=True)
class SkillSettings:
    """The skill's settings; all are required."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_SKILL_ID",
        "EARSHOT_TABLE",
        "EARSHOT_OUTBOX_URL",
        "EARSHOT_MAX_MESSAGE_AGE",
        "EARSHOT_UNDO_SECONDS",
        "EARSHOT_ALEXA_LOOPBACK",
    )

    skill_id: str
    table: str
    outbox_url: str
    max_message_age: float
    """Seconds after which an unposted message is given up."""
    undo_seconds: float
    """Seconds within which a message can be unsent or changed by voice."""
    allows_loopback: bool
    """Whether Alexa may be asked over plain http on this machine, as the virtual Echo is."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "SkillSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        skill_id, table, outbox_url = required(environment, cls.VARIABLES[:3])
        age, undo, loopback = cls.VARIABLES[3:]
        return cls(
            skill_id=skill_id,
            table=table,
            outbox_url=outbox_url,
            max_message_age=seconds(environment, age),
            undo_seconds=seconds(environment, undo),
            allows_loopback=yes_or_no(environment, loopback),
        )
