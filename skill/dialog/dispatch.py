"""From an intent to its answer: what it means at the open question, and what becomes of that."""

from dataclasses import replace

from skill.dialog.drafts import with_what_was_open
from skill.dialog.open_questions import row_of
from skill.intents.registry import FALLBACK, LAUNCH, NOT_A_MESSAGE, Handler, handler_of
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.turn.request import DID

_NOT_DONE = frozenset({"AMAZON.HelpIntent", "HowToIntent", FALLBACK, "AMAZON.RepeatIntent"})


def any_answered(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH."""
    return launched(turn) if intent == LAUNCH else answered(intent, turn)


def answered(intent: str, turn: Turn) -> Reply:
    """Answer an intent as it is meant (skill/dialog/meant.py)."""
    if intent == NOT_A_MESSAGE:
        return Reply(say("not_a_message"), is_slight=True)
    return _remembered(_reply(intent, handler(intent, turn.pending), turn), intent)


def launched(turn: Turn) -> Reply:
    """Answer "open Slack"."""
    # It brings along all of reading, which most requests need not wait for.
    from skill.intents.session import launch  # noqa: PLC0415

    return _told(launch.handle, turn)


def _reply(intent: str, handle: Handler, turn: Turn) -> Reply:
    return with_what_was_open(_told(handle, turn), intent, turn)


def _told(handle: Handler, turn: Turn) -> Reply:
    try:
        return handle(turn)
    except Exception as trouble:
        from skill.dialog import troubles  # noqa: PLC0415 - rarely needed

        reply = troubles.told(trouble, turn)
        if reply is None:
            raise
        return reply


def _remembered(reply: Reply, intent: str) -> Reply:
    """Return the reply with what was done for the session to remember: help fits itself to it."""
    if intent in _NOT_DONE or reply.is_slight:
        return reply
    return replace(reply, remember={DID: intent, **reply.remember})


def handler(intent: str, pending: Pending) -> Handler:
    """Return what answers a known intent while this question is open."""
    row = row_of(pending)
    return (row.handler(intent) if row else None) or handler_of(intent)
