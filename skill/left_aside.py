"""A message in the making that is left for something else: never without a word."""

from dataclasses import replace

from skill.composing.desk import DRAFT
from skill.intents import (
    delivery_status,
    keep_unread,
    learned_names,
    reactions,
    read_from,
    read_on,
    read_replies,
    scheduled,
    who_and_when,
)
from skill.speech.sentences import joined
from skill.turn import Reply, Turn

_ELSEWHERE = frozenset(
    {
        read_replies.INTENT,
        read_replies.MENTIONS_INTENT,
        read_replies.NEW_INTENT,
        read_from.INTENT,
        read_from.MARK_INTENT,
        read_from.CATCH_UP_INTENT,
        read_on.NEXT,
        read_on.SKIP,
        read_on.PREVIOUS,
        keep_unread.INTENT,
        who_and_when.WHO,
        who_and_when.WHEN,
        delivery_status.INTENT,
        scheduled.LIST,
        reactions.INTENT,
        learned_names.LIST,
    }
)
"""Intents that have nothing to do with a message in the making."""


def with_what_was_left(reply: Reply, turn: Turn, intent: str) -> Reply:
    """Say first that nothing was sent, where a message had words and something else was asked."""
    draft = turn.attributes.get(DRAFT) or {}
    if not turn.is_composing or intent not in _ELSEWHERE or not draft.get("text"):
        return reply
    return replace(reply, speech=joined([turn.phrases["cancelled"], reply.speech]))
