"""The Web API methods behind actions: shapes in, shapes out, over the gateway's one way to call."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from bridge.slack.errors import SlackUnclear
from bridge.slack.payloads.values import mapping, moment, rows, text, timestamp

READ_PAGES = 5
PAGE = 200
FEW = 15
"""The most that Slack gives an app that is not internal."""


class ApiCall(Protocol):
    """Makes one call; raises what bridge.slack.errors has."""

    def __call__(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
        """Return the answer."""


class Pages(Protocol):
    """Makes one call after the other, until nothing is left."""

    def __call__(self, method: str, token: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the answers."""


class PostedText(NamedTuple):
    """A text that Slack has, and by which id: of a scheduled message, or a ts."""

    id: str
    text: str


class SlackActions:
    """What can be done to what is in Slack, each time with a link's token."""

    def __init__(self, call: ApiCall, pages: Pages) -> None:
        """Call through these."""
        self._call = call
        self._pages = pages

    def react(self, token: str, conversation_id: str, ts: str, emoji: str) -> None:
        """Add the speaker's reaction to a message."""
        where = {"channel": conversation_id, "timestamp": ts, "name": emoji}
        self._call("reactions.add", token, json=where)

    def change(self, token: str, conversation_id: str, ts: str, text: str) -> None:
        """Change a message's text, which is escaped; what else it has stays."""
        where = {"channel": conversation_id, "ts": ts, "text": text}
        self._call("chat.update", token, json=where)

    def unsend(self, token: str, conversation_id: str, ts: str) -> None:
        """Delete a message."""
        self._call("chat.delete", token, json={"channel": conversation_id, "ts": ts})

    def last_read(self, token: str, conversation_id: str) -> str | None:
        """Return up to which ts the speaker has read; None where Slack keeps no such thing."""
        answer = self._call("conversations.info", token, params={"channel": conversation_id})
        return timestamp(mapping(answer.get("channel")).get("last_read")) or None

    def others_wrote(
        self, token: str, conversation_id: str, after: str, before: str, user_id: str
    ) -> bool:
        """Whether anybody else wrote after a ts, up to another; where there is much, they may."""
        bounds = {"oldest": after, "latest": before, "inclusive": True}
        asked = {"channel": conversation_id, **bounds, "limit": FEW}
        answer = self._call("conversations.history", token, params=asked)
        others = (row for row in rows(answer.get("messages")) if row.get("user") != user_id)
        return bool(answer.get("has_more")) or any(other.get("ts") != after for other in others)

    def mark(self, token: str, conversation_id: str, ts: str) -> None:
        """Let the speaker have read up to here, no more and no less."""
        self._call("conversations.mark", token, json={"channel": conversation_id, "ts": ts})

    def schedule(
        self, token: str, conversation_id: str, text: str, post_at: int, thread_ts: str | None
    ) -> str:
        """Leave an escaped text to be posted later; return Slack's id of it.

        It carries no metadata: Slack does not post a scheduled message that has some.
        """
        asked: dict[str, Any] = {"channel": conversation_id, "text": text, "post_at": post_at}
        if thread_ts:
            asked["thread_ts"] = thread_ts
        scheduled_id = self._call("chat.scheduleMessage", token, json=asked).get(
            "scheduled_message_id"
        )
        if not isinstance(scheduled_id, str):
            raise SlackUnclear("an answer without scheduled_message_id")
        return scheduled_id

    def unschedule(self, token: str, conversation_id: str, scheduled_id: str) -> None:
        """Let a scheduled message never be posted."""
        where = {"channel": conversation_id, "scheduled_message_id": scheduled_id}
        self._call("chat.deleteScheduledMessage", token, json=where)

    def scheduled(self, token: str, conversation_id: str, post_at: int) -> Sequence[PostedText]:
        """Return what is to be posted there at that very second."""
        asked = {
            "channel": conversation_id,
            "oldest": str(post_at - 1),
            "latest": str(post_at + 1),
            "limit": 100,
        }
        found = []
        for page in self._pages("chat.scheduledMessages.list", token, asked):
            found += [
                PostedText(str(row["id"]), text(row.get("text")))
                for row in rows(page.get("scheduled_messages"))
                if row.get("id") and moment(row.get("post_at")) == post_at
            ]
        return found

    def posted(
        self, token: str, conversation_id: str, user_id: str, thread_ts: str | None, since: float
    ) -> Sequence[PostedText]:
        """Return what a user wrote there since a moment; SlackUnclear when it is too much."""
        asked: dict[str, Any] = {
            "channel": conversation_id,
            "oldest": f"{since:.6f}",
            "limit": PAGE,
            **({"ts": thread_ts} if thread_ts else {}),
        }
        method = "conversations.replies" if thread_ts else "conversations.history"
        found = []
        for number, page in enumerate(self._pages(method, token, asked), start=1):
            found += [
                PostedText(timestamp(row.get("ts")), text(row.get("text")))
                for row in rows(page.get("messages"))
                if row.get("user") == user_id and timestamp(row.get("ts"))
            ]
            if number == READ_PAGES and page.get("has_more"):
                raise SlackUnclear("too much to look through")
        return found
