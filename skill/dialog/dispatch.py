"""From an intent to its answer: what it means at the open question, and what becomes of that."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialog.drafts import with_what_was_open
from skill.dialog.open_questions import row_of
from skill.intents.registry import CORRECTION, FALLBACK, INTENTS, LAUNCH, Handler, handler_of
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.turn.request import DID
from skill.understanding.openings import openings

_WORDS = "message"
_BEHIND = {
    "meant": "i mean", "more": "too", "well": "as well", "also": "also", "sorry": "sorry",
}  # fmt: skip
"""What is said behind a slot of the intent of corrections."""
_BEFORE = {"anew": "delete it and", "unmeant": "i didn't mean"}
"""What is said before one."""
_WITHOUT_SLOTS = frozenset(
    {
        "AMAZON.RepeatIntent", "AMAZON.CancelIntent", "AMAZON.NoIntent", "ComposeIntent",
        "SendAgainIntent", "KeepUnreadIntent", "SkipIntent", "ThanksIntent", "ReadNewIntent",
        "ReadRepliesIntent", "ReadMentionsIntent", "CountIntent", "OwnMessagesIntent",
        "HeartIntent",
    }
)  # fmt: skip
"""Intents whose sentences say all; what posts something comes last where several are meant."""
_NOT_DONE = frozenset({"AMAZON.HelpIntent", "HowToIntent", FALLBACK, "AMAZON.RepeatIntent"})


def any_answered(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH."""
    return launched(turn) if intent == LAUNCH else answered(intent, turn)


def answered(intent: str, turn: Turn) -> Reply:
    """Answer an intent; one that is not (yet, or any more) known is one not understood."""
    known = intent if intent in INTENTS else FALLBACK
    turn = _restored(intent, turn)
    if turn.question is None and (meant := _swallowed(intent, turn)):
        return _meant(meant, turn)
    return _remembered(_reply(known, handler(known, turn.pending), turn), known)


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


def _restored(intent: str, turn: Turn) -> Turn:
    """Return the turn with the message as it was said, where an intent took words out of it."""
    opening = openings().get(intent)
    if intent == CORRECTION:
        words = _correction(turn.slots)
    elif opening is not None:
        words = f"{opening} {turn.slots.get(_WORDS, '')}".strip()
    else:
        return turn
    return replace(turn, slots={**turn.slots, _WORDS: words})


def _correction(slots: Mapping[str, str]) -> str:
    """Return "crates not boxes", "seven i mean", "delete it and ..." as it was said."""
    if _WORDS in slots:
        return slots[_WORDS]
    if "right" in slots:
        return f"{slots['right']} not {slots.get('wrong', '')}".strip()
    behind = (f"{slots[slot]} {words}" for slot, words in _BEHIND.items() if slot in slots)
    before = (f"{words} {slots[slot]}" for slot, words in _BEFORE.items() if slot in slots)
    return next(iter((*behind, *before)), "")


def _swallowed(intent: str, turn: Turn) -> tuple[str, ...]:
    """Return the intents whose sentences the words of a message are the end of."""
    words = turn.slots.get(_WORDS)
    if not words:
        return ()
    from skill.understanding.doubts.swallowed import swallowed  # noqa: PLC0415 - few have words

    return swallowed(intent, words, turn.locale)


def _meant(intents: tuple[str, ...], turn: Turn) -> Reply:
    """Answer words that a carrier for messages took from another sentence: "send them again"."""
    told = replace(turn, slots={})
    for intent in intents:
        if intent in _WITHOUT_SLOTS and intent in INTENTS:
            return _reply(intent, handler_of(intent), told)
    return Reply(say("not_a_message"), is_slight=True)


def handler(intent: str, pending: Pending) -> Handler:
    """Return what answers a known intent while this question is open."""
    row = row_of(pending)
    return (row.handler(intent) if row else None) or handler_of(intent)
