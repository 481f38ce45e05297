"""Devices that refuse an answer, as Alexa tells the skill of it."""

import copy
from typing import Any

from local.echo import Turn
from local.world.played import PlayedInProcess


def refuse(world: PlayedInProcess, turn: Turn, *, reason: str = "ERROR") -> dict[str, Any]:
    """Tell the skill how the session of this turn ended, as Alexa does."""
    request = copy.deepcopy(turn.request)
    request["session"]["new"] = False
    request["request"] = {
        "type": "SessionEndedRequest",
        "requestId": "ended",
        "timestamp": request["request"]["timestamp"],
        "locale": "en-US",
        "reason": reason,
        "error": {"type": "INVALID_RESPONSE", "message": "An exception occurred"},
    }
    answer = world.parts.skill(request)
    assert "outputSpeech" not in answer["response"]
    return answer
