"""Reactions, changes and unsending: one call each, which may be made again without harm."""

from bridge.outbox.actions.calls import ActionCalls
from bridge.slack.actions import SlackActions
from bridge.slack.errors import SlackRefused
from bridge.slack.payloads.mentions import with_mentions
from postbox.outbox.action import ActionKind, OutboundAction


def change(action: OutboundAction, slack: SlackActions, calls: ActionCalls) -> None:
    """Do what is asked to a message; raises as bridge.slack.errors has it."""
    place, ts = action.conversation_id, action.ts
    if ts is None:
        raise SlackRefused("message_not_found")
    if action.kind is ActionKind.REACT:
        emoji = action.emoji.strip(":")
        calls.call(lambda token: slack.react(token, place, ts, emoji))
    elif action.kind is ActionKind.EDIT:
        text = with_mentions(action.text, action.mentions)
        calls.call(lambda token: slack.change(token, place, ts, text))
    else:
        calls.call(lambda token: slack.unsend(token, place, ts))
