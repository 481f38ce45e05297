"""What stands before every answer: where Earshot is shared, whether this voice may have it."""

from skill.dialog import dispatch
from skill.dialog.meant import as_meant
from skill.turn.context import Turn
from skill.turn.reply import Reply


def gated(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH, as far as this voice may."""
    intent, turn = as_meant(intent, turn)
    if turn.speaking is None:
        return dispatch.any_answered(intent, turn)
    from skill.dialog.permitted import permitted  # noqa: PLC0415 - most have one owner

    return permitted(intent, turn)
