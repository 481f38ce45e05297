"""What came from Slack: each message once per conversation, and who should hear it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from postbox.inbox.message import START, Attention, InboxMessage
from postbox.inbox.stores.attention_writes import attention_write, expiry, late_write
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, put, update
from postbox.store.table import MOST_TOGETHER, Table

Place = tuple[str, str, str]
"""Team id, conversation id and ts of a message."""

_LAST = "\uffff"


class Inbox:
    """Messages and the attention they deserve."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def keep(
        self,
        message: InboxMessage,
        attention: Sequence[Attention] = (),
        *,
        late_for: Iterable[str] = (),
        client_msg_id: str | None = None,
        kept_until: float = 0.0,
    ) -> bool:
        """Store a new message and whom it concerns; False when it was there already.

        All at once as far as that goes; of very many it concerns, the message comes first, and a
        mark until the last of them is told. Done again, what was cut short then is done.

        Args:
            message: the new one.
            attention: whom it concerns.
            late_for: links that may have read on beyond it.
            client_msg_id: Slack's; a message that comes under another ts with a known one was there
                already.
            kept_until: until when (epoch seconds) it stays at least.
        """
        stays = max(int(kept_until), int(expiry(message.ts)["expires_at"]))
        kept = {**_message(message), "expires_at": stays}
        writes = [put(kept, "attribute_not_exists(pk)")]
        if client_msg_id:
            key = keys.client_message(message.team_id, message.conversation_id, client_msg_id)
            writes.append(put({**key, **expiry(message.ts)}, "attribute_not_exists(pk)"))
        told = [attention_write(item) for item in attention]
        told += [late_write(link_id, message.conversation_id, message.ts) for link_id in late_for]
        is_much = len(writes) + len(told) > MOST_TOGETHER
        unfinished = keys.unfinished(message.team_id, message.conversation_id, message.ts)
        together = [put({**unfinished, **expiry(message.ts)})] if is_much else told
        try:
            self._table.apply(*writes, *together)
        except ConditionFailed:
            begun = self._table.get(unfinished)
            if begun is None or begun.get("is_done"):
                return False
            is_much = True
        if is_much:
            self._table.apply_all(told)
            self._table.apply(update(unfinished, {"is_done": True}))
        return True

    def edit(self, message: InboxMessage, attention: Sequence[Attention] = ()) -> bool:
        """Replace a stored message by a newer edit, and say whom it now concerns, at once.

        Of very many, the first are told before it. False when there is no such message, or a newer
        one.
        """
        condition = (
            "attribute_exists(pk) AND #deleted = :no AND "
            "(#edited_ts = :none OR #edited_ts < :edited_ts)"
        )
        values = {":no": False, ":none": None, ":edited_ts": message.edited_ts or ""}
        edited = put(_message(message), condition, values)
        told = [attention_write(item) for item in attention]
        try:
            self._table.apply_all(told[MOST_TOGETHER - 1 :])
            self._table.apply(edited, *told[: MOST_TOGETHER - 1])
        except ConditionFailed:
            return False
        return True

    def redraw(self, message: InboxMessage) -> bool:
        """Keep what a stored message now shows beside its text; False when there is no such one."""
        key = keys.message(message.team_id, message.conversation_id, message.ts)
        condition = "attribute_exists(pk) AND #deleted = :no AND #text = :text"
        changed = update(key, {"content": message.content}, condition, no=False, text=message.text)
        try:
            self._table.apply(changed)
        except ConditionFailed:
            return False
        return True

    def delete(self, message: InboxMessage) -> None:
        """Mark a message as deleted, also when it has not arrived yet."""
        self._table.apply(put(_message(message)))

    def exists(self, team_id: str, conversation_id: str, ts: str) -> bool:
        """Whether the message, or its deletion, is known."""
        return self.get(team_id, conversation_id, ts) is not None

    def get(self, team_id: str, conversation_id: str, ts: str) -> InboxMessage | None:
        """Return a message as it stands now."""
        item = self._table.get(keys.message(team_id, conversation_id, ts))
        return next(self._messages([item] if item else []), None)

    def many(self, places: Iterable[Place]) -> dict[Place, InboxMessage]:
        """Return the messages that there are, as they stand now."""
        items = self._table.get_many([keys.message(*place) for place in dict.fromkeys(places)])
        messages = self._messages(items)
        return {
            (message.team_id, message.conversation_id, message.ts): message for message in messages
        }

    def after(self, team_id: str, conversation_id: str, ts: str, most: int) -> list[InboxMessage]:
        """Return what stands in a conversation after this ts, oldest first; answers too."""
        first, last = (keys.message(team_id, conversation_id, moment) for moment in (ts, _LAST))
        # The one at `ts` itself comes along.
        items = self._table.pages(first["pk"], first["sk"], last["sk"], size=most + 1)
        found = (message for message in self._messages(items) if message.ts > ts)
        return list(islice(found, most))

    def newest(
        self, team_id: str, conversation_id: str, most: int, *, before: str = _LAST
    ) -> list[InboxMessage]:
        """Return what stands last in a conversation, up to this ts, newest first; answers too."""
        first, last = (keys.message(team_id, conversation_id, moment) for moment in ("", before))
        items = self._table.pages(
            first["pk"], first["sk"], last["sk"], newest_first=True, size=most
        )
        return list(islice(self._messages(items), most))

    def unheard(self, link_id: str, since: str = START, most: int | None = None) -> list[Attention]:
        """Return what deserves this speaker's attention and was not heard yet, oldest first.

        At most so many, from this ts on.
        """
        first = keys.unheard(link_id, since, "")
        items = self._table.pages(first["pk"], first["sk"], f"UNHEARD#{_LAST}", size=most)
        found = self._table.sift("Attention", partial(from_record, Attention), items)
        return list(islice(found, most))

    def set_aside(self, why: str) -> None:
        """Have it noted that a message could not be dealt with, and why; never what it says."""
        self._table.aside("InboxMessage", why)

    def _messages(self, items: Iterable[Item]) -> Iterator[InboxMessage]:
        return self._table.sift("InboxMessage", partial(from_record, InboxMessage), items)


def _message(message: InboxMessage) -> Item:
    key = keys.message(message.team_id, message.conversation_id, message.ts)
    return {**key, **to_record(message), **expiry(message.ts)}
