"""Leaving messages with Slack to be posted later, and saying what is true of that."""

from collections.abc import Sequence

from postbox.outbox.commands import ScheduleMessage, SendMessage
from postbox.outbox.schedules import Scheduled, scheduled_delete, scheduled_write
from skill.outbox.reasons import told
from skill.outbox.sending import Handover, Traces, hand_over
from skill.speech.said import all_of, say, without_repeats
from skill.turn.parts import Outbox
from skill.turn.reply import Reply
from skill.turn.timing import Timing

JUST_SCHEDULED = "just scheduled"
"""The session attribute that holds what the last answer scheduled."""
LEAST_AHEAD = 15.0
"""Seconds that Slack needs at least to hear of it before its time."""


def schedule(
    messages: Sequence[SendMessage], at: float, when: str, outbox: Outbox, timing: Timing
) -> Reply:
    """Ask for each message to be posted at a moment (epoch seconds), one for each recipient.

    `when` is that moment as it is said.
    """
    commands = [_command(message, at) for message in messages]
    traces = {command.id: _traces(Scheduled.of(command)) for command in commands}
    handovers = hand_over(commands, outbox, timing, traces)
    done = [handover for handover in handovers if handover.is_confirmed]
    waiting = [handover for handover in handovers if handover.is_moving]
    others = [
        handover for handover in handovers if handover not in done and handover not in waiting
    ]
    said = [
        say("scheduled", conversation=all_of(_names(done)), when=when) if done else (),
        say("being_scheduled", conversation=all_of(_names(waiting)), when=when) if waiting else (),
        *(told(handover) for handover in others),
    ]
    ids = [command.id for command in commands]
    return Reply(
        without_repeats(said),
        tells_of=frozenset(ids),
        remember={JUST_SCHEDULED: ids},
    )


def _traces(scheduled: Scheduled) -> Traces:
    return Traces(made=[scheduled_write(scheduled)], unmade=[scheduled_delete(scheduled)])


def _names(handovers: Sequence[Handover]) -> list[str]:
    return [handover.command.conversation_name for handover in handovers]


def _command(message: SendMessage, at: float) -> ScheduleMessage:
    return ScheduleMessage(
        id=message.id,
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
