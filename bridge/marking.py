"""Marking what was spoken as read in Slack, and learning what was read there."""

from collections.abc import Sequence
from decimal import Decimal

from bridge.action_calls import ActionCalls
from bridge.action_services import ActionServices
from bridge.events import UNSPOKEN_SUBTYPES
from bridge.mark_folding import folded, read_elsewhere
from bridge.outcome import Outcome, Result
from mailbox.action import ActionKind, OutboundAction
from mailbox.hearing import START
from mailbox.link import Link

_NEXT = Decimal("0.000001")
LOOKED_AT = 20
"""So many messages are looked at to find out whether something older is unread."""


def mark(
    actions: Sequence[OutboundAction], link: Link, services: ActionServices, calls: ActionCalls
) -> Outcome:
    """Follow marks of one conversation, in order; only where they end is told to Slack.

    Raises as bridge.slack_trouble has it; done again, the mark stands where it was to stand.
    """
    slack, place = services.slack.actions, actions[0].conversation_id
    last_read = calls.call(lambda token: slack.last_read(token, place))
    if last_read is None:
        return Outcome(Result.DROPPED, "no mark there")
    if read_elsewhere(actions, last_read):
        _see(actions[-1], link, last_read, services)
    stands, begin = last_read, _begin(actions, last_read)
    if begin > last_read and not _has_unread(link, place, last_read, begin, services, calls):
        last_read = begin
    target = folded(actions, last_read)
    if target == stands:
        return Outcome(Result.DONE, "stands", ts=stands)
    calls.call(lambda token: slack.mark(token, place, target))
    return Outcome(Result.DONE, ts=target)


def _begin(actions: Sequence[OutboundAction], last_read: str) -> str:
    """Return from where on what was spoken has no gap: the earliest that these tell of."""
    told = [each.since or START for each in actions if each.kind is ActionKind.MARK]
    return min(told, default=last_read)


def _has_unread(
    link: Link,
    place: str,
    last_read: str,
    begin: str,
    services: ActionServices,
    calls: ActionCalls,
) -> bool:
    """Whether others wrote something after Slack's mark, up to `begin` itself."""
    latest = str(Decimal(begin) + _NEXT)
    given = calls.call(
        lambda token: services.slack.history(token, place, last_read, latest, LOOKED_AT)
    )
    others = [
        each
        for each in given.messages
        if each.get("user") != link.user_id and each.get("subtype") not in UNSPOKEN_SUBTYPES
    ]
    return given.has_more or bool(others)


def _see(action: OutboundAction, link: Link, last_read: str, services: ActionServices) -> None:
    """Take note that the speaker read on elsewhere.

    Where Slack's mark stands at what Earshot told it, or at a post of the speaker's own, nothing
    was read.
    """
    place = action.conversation_id
    if action.kind is not ActionKind.MARK or _is_own(action, link, last_read, services):
        return
    positions = services.hearings.positions(link.link_id, link.team_id, [place])
    if last_read > positions[place].marked_until:
        services.hearings.see(positions[place], last_read)


def _is_own(action: OutboundAction, link: Link, last_read: str, services: ActionServices) -> bool:
    team_id, place = action.team_id, action.conversation_id
    message = services.inbox.get(team_id, place, last_read)
    if message is not None and message.author_id == link.user_id:
        return True
    watch = services.watches.of(team_id, place, services.clock()).get(link.link_id)
    return watch is not None and last_read <= (watch.after_ts or "")
