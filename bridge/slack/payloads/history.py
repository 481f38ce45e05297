"""Messages as conversations.history and conversations.replies list them, as if told by an event.

Pure. https://docs.slack.dev/reference/methods/conversations.history
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bridge.slack.payloads.changes import Arrived
from bridge.slack.payloads.events import UNSPOKEN_SUBTYPES, NotAnEvent, arrived_of
from postbox.directory.entries import Conversation
from postbox.inbox.message import Reaction
from postbox.inbox.read_state import START
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
        return min((str(each["ts"]) for each in self.messages), default=None)


def stretch(answer: Mapping[str, Any]) -> Stretch:
    """Return what Slack listed; entries that make no sense are left out."""
    found = [each for each in answer.get("messages") or () if _is_listed(each)]
    return Stretch(tuple(found), bool(answer.get("has_more")))


def arrivals(stretch: Stretch, place: Conversation, link: Link) -> Iterator[Arrived]:
    """Yield what people can read now, oldest first."""
    for each in sorted(stretch.messages, key=lambda message: str(message["ts"])):
        if each.get("subtype") in UNSPOKEN_SUBTYPES or each.get("hidden"):
            continue
        try:
            yield _arrived(each, place, link)
        except NotAnEvent:
            continue


def live(messages: Iterable[Listed]) -> set[str]:
    """Return the ts of all that was not deleted."""
    return {str(each["ts"]) for each in messages if each.get("subtype") != GONE}


def joined_at(stretch: Stretch, link: Link) -> str:
    """Return when the link's user last joined the conversation; what was before is no news."""
    joined = [
        str(each["ts"])
        for each in stretch.messages
        if each.get("subtype") in JOINED and each.get("user") == link.user_id
    ]
    return max(joined, default=START)


def reactions(stretch: Stretch) -> tuple[set[Reaction], set[tuple[str, str]]]:
    """Return the reactions that are listed, and the ts and emoji of those named only in part."""
    found, in_part = set(), set()
    for message in stretch.messages:
        for each in message.get("reactions") or ():
            ts, emoji, users = str(message["ts"]), str(each.get("name")), each.get("users") or ()
            found |= {Reaction(ts, emoji, str(user)) for user in users}
            if each.get("count", 0) > len(users):
                in_part.add((ts, emoji))
    return found, in_part


def answered_since(stretch: Stretch, ts: str, user_id: str) -> list[tuple[str, str]]:
    """Return parent and latest answer of threads with one after this ts.

    Those in which the user takes part come first.
    """
    answered = [
        each
        for each in stretch.messages
        if each.get("reply_count") and str(each.get("latest_reply") or "") > ts
    ]
    answered.sort(key=lambda each: not _takes_part(each, user_id))
    return [(str(each["ts"]), str(each["latest_reply"])) for each in answered]


def _takes_part(parent: Listed, user_id: str) -> bool:
    named = f"<@{user_id}" in str(parent.get("text") or "")
    return named or parent.get("user") == user_id or user_id in (parent.get("reply_users") or ())


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


def _is_listed(message: object) -> bool:
    if not isinstance(message, dict) or not isinstance(message.get("ts"), str):
        return False
    try:
        float(message["ts"])
    except ValueError:
        return False
    return True
