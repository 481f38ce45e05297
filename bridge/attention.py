"""Whom a message concerns. Pure: a message, the links and their watches in, attentions out."""

from collections.abc import Iterable, Mapping

from bridge.events import Arrived
from mailbox.inbound import Attention, AttentionReason, Watch
from mailbox.link import Link
from mailbox.watches import WATCH_SECONDS

CLOCK_SKEW_SECONDS = 5


def deserved(
    arrived: Arrived, links: Iterable[Link], watches: Mapping[str, Watch]
) -> list[Attention]:
    """Return who should hear this message, and why; one's own messages never count."""
    message = arrived.message
    return [
        Attention(link.link_id, message.team_id, message.conversation_id, message.ts, reason)
        for link in links
        if (reason := _reason(arrived, link, watches.get(link.link_id)))
    ]


def _reason(arrived: Arrived, link: Link, watch: Watch | None) -> AttentionReason | None:
    message = arrived.message
    if message.author_id == link.user_id:
        return None
    if message.kind in {"im", "mpim"} and link.user_id in arrived.authorized:
        return AttentionReason.DIRECT
    if f"<@{link.user_id}>" in message.text or f"<@{link.user_id}|" in message.text:
        return AttentionReason.MENTION
    in_thread = message.is_in_thread
    if in_thread and arrived.parent_user_id == link.user_id:
        return AttentionReason.THREAD
    if watch and not in_thread and _is_after(message.ts, watch):
        return AttentionReason.REPLY
    return None


def _is_after(ts: str, watch: Watch) -> bool:
    if watch.after_ts is not None:
        return ts > watch.after_ts
    return float(ts) > watch.until - WATCH_SECONDS - CLOCK_SKEW_SECONDS
