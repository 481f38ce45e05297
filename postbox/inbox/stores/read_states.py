"""What every link has heard: marks, positions and the last answer, changed together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from postbox.inbox.message import START
from postbox.inbox.read_state import EVERYWHERE, Answer, MessageOffset, OffsetStep, Position, Used
from postbox.inbox.stores.read_state_writes import (
    Move,
    answer_write,
    forget_writes,
    message_offset_write,
    move_write,
    salvaged,
    step_write,
    unuse_writes,
    use_writes,
)
from postbox.store import keys
from postbox.store.codec import from_record
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from postbox.store.items import Item
from postbox.store.table import Table

TRIES = 4
_LAST = "\uffff"


class ReadStates:
    """What links have heard and how far they have read."""

    def __init__(self, table: Table) -> None:
        """Keep it in this table."""
        self._table = table

    def positions(
        self,
        link_id: str,
        team_id: str,
        conversation_ids: Iterable[str],
        known: Mapping[str, Position] = MappingProxyType({}),
    ) -> dict[str, Position]:
        """Return the positions in these conversations and EVERYWHERE, by conversation id.

        Those that are `known` are not read again.
        """
        wanted = dict.fromkeys([EVERYWHERE, *conversation_ids])
        unread = [conversation_id for conversation_id in wanted if conversation_id not in known]
        items = self._table.get_many(
            [keys.position(link_id, conversation_id) for conversation_id in unread]
        )
        by_key = {str(item["pk"]): item for item in items}
        blanks = {
            conversation_id: Position(link_id, team_id, conversation_id)
            for conversation_id in wanted
        }
        found = {place: known.get(place, blank) for place, blank in blanks.items()}
        for place, blank in blanks.items():
            item = by_key.get(keys.position(link_id, place)["pk"])
            if item is not None:
                found[place] = self._position(item, blank)
        return found

    def seen(self, link_ids: Iterable[str], team_id: str, conversation_id: str) -> dict[str, str]:
        """Return up to where each of these links has read a conversation elsewhere."""
        places = (EVERYWHERE, conversation_id)
        blanks = {
            keys.position(link_id, place)["pk"]: Position(link_id, team_id, place)
            for link_id in link_ids
            for place in places
        }
        found = dict.fromkeys((blank.link_id for blank in blanks.values()), START)
        wanted = [keys.position(blank.link_id, blank.conversation_id) for blank in blanks.values()]
        for item in self._table.get_many(wanted):
            position = self._position(item, blanks[str(item["pk"])])
            found[position.link_id] = max(found[position.link_id], position.seen_until)
        return found

    def have_heard(self, link_ids: Iterable[str], conversation_id: str, ts: str) -> set[str]:
        """Return to which of these links a message was spoken."""
        by_key = {keys.heard(link_id, conversation_id, ts)["pk"]: link_id for link_id in link_ids}
        wanted = [keys.heard(link_id, conversation_id, ts) for link_id in by_key.values()]
        return {by_key[str(item["pk"])] for item in self._table.get_many(wanted)}

    def heard(
        self, link_id: str, conversation_id: str, after: str, most: int | None = None
    ) -> set[str]:
        """Return the ts of what was spoken of a conversation from this ts on; at most the first."""
        first, last = (keys.heard(link_id, conversation_id, ts) for ts in (after, _LAST))
        items = self._table.between(first["pk"], first["sk"], last["sk"], most=most)
        return {_tail(item["sk"]) for item in items}

    def heard_among(
        self, link_id: str, messages: Iterable[tuple[str, str]]
    ) -> set[tuple[str, str]]:
        """Return which of these messages, by conversation and ts, were spoken."""
        wanted = [keys.heard(link_id, *message) for message in dict.fromkeys(messages)]
        found = self._table.get_many(wanted)
        return {(_tail(item["pk"]), _tail(item["sk"])) for item in found}

    def late(self, link_id: str, most: int | None = None) -> list[tuple[str, str]]:
        """Return conversation and ts of what came late and is unheard; at most so many."""
        first, last = (keys.late(link_id, edge, "") for edge in ("", _LAST))
        items = self._table.between(first["pk"], first["sk"], last["sk"], most=most)
        return list(self._table.sift("Late", _late, items))

    def see(self, position: Position, until: str) -> Position:
        """Move a position's `seen_until` forward, never back; return it as it then stands."""
        for _ in range(TRIES):
            if position.seen_until >= until:
                return position
            moved = replace(position, seen_until=until, revision=position.revision + 1)
            try:
                self._table.apply(move_write(Move(position, moved)))
            except ConditionFailed:
                position = self._again(position)
            else:
                return moved
        raise MailboxUnavailable("a position that others move all the time")

    def message_offsets(self, link_id: str) -> list[MessageOffset]:
        """Return how far a link is in the long messages that it heard the beginning of."""
        items = self._table.query(keys.speaker_partition(link_id), "OFFSET#")
        return list(self._table.sift("MessageOffset", partial(from_record, MessageOffset), items))

    def move(self, move: Move) -> bool:
        """Move a position; False when it was moved meanwhile."""
        try:
            self._table.apply(move_write(move))
        except ConditionFailed:
            return False
        return True

    def pass_over(self, link_id: str, used: Sequence[Used]) -> None:
        """Forget that these called for attention or came late: they are gone, or read."""
        writes = [write for use in used for write in forget_writes(link_id, use)]
        self._table.apply_all(writes)

    def mark(self, position: Position, until: str) -> None:
        """Move a position's `marked_until` forward, from as it should be: Slack is being told."""
        now = position
        for _ in range(TRIES):
            if now.marked_until >= until or self.move(Move(now, replace(now, marked_until=until))):
                return
            now = self._again(position)

    def record(
        self,
        answer: Answer,
        used: Sequence[Used],
        moves: Sequence[Move] = (),
        steps: Sequence[OffsetStep] = (),
    ) -> Answer:
        """Record an answer, what it used up and how far it read, at once; return it as recorded.

        At most 30 messages and a handful of positions: DynamoDB writes at most 100 items together.
        Raises ConditionFailed when one of the messages was heard, or one of the positions moved,
        meanwhile.
        """
        recorded = replace(
            answer,
            used=tuple(used),
            positions=tuple(move.before for move in moves),
            message_offsets=tuple(step.before for step in steps),
        )
        writes = [write for use in used for write in use_writes(answer.link_id, use)]
        writes += [step_write(answer.link_id, step) for step in steps]
        self._table.apply(answer_write(recorded), *writes, *map(move_write, moves))
        return recorded

    def last_answer(self, link_id: str) -> Answer | None:
        """Return the last answer that read messages."""
        item = self._table.get(keys.answer(link_id))
        return self._table.sift_one("Answer", partial(from_record, Answer), item)

    def take_back(self, answer: Answer) -> bool:
        """Make unheard again what an answer used up; False when it was taken back already.

        A position that moved on since goes back as well: marks keep what others spoke from being
        spoken again.
        """
        writes = [write for used in answer.used for write in unuse_writes(answer.link_id, used)]
        writes += [message_offset_write(answer.link_id, found) for found in answer.message_offsets]
        condition = "#request_id = :request_id AND #taken_back = :no"
        values = {":request_id": answer.request_id, ":no": False}
        taken = answer_write(replace(answer, taken_back=True), condition, values)
        for _ in range(TRIES):
            moves = [self._moved_back(then) for then in answer.positions]
            try:
                self._table.apply(taken, *writes, *map(move_write, moves))
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
        blank = Position(position.link_id, position.team_id, position.conversation_id)
        item = self._table.get(keys.position(position.link_id, position.conversation_id))
        return blank if item is None else self._position(item, blank)

    def _position(self, item: Item, blank: Position) -> Position:
        """Return a position; of one that cannot be read what is good of it.

        What was spoken has marks of its own, so that even a position that begins anew has nothing
        spoken twice. The next write replaces the item.
        """
        found = self._table.sift_one("Position", partial(from_record, Position), item)
        return found or salvaged(blank, item)


def _late(item: Item) -> tuple[str, str]:
    _, conversation_id, ts = str(item["sk"]).split("#")
    return conversation_id, ts


def told_by(answer: Answer) -> list[Used]:
    """Return what an answer told, for the first time or again, in the order of time."""
    told = [*(used for used in answer.used if used.was_told), *answer.again]
    return sorted(told, key=lambda used: used.ts) if answer.again else told


def _tail(key: object) -> str:
    """Return the last part of a key."""
    return str(key).rpartition("#")[2]
