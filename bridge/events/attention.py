"""Whom a message concerns. Pure: a message, the links and their watches in, attentions out."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bridge.slack.payloads.changes import Arrived
from postbox.inbox.message import Attention, AttentionReason, InboxMessage
from postbox.inbox.watch import WATCH_SECONDS, Watch
from postbox.links.link import Link

CLOCK_SKEW_SECONDS = 5
_MENTION = re.compile(r"<@([A-Za-z0-9]+)[|>]")
_CALL = re.compile(r"<!(here|channel|everyone)[|>]")
_USER_GROUP = re.compile(r"<!subteam\^([A-Za-z0-9]+)[|>]")


class Interested(NamedTuple):
    """Who takes an interest in a conversation: by having spoken there, or in the thread."""

    watches: Mapping[str, Watch] = MappingProxyType({})
    """By link id."""
    followers: frozenset[str] = frozenset()
    """The links that take part in the thread that a message is in."""


def deserved(arrived: Arrived, links: Iterable[Link], interested: Interested) -> list[Attention]:
    """Return who should hear this message, and why; one's own messages never count."""
    message = arrived.message
    thread_ts = message.thread_ts if message.is_in_thread else None
    place = (message.team_id, message.conversation_id, message.ts)
    return [
        Attention(link.link_id, *place, reason, thread_ts)
        for link in links
        if (reason := _reason(arrived, link, interested))
    ]


def takes_part(arrived: Arrived, link: Link) -> bool:
    """Whether this message makes a link follow its thread, or the one that it may begin.

    Whoever begins one needs not to follow it: answers tell whose thread they are in.
    """
    message = arrived.message
    if message.author_id == link.user_id:
        return message.thread_ts is not None
    return mentions(message, link)


def mentions(message: InboxMessage, link: Link) -> bool:
    """Whether a message names the link's user."""
    return link.user_id in _named(message.text)


@lru_cache(maxsize=8)
def _named(text: str) -> frozenset[str]:
    """Return the ids of everybody whom a text names; read once for all links."""
    return frozenset(_MENTION.findall(text))


def _reason(arrived: Arrived, link: Link, interested: Interested) -> AttentionReason | None:
    message, watch = arrived.message, interested.watches.get(link.link_id)
    if message.author_id == link.user_id:
        return None
    if message.kind in {"im", "mpim"} and link.user_id in arrived.authorized:
        return AttentionReason.DIRECT
    if mentions(message, link):
        return AttentionReason.MENTION
    if call := _call_of_many(message, link):
        return call
    if message.is_in_thread:
        follows = link.link_id in interested.followers
        own = arrived.parent_user_id == link.user_id
        return AttentionReason.THREAD if own or follows else None
    if watch and _is_after(message.ts, watch):
        return AttentionReason.REPLY
    return None


def _call_of_many(message: InboxMessage, link: Link) -> AttentionReason | None:
    """Return how a message calls the link among others, if it does."""
    groups, called = _called(message.text)
    if not groups.isdisjoint(link.user_groups):
        return AttentionReason.USER_GROUP
    if called - {"here"}:
        return AttentionReason.EVERYBODY
    return AttentionReason.HERE if called else None


@lru_cache(maxsize=8)
def _called(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the user groups that a text names, and whom else it calls: here, channel, everyone."""
    return frozenset(_USER_GROUP.findall(text)), frozenset(_CALL.findall(text))


def _is_after(ts: str, watch: Watch) -> bool:
    if watch.after_ts is not None:
        return ts > watch.after_ts
    return float(ts) > watch.until - WATCH_SECONDS - CLOCK_SKEW_SECONDS
