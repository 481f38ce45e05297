"""What is to be allowed for what was said, while a question is open. Pure.

Each intent's own need stands beside what answers it (`skill/intents/registry.py`). What is named
nowhere needs everything.
"""

from skill.intents.registry import EVERYTHING, INTENTS, LAUNCH, NOT_A_MESSAGE, Need
from skill.intents.sharing.topics import Topic
from skill.turn.question import Pending

_BESIDE_INTENTS: dict[str, Need] = {
    LAUNCH: Need.READ,
    NOT_A_MESSAGE: Need.NOTHING,
    Topic.DIGITS: Need.ANSWER,
    Topic.WHO_MAY: Need.CHANGE,
    Topic.ASK_CODE: Need.CHANGE,
    Topic.PRIVACY: Need.CHANGE,
    Topic.SET_CODE: Need.CHANGE,
    Topic.RULES: Need.OWN,
    Topic.LEAVE: Need.CHANGE,
    Topic.WHICH_WORKSPACE: Need.NOTHING,
    Topic.SWITCH: Need.CHANGE,
    Topic.UNKNOWN: Need.NOTHING,
}
"""What is said where intents are, and is none; the topics of ACCOUNT among it."""
_READING = {Pending.MORE, Pending.WHICH_TO_HEAR, Pending.WHICH_OF_DIGEST, Pending.FURTHER_BACK}
_CHANGING = {Pending.NEW_CODE, Pending.LEAVE}

NEEDS: dict[str, Need] = {**{name: need for name, (_, need) in INTENTS.items()}, **_BESIDE_INTENTS}


def need_of(intent: str, pending: Pending, *, is_answer: bool) -> Need:
    """Return what an intent, or a topic of ACCOUNT, needs while a question is open.

    `is_answer` is whether it has a meaning of its own at that question.
    """
    own = NEEDS.get(intent, EVERYTHING)
    if own is Need.ANSWER:
        # What the question gives no meaning may begin a message: a name alone, "no, tell Ana ...".
        return _need_at(pending) if is_answer else Need.SEND
    return own | _need_at(pending) if own and is_answer else own


def _need_at(pending: Pending) -> Need:
    if pending in (Pending.CODE, Pending.WHICH_WORKSPACE):
        return Need.NOTHING
    if pending in _READING:
        return Need.READ
    return Need.CHANGE if pending in _CHANGING else Need.SEND
