"""What every link has heard: marks, positions and the last answer, changed together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailbox import keys
from mailbox.codec import from_json, from_record, to_json, to_record
from mailbox.errors import ConditionFailed, MailboxUnavailable
from mailbox.expiry import FORTNIGHT
from mailbox.hearing import EVERYWHERE, Answer, Position, Used
from mailbox.inbound import Attention
from mailbox.partway import Partway, Step
from mailbox.table import Item, Table, Write, delete, put

TRIES = 4
MOST_TOGETHER = 100
"""DynamoDB writes no more items in one transaction."""
_LAST = "\uffff"


@dataclass(frozen=True)
class Move:
    """A position as it was read, and as it is to be."""

    before: Position
    after: Position


class Hearings:
    """What links have heard and how far they have read."""

    def __init__(self, table: Table) -> None:
        """Keep it in this table."""
        self._table = table

    def positions(
        self, link_id: str, team_id: str, conversation_ids: Iterable[str]
    ) -> dict[str, Position]:
        """Return the positions in these conversations and EVERYWHERE, by conversation id."""
        wanted = dict.fromkeys([EVERYWHERE, *conversation_ids])
        items = self._table.get_many([keys.position(link_id, each) for each in wanted])
        found = [from_record(Position, item) for item in items]
        known = {each.conversation_id: each for each in found}
        return {each: known.get(each) or Position(link_id, team_id, each) for each in wanted}

    def heard(self, link_id: str, conversation_id: str, after: str) -> set[str]:
        """Return the ts of what was spoken of a conversation after this ts."""
        first, last = (keys.heard(link_id, conversation_id, ts) for ts in (after, _LAST))
        items = self._table.between(first["pk"], first["sk"], last["sk"])
        return {str(item["sk"]).rpartition("#")[2] for item in items}

    def late(self, link_id: str, most: int | None = None) -> list[tuple[str, str]]:
        """Return conversation and ts of what came late and is unheard; at most so many."""
        partition = keys.link_partition(link_id)
        items = self._table.between(partition, "LATE#", f"LATE#{_LAST}", most=most)
        parts = (str(item["sk"]).split("#") for item in items)
        return [(conversation_id, ts) for _, conversation_id, ts in parts]

    def see(self, position: Position, until: str) -> Position:
        """Move a position's `seen_until` forward, never back; return it as it then stands."""
        for _ in range(TRIES):
            if position.seen_until >= until:
                return position
            moved = replace(position, seen_until=until, revision=position.revision + 1)
            try:
                self._table.apply(_moved(Move(position, moved)))
            except ConditionFailed:
                position = self._again(position)
            else:
                return moved
        raise MailboxUnavailable("a position that others move all the time")

    def partway(self, link_id: str) -> list[Partway]:
        """Return how far a link is in the long messages that it heard the beginning of."""
        items = self._table.query(keys.link_partition(link_id), "PARTWAY#")
        return [from_record(Partway, item) for item in items]

    def move(self, move: Move) -> bool:
        """Move a position; False when it was moved meanwhile."""
        try:
            self._table.apply(_moved(move))
        except ConditionFailed:
            return False
        return True

    def pass_over(self, link_id: str, used: Sequence[Used]) -> None:
        """Forget that these called for attention or came late: they are gone, or read."""
        writes = [write for each in used for write in _forgetting(link_id, each)]
        for start in range(0, len(writes), MOST_TOGETHER):
            self._table.apply(*writes[start : start + MOST_TOGETHER])

    def mark(self, position: Position, until: str) -> None:
        """Move a position's `marked_until` forward: Slack is being told."""
        for _ in range(TRIES):
            now = self._again(position)
            if now.marked_until >= until or self.move(Move(now, replace(now, marked_until=until))):
                return

    def record(
        self,
        answer: Answer,
        used: Sequence[Used],
        moves: Sequence[Move] = (),
        steps: Sequence[Step] = (),
    ) -> Answer:
        """Record an answer, what it used up and how far it read, at once; return it as recorded.

        At most 30 messages and a handful of positions: DynamoDB writes at most 100 items together.
        Raises ConditionFailed when one of the messages was heard, or one of the positions moved,
        meanwhile.
        """
        recorded = replace(
            answer,
            used=tuple(to_json(each) for each in used),
            positions=tuple(to_json(each.before) for each in moves),
            partway=tuple(to_json(each.before) for each in steps),
        )
        writes = [write for each in used for write in _using(answer.link_id, each)]
        writes += [_stepped(answer.link_id, each) for each in steps]
        self._table.apply(_answer(recorded), *writes, *map(_moved, moves))
        return recorded

    def last_answer(self, link_id: str) -> Answer | None:
        """Return the last answer that read messages."""
        item = self._table.get(keys.answer(link_id))
        return from_record(Answer, item) if item else None

    def take_back(self, answer: Answer) -> bool:
        """Make unheard again what an answer used up; False when it was taken back already.

        A position that moved on since goes back as well: marks keep what others spoke from being
        spoken again.
        """
        used = [from_json(Used, each) for each in answer.used]
        before = [from_json(Position, each) for each in answer.positions]
        writes = [write for each in used for write in _unusing(answer.link_id, each)]
        steps = [from_json(Partway, each) for each in answer.partway]
        writes += [_partway(answer.link_id, each) for each in steps]
        condition = "#request_id = :request_id AND #taken_back = :no"
        values = {":request_id": answer.request_id, ":no": False}
        taken = _answer(replace(answer, taken_back=True), condition, values)
        for _ in range(TRIES):
            moves = [self._moved_back(then) for then in before]
            try:
                self._table.apply(taken, *writes, *map(_moved, moves))
            except ConditionFailed:
                last = self.last_answer(answer.link_id)
                if not last or last.taken_back or last.request_id != answer.request_id:
                    return False
            else:
                return True
        raise MailboxUnavailable("positions that others move all the time")

    def _moved_back(self, then: Position) -> Move:
        now = self._again(then)
        after = replace(
            now,
            heard_until=min(now.heard_until, then.heard_until),
            marked_until=min(now.marked_until, then.marked_until),
        )
        return Move(now, after)

    def _again(self, position: Position) -> Position:
        item = self._table.get(keys.position(position.link_id, position.conversation_id))
        if item is None:
            return Position(position.link_id, position.team_id, position.conversation_id)
        return from_record(Position, item)


def used_of(answer: Answer) -> list[Used]:
    """Return what an answer used up."""
    return [from_json(Used, each) for each in answer.used]


def late_write(link_id: str, conversation_id: str, ts: str) -> Write:
    """Mark a message as late, to be written together with it."""
    return put({**keys.late(link_id, conversation_id, ts), **_expiry(ts)})


def attention_write(attention: Attention) -> Write:
    """Keep an attention."""
    key = keys.unheard(attention.link_id, attention.ts, attention.conversation_id)
    return put({**key, **to_record(attention), **_expiry(attention.ts)})


def _using(link_id: str, used: Used) -> list[Write]:
    writes = []
    if used.is_spoken:
        mark = keys.heard(link_id, used.conversation_id, used.ts)
        writes.append(put({**mark, **_expiry(used.ts)}, "attribute_not_exists(pk)"))
    if used.reason:
        key = keys.unheard(link_id, used.ts, used.conversation_id)
        writes.append(delete(key, "attribute_exists(pk)"))
    if used.is_late:
        writes.append(delete(keys.late(link_id, used.conversation_id, used.ts)))
    return writes


def _forgetting(link_id: str, used: Used) -> list[Write]:
    ts, conversation_id = used.ts, used.conversation_id
    attention = [delete(keys.unheard(link_id, ts, conversation_id))] if used.reason else []
    return attention + ([delete(keys.late(link_id, conversation_id, ts))] if used.is_late else [])


def _unusing(link_id: str, used: Used) -> list[Write]:
    writes = []
    if used.is_spoken:
        writes.append(delete(keys.heard(link_id, used.conversation_id, used.ts)))
    if used.reason:
        place = (used.team_id, used.conversation_id, used.ts)
        writes.append(attention_write(Attention(link_id, *place, used.reason, used.thread_ts)))
    if used.is_late:
        writes.append(late_write(link_id, used.conversation_id, used.ts))
    return writes


def _stepped(link_id: str, step: Step) -> Write:
    """Go on from where it was: nobody else must have told that part meanwhile."""
    if step.before.said:
        return _partway(link_id, step.after, "#said = :said", {":said": step.before.said})
    return _partway(link_id, step.after, "attribute_not_exists(pk)")


def _partway(
    link_id: str, partway: Partway, condition: str = "", values: Item | None = None
) -> Write:
    key = keys.partway(link_id, partway.conversation_id, partway.ts)
    if not partway.said:
        return delete(key, condition, values)
    return put({**key, **to_record(partway), **_expiry(partway.ts)}, condition, values)


def _answer(answer: Answer, condition: str = "", values: Item | None = None) -> Write:
    return put({**keys.answer(answer.link_id), **to_record(answer)}, condition, values)


def _moved(move: Move) -> Write:
    after = replace(move.after, revision=move.before.revision + 1)
    item = {**keys.position(after.link_id, after.conversation_id), **to_record(after)}
    condition = "attribute_not_exists(pk) OR #revision = :revision"
    if move.before.revision:
        condition = "#revision = :revision"
    return put(item, condition, {":revision": move.before.revision})


def _expiry(ts: str) -> Item:
    return {"expires_at": int(float(ts)) + FORTNIGHT}
