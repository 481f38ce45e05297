"""Messages as conversations.history and conversations.replies list them, as if told by an event.

Pure. https://docs.slack.dev/reference/methods/conversations.history
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bridge.slack.payloads.changes import Arrived
from bridge.slack.payloads.events import NotAnEvent, arrived_of
from bridge.slack.payloads.told import Telling, telling
from bridge.slack.payloads.values import emoji_name, identifier, rows, text, timestamp
from postbox.directory.entries import Conversation
from postbox.inbox.message import START, Reaction
from postbox.links.link import Link

GONE = "tombstone"
JOINED = {"channel_join", "group_join"}
Listed = Mapping[str, Any]


@dataclass(frozen=True)
class Stretch:
    """A part of a conversation as Slack has it now."""

    messages: tuple[Listed, ...]
    has_more: bool
    """Whether there is more of what was asked for, older than these."""

    @property
    def oldest(self) -> str | None:
        """The ts of the oldest message; None where there is none."""
        return min((str(message["ts"]) for message in self.messages), default=None)


def stretch(answer: Mapping[str, Any]) -> Stretch:
    """Return what Slack listed; entries that make no sense are left out."""
    found = [row for row in rows(answer.get("messages")) if timestamp(row.get("ts"))]
    return Stretch(tuple(found), bool(answer.get("has_more")))


def arrivals(stretch: Stretch, place: Conversation, link: Link) -> Iterator[Arrived]:
    """Yield what people can read now, oldest first."""
    for listed in sorted(stretch.messages, key=lambda message: str(message["ts"])):
        if telling(listed) is not Telling.TOLD or listed.get("hidden"):
            continue
        try:
            yield _arrived(listed, place, link)
        except NotAnEvent:
            continue


def live(messages: Iterable[Listed]) -> set[str]:
    """Return the ts of all that was not deleted."""
    return {str(message["ts"]) for message in messages if message.get("subtype") != GONE}


def joined_at(stretch: Stretch, link: Link) -> str:
    """Return when the link's user last joined the conversation; what was before is no news."""
    joined = [
        str(message["ts"])
        for message in stretch.messages
        if text(message.get("subtype")) in JOINED and message.get("user") == link.user_id
    ]
    return max(joined, default=START)


def reactions(stretch: Stretch) -> tuple[set[Reaction], set[tuple[str, str]]]:
    """Return the reactions that are listed, and the ts and emoji of those named only in part."""
    found, in_part = set(), set()
    for message in stretch.messages:
        for row in rows(message.get("reactions")):
            ts, emoji, users = str(message["ts"]), emoji_name(row.get("name")), _users(row)
            if not emoji:
                continue
            found |= {Reaction(ts, emoji, user) for user in users}
            count = row.get("count")
            if isinstance(count, int) and count > len(users):
                in_part.add((ts, emoji))
    return found, in_part


def answered_since(stretch: Stretch, ts: str, user_id: str) -> list[tuple[str, str]]:
    """Return parent and latest answer of threads with one after this ts.

    Those in which the user takes part come first.
    """
    answered = [
        message
        for message in stretch.messages
        if message.get("reply_count") and timestamp(message.get("latest_reply")) > ts
    ]
    answered.sort(key=lambda message: not _takes_part(message, user_id))
    return [(str(message["ts"]), str(message["latest_reply"])) for message in answered]


def _takes_part(parent: Listed, user_id: str) -> bool:
    named = f"<@{user_id}" in text(parent.get("text"))
    repliers = parent.get("reply_users")
    has_replied = isinstance(repliers, list) and user_id in repliers
    return named or parent.get("user") == user_id or has_replied


def _users(reaction: Listed) -> list[str]:
    given = reaction.get("users")
    return (
        [user for member in given if (user := identifier(member))]
        if isinstance(given, list)
        else []
    )


def _arrived(message: Listed, place: Conversation, link: Link) -> Arrived:
    kind = {"channel": "channel", "group": "group", "im": "im", "mpim": "mpim"}.get(place.kind)
    envelope = {
        "team_id": link.team_id,
        # Through whichever app: who posts so did not have the conversation before their eyes.
        "api_app_id": message.get("app_id"),
        "authorizations": [{"team_id": link.team_id, "user_id": link.user_id}],
    }
    event = {"channel": place.id, "channel_type": kind}
    return arrived_of(envelope, event, message)
