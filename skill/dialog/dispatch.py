"""From an intent to its answer: what it means at the open question, and what becomes of that."""

from dataclasses import replace

from postbox.store.errors import MailboxUnavailable
from skill.dialog.drafts import matter_of, with_what_was_open
from skill.dialog.open_questions import OPEN_QUESTIONS
from skill.intents.messages import bare
from skill.intents.registry import INTENTS, Handler
from skill.intents.session import fallback
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending
from skill.turn.reply import Reply
from skill.understanding.doubts.swallowed import swallowed

_WORDS = "message"
_WITHOUT_SLOTS = frozenset(
    {
        "AMAZON.RepeatIntent", "AMAZON.CancelIntent", "AMAZON.NoIntent", "ComposeIntent",
        "SendAgainIntent", "KeepUnreadIntent", "SkipIntent",
    }
)  # fmt: skip
"""Intents whose sentences say all; what posts something comes last where several are meant."""


def answered(intent: str, turn: Turn, services: Services) -> Reply:
    """Answer an intent; one that is not (yet, or any more) known is one not understood."""
    known = intent if intent in INTENTS else fallback.INTENT
    turn = bare.restored(intent, turn)
    meant = swallowed(intent, turn.slots.get(_WORDS, ""), turn.locale)
    if meant and turn.question is None:
        return _meant(meant, turn, services)
    try:
        reply = handler(known, turn.pending)(turn, services)
    except MailboxUnavailable:
        # A message in the making keeps the session open, for it is in the session only.
        ends = not matter_of(turn.question).has_words
        reply = Reply(say("mailbox_unavailable"), ends=ends)
    return with_what_was_open(reply, known, turn, services)


def _meant(intents: tuple[str, ...], turn: Turn, services: Services) -> Reply:
    """Answer words that a carrier for messages took from another sentence: "send them again"."""
    told = replace(turn, slots={})
    for intent in intents:
        if intent in _WITHOUT_SLOTS and intent in INTENTS:
            return with_what_was_open(INTENTS[intent](told, services), intent, told, services)
    return Reply(say("not_a_message"))


def handler(intent: str, pending: Pending) -> Handler:
    """Return what answers a known intent while this question is open."""
    row = OPEN_QUESTIONS.get(pending)
    return (row.handler(intent) if row else None) or INTENTS[intent]
