"""What the skill Lambda must be told."""

import re
from collections.abc import Mapping
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.settings import (
    MAX_MESSAGE_AGE,
    Bounds,
    SettingMissing,
    count,
    required,
    seconds,
    yes_or_no,
)

UNDO_SECONDS = Bounds(10, 86_400)
"""Whoever hears "Sent" needs some seconds to say "undo"."""
SUMMARIES_PER_DAY = Bounds(0, 1000)
_ACCOUNT = r"amzn1\.ask\.account\.[\w.-]{1,230}"
_MODEL = r"[a-z0-9][a-z0-9.:-]*"


class SkillSettings(Frozen):
    """The skill's settings; all are required but those that may be blank."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_SKILL_ID",
        "EARSHOT_TABLE",
        "EARSHOT_OUTBOX_URL",
        "EARSHOT_MAX_MESSAGE_AGE",
        "EARSHOT_UNDO_SECONDS",
        "EARSHOT_ALEXA_LOOPBACK",
        "EARSHOT_SUMMARIES_PER_DAY",
        "EARSHOT_ACCOUNTS",
    )
    MAY_BE_BLANK: ClassVar[tuple[str, ...]] = (
        "EARSHOT_SUMMARY_MODEL",
        "EARSHOT_OWNER_USER_ID",
        "EARSHOT_ALEXA_PIN",
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
    summaries_per_day: int
    """So many summaries of each link are made by the model in a day."""
    has_accounts: bool
    """Whether everybody links their own Slack; else the owner's is the only one."""
    summary_model: str
    """An Amazon Bedrock model's or inference profile's id; "" for none."""
    owner_user_id: str
    """The Alexa account that is answered; "" for the first one that speaks."""
    asks_alexa_pin: bool = False
    """Whether a recognized voice may say its Alexa PIN where a code is asked for."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "SkillSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        skill_id, table, outbox_url = required(environment, cls.VARIABLES[:3])
        age, undo, loopback, summaries, accounts = cls.VARIABLES[3:]
        return cls(
            skill_id=skill_id,
            table=table,
            outbox_url=outbox_url,
            max_message_age=seconds(environment, age, MAX_MESSAGE_AGE),
            undo_seconds=seconds(environment, undo, UNDO_SECONDS),
            allows_loopback=yes_or_no(environment, loopback),
            summaries_per_day=count(environment, summaries, SUMMARIES_PER_DAY),
            has_accounts=yes_or_no(environment, accounts),
            summary_model=_model(environment, cls.MAY_BE_BLANK[0]),
            owner_user_id=_account(environment, cls.MAY_BE_BLANK[1]),
            asks_alexa_pin=_is_yes(environment, cls.MAY_BE_BLANK[2]),
        )


def _is_yes(environment: Mapping[str, str], name: str) -> bool:
    return bool(environment.get(name, "").strip()) and yes_or_no(environment, name)


def _model(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if value and not re.fullmatch(_MODEL, value):
        raise SettingMissing(name, "is not the id of a model or of an inference profile")
    return value


def _account(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if value and not re.fullmatch(_ACCOUNT, value):
        raise SettingMissing(name, "is not the id of an Alexa account, amzn1.ask.account...")
    return value
