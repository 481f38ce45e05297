"""Marking what was spoken as read in Slack, and learning what was read there."""

from collections.abc import Sequence

from bridge.outbox.actions.calls import ActionCalls
from bridge.outbox.actions.mark_folding import folded, read_elsewhere
from bridge.outbox.actions.services import ActionServices
from bridge.outbox.outcome import Outcome, Result
from postbox.inbox.read_state import START
from postbox.links.link import Link
from postbox.outbox.action import ActionKind, OutboundAction


def mark(
    actions: Sequence[OutboundAction], link: Link, services: ActionServices, calls: ActionCalls
) -> Outcome:
    """Follow marks of one conversation, in order; only where they end is told to Slack.

    Raises as bridge.slack.errors has it; done again, the mark stands where it was to stand.
    """
    slack, place = services.slack.actions, actions[0].conversation_id
    last_read = calls.call(lambda token: slack.last_read(token, place))
    if last_read is None:
        return Outcome(Result.DROPPED, "no mark there")
    if read_elsewhere(actions, last_read):
        _see(actions[-1], link, last_read, services)
    target = folded(actions, _read_in_effect(actions[0], link, last_read, services, calls))
    if target == last_read:
        return Outcome(Result.DONE, "stands", ts=last_read)
    calls.call(lambda token: slack.mark(token, place, target))
    return Outcome(Result.DONE, ts=target)


def _read_in_effect(
    first: OutboundAction,
    link: Link,
    last_read: str,
    services: ActionServices,
    calls: ActionCalls,
) -> str:
    """Return where Slack's mark might as well stand: at `since`, if nobody else wrote in between.

    So it is where nothing came since the speaker read there last, before there was a link.
    """
    since = first.since or START
    if first.kind is not ActionKind.MARK or since <= last_read:
        return last_read
    slack, place = services.slack.actions, first.conversation_id
    unread = calls.call(
        lambda token: slack.others_wrote(token, place, last_read, since, link.user_id)
    )
    return last_read if unread else since


def _see(action: OutboundAction, link: Link, last_read: str, services: ActionServices) -> None:
    """Take note that the speaker read on elsewhere.

    Where Slack's mark stands at what Earshot told it, or at a post of the speaker's own, nothing
    was read.
    """
    place = action.conversation_id
    if action.kind is not ActionKind.MARK or _is_own(action, link, last_read, services):
        return
    positions = services.read_states.positions(link.link_id, link.team_id, [place])
    if last_read > positions[place].marked_until:
        services.read_states.see(positions[place], last_read)


def _is_own(action: OutboundAction, link: Link, last_read: str, services: ActionServices) -> bool:
    team_id, place = action.team_id, action.conversation_id
    message = services.inbox.get(team_id, place, last_read)
    if message is not None and message.author_id == link.user_id:
        return True
    watch = services.watches.of(team_id, place, services.clock()).get(link.link_id)
    return watch is not None and last_read <= (watch.after_ts or "")
