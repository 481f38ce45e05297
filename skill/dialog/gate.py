"""What stands before every answer: where Earshot is shared, whether this voice may have it."""

from skill.dialog import dispatch
from skill.intents.registry import LAUNCH
from skill.turn.context import Turn
from skill.turn.reply import Reply


def gated(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH, as far as this voice may."""
    if turn.speaking is None:
        return answered(intent, turn)
    from skill.dialog.permitted import permitted  # noqa: PLC0415 - most have one owner

    return permitted(intent, turn)


def answered(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH, whoever speaks."""
    return dispatch.launched(turn) if intent == LAUNCH else dispatch.answered(intent, turn)
