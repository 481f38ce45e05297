"""What came from Slack: each message once per conversation, and who should hear it."""

from collections.abc import Sequence

from mailbox import keys
from mailbox.codec import from_json, from_record, to_json, to_record
from mailbox.errors import ConditionFailed
from mailbox.expiry import FORTNIGHT
from mailbox.inbound import Answer, Attention, InboxMessage
from mailbox.table import Item, Table, Write, delete, put, update


class Inbox:
    """Messages, the attention they deserve, and what was read aloud."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def keep(self, message: InboxMessage, attention: Sequence[Attention]) -> bool:
        """Store a new message and whom it concerns, at once; False when it was there already."""
        writes = [put(_message(message), "attribute_not_exists(pk)")]
        writes += [put(_attention(item)) for item in attention]
        try:
            self._table.apply(*writes)
        except ConditionFailed:
            return False
        return True

    def edit(self, message: InboxMessage) -> bool:
        """Replace a stored message by a newer edit; False when there is none, or a newer one."""
        condition = (
            "attribute_exists(pk) AND #deleted = :no AND "
            "(#edited_ts = :none OR #edited_ts < :edited_ts)"
        )
        values = {":no": False, ":none": None, ":edited_ts": message.edited_ts or ""}
        try:
            self._table.apply(put(_message(message), condition, values))
        except ConditionFailed:
            return False
        return True

    def delete(self, message: InboxMessage) -> None:
        """Mark a message as deleted, also when it has not arrived yet."""
        self._table.apply(put(_message(message)))

    def exists(self, team_id: str, conversation_id: str, ts: str) -> bool:
        """Whether the message, or its deletion, is known."""
        return self._table.get(keys.message(team_id, conversation_id, ts)) is not None

    def unheard(self, link_id: str) -> list[Attention]:
        """Return what this speaker has not heard yet, oldest first."""
        items = self._table.query(keys.link_partition(link_id), "UNHEARD#")
        return [from_record(Attention, item) for item in items]

    def messages(self, wanted: Sequence[Attention]) -> dict[Attention, InboxMessage]:
        """Return the messages as they stand now."""
        by_key = {
            tuple(keys.message(each.team_id, each.conversation_id, each.ts).values()): each
            for each in wanted
        }
        found = self._table.get_many([{"pk": pk, "sk": sk} for pk, sk in by_key])
        return {
            by_key[str(item["pk"]), str(item["sk"])]: from_record(InboxMessage, item)
            for item in found
        }

    def heard(self, answer: Answer, used: Sequence[Attention]) -> None:
        """Record an answer and that what it used up was heard, at once.

        Raises ConditionFailed when one of them was heard meanwhile, in another answer.
        """
        self._table.apply(
            put({**keys.answer(answer.link_id), **to_record(answer)}),
            *(delete(_key(item), "attribute_exists(pk)") for item in used),
        )

    def last_answer(self, link_id: str) -> Answer | None:
        """Return the last answer that read messages."""
        item = self._table.get(keys.answer(link_id))
        return from_record(Answer, item) if item else None

    def take_back(self, answer: Answer) -> None:
        """Make unheard again what an answer used up: no device spoke it."""
        used = [from_json(Attention, text) for text in answer.heard]
        again: list[Write] = [put(_attention(item)) for item in used]
        condition = "#request_id = :request_id AND #taken_back = :no"
        taken = update(
            keys.answer(answer.link_id),
            {"taken_back": True},
            condition,
            request_id=answer.request_id,
            no=False,
        )
        try:
            self._table.apply(taken, *again)
        except ConditionFailed:
            return


def heard_as_json(used: Sequence[Attention]) -> tuple[str, ...]:
    """What an Answer keeps of the attentions that it used up."""
    return tuple(to_json(item) for item in used)


def _key(attention: Attention) -> keys.Key:
    return keys.unheard(attention.link_id, attention.ts, attention.conversation_id)


def _attention(attention: Attention) -> Item:
    expires_at = int(float(attention.ts)) + FORTNIGHT
    return {**_key(attention), **to_record(attention), "expires_at": expires_at}


def _message(message: InboxMessage) -> Item:
    key = keys.message(message.team_id, message.conversation_id, message.ts)
    expires_at = int(float(message.ts)) + FORTNIGHT
    return {**key, **to_record(message), "expires_at": expires_at}
