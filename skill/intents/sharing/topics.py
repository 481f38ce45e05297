"""What somebody means who speaks of accounts, workspaces and voices. Pure."""

from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    """What it may be about."""

    DIGITS = "digits"
    WHO_MAY = "who may"
    ASK_CODE = "ask code"
    PRIVACY = "privacy"
    SET_CODE = "set_code"
    RULES = "rules"
    LEAVE = "leave"
    WHICH_WORKSPACE = "which_workspace"
    SWITCH = "switch"
    UNKNOWN = "unknown"


_BY_SLOT = {
    "code": Topic.DIGITS,
    "who": Topic.WHO_MAY,
    "doing": Topic.ASK_CODE,
    "level": Topic.PRIVACY,
    "workspace": Topic.SWITCH,
    "which": Topic.WHICH_WORKSPACE,
    "left": Topic.LEAVE,
    "act": Topic.RULES,
    "asked": Topic.RULES,
}
_BY_ID = (Topic.SET_CODE, Topic.SWITCH, Topic.LEAVE)


def topic_of(slots: Mapping[str, str], resolved_ids: frozenset[str]) -> Topic:
    """Return what is meant, by the slots that are filled and what Alexa found in them."""
    for slot, topic in _BY_SLOT.items():
        if slot in slots:
            return topic
    return next((topic for topic in _BY_ID if topic in resolved_ids), Topic.UNKNOWN)
