"""The single writes of which a read state is made; read_states.py makes them together."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from postbox.inbox.message import Attention, AttentionReason
from postbox.inbox.read_state import Answer, MessageOffset, OffsetStep, Position, Used
from postbox.inbox.stores.attention_writes import attention_write, expiry, late_write
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import Item, Write, delete, put, unchanged

_TS = re.compile(r"[0-9]{10}\.[0-9]{6}")


@dataclass(frozen=True)
class Move:
    """A position as it was read, and as it is to be."""

    before: Position
    after: Position

    @property
    def moved(self) -> Position:
        """The position as it stands once it was moved."""
        return replace(self.after, revision=self.before.revision + 1)


def use_writes(link_id: str, used: Used) -> list[Write]:
    """Use a message up: marked where it was spoken, its attention and lateness gone.

    What was changed after it had been heard has its mark already.
    """
    writes = []
    if used.is_spoken and used.reason is not AttentionReason.EDITED:
        mark = keys.heard(link_id, used.conversation_id, used.ts)
        writes.append(put({**mark, **expiry(used.ts)}, "attribute_not_exists(pk)"))
    if used.reason:
        key = keys.unheard(link_id, used.ts, used.conversation_id)
        writes.append(delete(key, "attribute_exists(pk)"))
    if used.is_late:
        writes.append(delete(keys.late(link_id, used.conversation_id, used.ts)))
    return writes


def forget_writes(link_id: str, used: Used) -> list[Write]:
    """Drop what called for attention, without a mark."""
    ts, conversation_id = used.ts, used.conversation_id
    attention = [delete(keys.unheard(link_id, ts, conversation_id))] if used.reason else []
    return attention + ([delete(keys.late(link_id, conversation_id, ts))] if used.is_late else [])


def unuse_writes(link_id: str, used: Used) -> list[Write]:
    """Make unheard again what was used up."""
    writes = []
    if used.is_spoken and used.reason is not AttentionReason.EDITED:
        writes.append(delete(keys.heard(link_id, used.conversation_id, used.ts)))
    if used.reason:
        place = (used.team_id, used.conversation_id, used.ts)
        writes.append(attention_write(Attention(link_id, *place, used.reason, used.thread_ts)))
    if used.is_late:
        writes.append(late_write(link_id, used.conversation_id, used.ts))
    return writes


def step_write(link_id: str, step: OffsetStep) -> Write:
    """Go on from where it was: nobody else must have told that part meanwhile."""
    if step.before.said:
        return message_offset_write(
            link_id, step.after, "#said = :said", {":said": step.before.said}
        )
    # One that could not be read was told as if it were not there.
    values = {":known": MessageOffset.VERSION, ":number": "N"}
    unreadable = "#version <> :known OR NOT attribute_type(#said, :number)"
    return message_offset_write(
        link_id, step.after, f"attribute_not_exists(pk) OR {unreadable}", values
    )


def message_offset_write(
    link_id: str, message_offset: MessageOffset, condition: str = "", values: Item | None = None
) -> Write:
    """Keep how far a long message was told; where nothing of it was, keep nothing."""
    key = keys.message_offset(link_id, message_offset.conversation_id, message_offset.ts)
    if not message_offset.said:
        return delete(key, condition, values)
    return put({**key, **to_record(message_offset), **expiry(message_offset.ts)}, condition, values)


def answer_write(answer: Answer, condition: str = "", values: Item | None = None) -> Write:
    """Keep an answer."""
    return put({**keys.answer(answer.link_id), **to_record(answer)}, condition, values)


def move_write(move: Move) -> Write:
    """Move a position that is still as it was read."""
    after = move.moved
    item = {**keys.position(after.link_id, after.conversation_id), **to_record(after)}
    condition, values = unchanged(move.before.revision)
    if not move.before.revision:
        values[":number"] = "N"
        unreadable = "NOT attribute_type(#revision, :number)"
        condition = f"attribute_not_exists(pk) OR {condition} OR {unreadable}"
    return put(item, condition, values)


def salvaged(blank: Position, item: Item) -> Position:
    """Return what can be read of a position that is broken, or of another version."""
    stamps = {
        name: item[name]
        for name in ("seen_until", "heard_until", "marked_until")
        if isinstance(item.get(name), str) and _TS.fullmatch(item[name])
    }
    revision = item.get("revision")
    number = int(revision) if isinstance(revision, int | Decimal) and revision > 0 else 0
    return replace(blank, **stamps, revision=number)
