"""Taking back messages that Slack is to post later, and saying what is true of that."""

from collections.abc import Sequence

from postbox.links.link import Link
from postbox.outbox.commands import CancelScheduled, CommandKind
from postbox.outbox.receipt import DeliveryState
from postbox.outbox.schedules import Scheduled, kept_write, unwanted_write
from skill.outbox.reasons import told
from skill.outbox.sending import Handover, Traces, action_id, hand_over
from skill.speech.said import Listed, Said, all_of, say, without_repeats
from skill.turn.parts import Outbox
from skill.turn.reply import Reply
from skill.turn.request import Request
from skill.turn.timing import Timing

_LOOKED_AT = 60


def waiting(link_id: str, outbox: Outbox, timing: Timing) -> list[Scheduled]:
    """Return what is still to be posted, soonest first, without what is being taken back."""
    found = outbox.schedules.of(link_id, timing.clock())
    return [scheduled for scheduled in found if scheduled.cancelled_by is None]


def take_back(
    scheduled: Sequence[Scheduled], link: Link, request: Request, outbox: Outbox, timing: Timing
) -> Reply:
    """Take these back; a repeated request is told what became of the first one."""
    again = _already(link, request, outbox)
    if again:
        return again
    if not scheduled:
        return Reply(say("nothing_scheduled"))
    commands = [_command(message, at, link, request) for at, message in enumerate(scheduled)]
    traces = {
        command.id: Traces([unwanted_write(message, command.id)], [kept_write(message)])
        for command, message in zip(commands, scheduled, strict=True)
    }
    handovers = hand_over(commands, outbox, timing, traces)
    return Reply(_told(handovers), tells_of=frozenset(command.id for command in commands))


def is_taken_back(
    scheduled: Scheduled, link: Link, request: Request, outbox: Outbox, timing: Timing
) -> bool:
    """Take one back, and return whether Slack is known not to post it any more."""
    command = _command(scheduled, 0, link, request)
    traces = Traces([unwanted_write(scheduled, command.id)], [kept_write(scheduled)])
    (handover,) = hand_over([command], outbox, timing, {command.id: traces})
    return handover.is_confirmed


def _already(link: Link, request: Request, outbox: Outbox) -> Reply | None:
    """Return what a repetition of this very request is told."""
    known = outbox.receipts.actions(link.link_id, _LOOKED_AT)
    ours = [receipt for receipt in known if receipt.spoken_at == request.spoken_at]
    ids = {action_id(request.request_id, at) for at in range(len(ours))}
    mine = [e for e in ours if e.command_id in ids and e.kind is CommandKind.CANCEL_SCHEDULED]
    if not mine:
        return None
    names = all_of(sorted({receipt.conversation_name for receipt in mine}))
    done = all(receipt.state is DeliveryState.CONFIRMED for receipt in mine)
    told_again = say("unscheduled" if done else "being_unscheduled", conversation=names)
    return Reply(told_again, tells_of=frozenset(receipt.command_id for receipt in mine))


def _told(handovers: list[Handover]) -> Said:
    done = [handover for handover in handovers if handover.is_confirmed]
    moving = [handover for handover in handovers if handover.is_moving]
    others = [handover for handover in handovers if handover not in done and handover not in moving]
    return without_repeats(
        [
            say("unscheduled", conversation=_places(done)) if done else (),
            say("being_unscheduled", conversation=_places(moving)) if moving else (),
            *(told(handover) for handover in others),
        ]
    )


def _places(handovers: list[Handover]) -> Listed:
    names = sorted({handover.command.conversation_name for handover in handovers})
    return all_of(names)


def _command(scheduled: Scheduled, part: int, link: Link, request: Request) -> CancelScheduled:
    return CancelScheduled(
        id=action_id(request.request_id, part),
        link_id=link.link_id,
        team_id=scheduled.team_id,
        conversation_id=scheduled.conversation_id,
        conversation_name=scheduled.conversation_name,
        spoken_at=request.spoken_at,
        locale=request.locale,
        post_at=scheduled.post_at,
        scheduled_by=scheduled.command_id,
    )
