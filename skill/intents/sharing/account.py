"""The intent of accounts, workspaces and voices: to each topic its handler."""

from collections.abc import Callable, Mapping

from skill.intents.session import fallback
from skill.intents.sharing import code, leaving, rules, workspaces
from skill.intents.sharing.topics import Topic, topic_of
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply

_OF_SETTINGS = frozenset({Topic.WHO_MAY, Topic.ASK_CODE, Topic.PRIVACY, Topic.RULES, Topic.LEAVE})


def handle(turn: Turn) -> Reply:
    """Do what is meant; where Earshot has one owner, nothing of it can be done."""
    topic = topic_of(turn.slots, turn.resolved_ids)
    if topic in _OF_SETTINGS and not turn.resolved_ids:
        # "Priya can you call me" fits "anyone can send messages", and is about something else.
        return fallback.handle(turn)
    if turn.speaking is None:
        return Reply(say("cannot_change_account"), is_slight=True)
    return HANDLERS[topic](turn)


def handle_new_code(turn: Turn) -> Reply:
    """Take up new digits, or whatever else of this intent is said instead."""
    is_code = topic_of(turn.slots, turn.resolved_ids) is Topic.DIGITS
    return code.handle_new(turn) if is_code else handle(turn)


def _unknown(turn: Turn) -> Reply:
    del turn
    return Reply(say("who_may_unclear"), is_slight=True)


HANDLERS: Mapping[Topic, Callable[[Turn], Reply]] = {
    **dict.fromkeys(Topic, _unknown),
    Topic.DIGITS: code.handle_digits,
    Topic.WHO_MAY: rules.handle_who_may,
    Topic.ASK_CODE: rules.handle_ask_code,
    Topic.PRIVACY: rules.handle_privacy,
    Topic.SET_CODE: code.handle,
    Topic.RULES: rules.handle_list,
    Topic.LEAVE: leaving.handle,
    Topic.WHICH_WORKSPACE: workspaces.handle_which,
    Topic.SWITCH: workspaces.handle_switch,
}
