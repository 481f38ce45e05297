"""Taking back messages that Slack is to post later, and saying what is true of that."""

from collections.abc import Sequence

from postbox.links.link import Link
from postbox.outbox.action import ActionKind, ActionState, OutboundAction, Scheduled
from postbox.outbox.schedules import kept_write, unwanted_write
from skill.outbox.acting import Acted, Traces, act, action_id
from skill.outbox.acting_told import told
from skill.services import Services
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined, listed
from skill.turn.context import Turn
from skill.turn.reply import Reply

_LOOKED_AT = 60


def waiting(link_id: str, services: Services) -> list[Scheduled]:
    """Return what is still to be posted, soonest first, without what is being taken back."""
    found = services.schedules.of(link_id, services.clock())
    return [each for each in found if each.unscheduled_by is None]


def take_back(scheduled: Sequence[Scheduled], link: Link, turn: Turn, services: Services) -> Reply:
    """Take these back; a repeated request is told what became of the first one."""
    again = _already(link, turn, services)
    if again:
        return again
    if not scheduled:
        return Reply(turn.phrases["nothing_scheduled"])
    actions = [_action(each, at, link, turn) for at, each in enumerate(scheduled)]
    traces = {
        action.id: Traces([unwanted_write(each, action.id)], [kept_write(each)])
        for action, each in zip(actions, scheduled, strict=True)
    }
    acted = act(actions, services, traces)
    return Reply(_told(acted, turn.phrases), speaks_of=frozenset(each.id for each in actions))


def _already(link: Link, turn: Turn, services: Services) -> Reply | None:
    """Return what a repetition of this very request is told."""
    known = services.action_receipts.recent(link.link_id, _LOOKED_AT)
    ours = [each for each in known if each.spoken_at == turn.spoken_at]
    ids = {action_id(turn.request_id, at) for at in range(len(ours))}
    mine = [e for e in ours if e.action_id in ids and e.kind is ActionKind.UNSCHEDULE]
    if not mine:
        return None
    phrases = turn.phrases
    names = listed(sorted({each.conversation_name for each in mine}), phrases.plain("and"))
    done = all(each.state is ActionState.DONE for each in mine)
    key_said = phrases.say("unscheduled", conversation=names)
    speech = key_said if done else phrases.say("being_unscheduled", conversation=names)
    return Reply(speech, speaks_of=frozenset(each.action_id for each in mine))


def _told(acted: list[Acted], phrases: Phrases) -> str:
    done = [each for each in acted if each.state is ActionState.DONE]
    moving = [each for each in acted if each.state is ActionState.WAITING]
    others = [each for each in acted if each not in done and each not in moving]
    return joined(
        dict.fromkeys(
            [
                phrases.say("unscheduled", conversation=_places(done, phrases)) if done else "",
                phrases.say("being_unscheduled", conversation=_places(moving, phrases))
                if moving
                else "",
                *(told(each, phrases, done="", waiting="") for each in others),
            ]
        )
    )


def _places(acted: list[Acted], phrases: Phrases) -> str:
    names = sorted({each.action.conversation_name for each in acted})
    return listed(names, phrases.plain("and"))


def _action(scheduled: Scheduled, part: int, link: Link, turn: Turn) -> OutboundAction:
    return OutboundAction(
        id=action_id(turn.request_id, part),
        kind=ActionKind.UNSCHEDULE,
        link_id=link.link_id,
        team_id=scheduled.team_id,
        conversation_id=scheduled.conversation_id,
        conversation_name=scheduled.conversation_name,
        spoken_at=turn.spoken_at,
        locale=turn.locale,
        post_at=scheduled.post_at,
        scheduled_by=scheduled.action_id,
    )
