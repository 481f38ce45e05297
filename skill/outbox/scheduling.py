"""Leaving messages with Slack to be posted later, and saying what is true of that."""

from collections.abc import Sequence

from postbox.outbox.action import ActionKind, ActionState, OutboundAction, Scheduled
from postbox.outbox.message import OutboundMessage
from postbox.outbox.schedules import scheduled_delete, scheduled_write
from skill.outbox.acting import Acted, Traces, act
from skill.outbox.acting_told import told
from skill.services import Services
from skill.speech.sentences import joined, listed
from skill.turn.context import Turn
from skill.turn.reply import Reply

JUST_SCHEDULED = "just scheduled"
"""The session attribute that holds what the last answer scheduled."""
LEAST_AHEAD = 15.0
"""Seconds that Slack needs at least to hear of it before its time."""


def schedule(
    messages: Sequence[OutboundMessage], at: float, when: str, turn: Turn, services: Services
) -> Reply:
    """Ask for each message to be posted at a moment (epoch seconds), one for each recipient.

    `when` is that moment as it is said.
    """
    phrases = turn.phrases
    actions = [_action(each, at) for each in messages]
    traces = {each.id: _traces(_scheduled(each, at)) for each in actions}
    acted = act(actions, services, traces)
    done = [each for each in acted if each.state is ActionState.DONE]
    waiting = [each for each in acted if each.state is ActionState.WAITING]
    others = [each for each in acted if each not in done and each not in waiting]
    and_ = phrases.plain("and")
    speech = [
        phrases.say("scheduled", conversation=listed(_names(done), and_), when=when)
        if done
        else "",
        phrases.say("being_scheduled", conversation=listed(_names(waiting), and_), when=when)
        if waiting
        else "",
        *(told(each, phrases, done="", waiting="") for each in others),
    ]
    ids = [each.id for each in actions]
    return Reply(
        joined(dict.fromkeys(speech)),
        speaks_of=frozenset(ids),
        remember={JUST_SCHEDULED: ids},
    )


def _traces(scheduled: Scheduled) -> Traces:
    return Traces(made=[scheduled_write(scheduled)], unmade=[scheduled_delete(scheduled)])


def _names(acted: Sequence[Acted]) -> list[str]:
    return [each.action.conversation_name for each in acted]


def _action(message: OutboundMessage, at: float) -> OutboundAction:
    return OutboundAction(
        id=message.id,
        kind=ActionKind.SCHEDULE,
        link_id=message.link_id,
        team_id=message.team_id,
        conversation_id=message.conversation_id,
        conversation_name=message.conversation_name,
        spoken_at=message.spoken_at,
        locale=message.locale,
        text=message.text,
        mentions=message.mentions,
        thread_ts=message.thread_ts,
        post_at=at,
    )


def _scheduled(action: OutboundAction, at: float) -> Scheduled:
    return Scheduled(
        action_id=action.id,
        link_id=action.link_id,
        team_id=action.team_id,
        conversation_id=action.conversation_id,
        conversation_name=action.conversation_name,
        text=action.text,
        post_at=at,
    )
