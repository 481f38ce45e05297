""" "What have I scheduled?", "cancel the message to general at five"."""

from collections.abc import Sequence

from postbox.outbox.schedules import Scheduled
from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.scheduled_choice import chosen, means_all
from skill.scheduling.saying import begun, said_moment
from skill.services import Services
from skill.speech.sentences import joined
from skill.turn import Pending, Question, Reply, Turn
from skill.unscheduling import take_back, waiting

LIST = "ScheduledIntent"
CANCEL = "CancelScheduledIntent"
SLOT = "which"
WHICH_SLOT = (CANCEL, SLOT)

AT_ONCE = 5
LISTED = "scheduled"
"""The session attribute that holds what was listed, in its order."""


def handle_list(turn: Turn, services: Services) -> Reply:
    """Tell what is still to be posted, soonest first."""
    return with_desk(turn, services, _list, "mailbox_unavailable")


def handle_cancel(turn: Turn, services: Services) -> Reply:
    """Take back what is meant; ask where it may be several."""
    return with_desk(turn, services, _cancel, "mailbox_unavailable")


def handle_which(turn: Turn, services: Services) -> Reply:
    """Take up the answer to "Which one?"."""
    return with_desk(turn, services, _chosen, "mailbox_unavailable")


def _list(desk: Desk) -> Reply:
    phrases = desk.turn.phrases
    found = waiting(desk.link.link_id, desk.services)
    if not found:
        return Reply(phrases["nothing_scheduled"])
    if len(found) == 1:
        return Reply(phrases.say("one_scheduled", message=_said(found[0], desk)))
    first = phrases.say("so_many_scheduled", count=str(len(found)))
    if len(found) > AT_ONCE:
        first = phrases.say("many_scheduled", count=str(len(found)), first=str(AT_ONCE))
    return Reply(joined([first, *_each(found, desk)]), remember={LISTED: _ids(found)})


def _cancel(desk: Desk) -> Reply:
    return _taken_back(desk) or _ask(_found(desk), desk, desk.turn.phrases["no_such_scheduled"])


def _chosen(desk: Desk) -> Reply:
    return _taken_back(desk) or Reply(desk.turn.phrases["left_as_it_is"])


def _taken_back(desk: Desk) -> Reply | None:
    """Take back what is meant, or ask where it may be several; None where nothing is meant."""
    words, found = desk.turn.slots.get(SLOT, ""), _found(desk)
    if not found:
        # A repeated request may have taken back what there was.
        return take_back((), desk.link, desk.turn, desk.services)
    meant = chosen(words, found, desk)
    if len(meant) == 1 or means_all(words, desk.turn.locale):
        return take_back(meant, desk.link, desk.turn, desk.services)
    return _ask(meant, desk, "") if meant else None


def _found(desk: Desk) -> list[Scheduled]:
    return _as_listed(waiting(desk.link.link_id, desk.services), desk)


def _ask(found: Sequence[Scheduled], desk: Desk, first: str) -> Reply:
    phrases = desk.turn.phrases
    few = found[:AT_ONCE]
    question = Question(
        Pending.WHICH_SCHEDULED,
        phrases["which_scheduled_reprompt"],
        {LISTED: _ids(few)},
        elicits=WHICH_SLOT,
    )
    return Reply(joined([first, *_each(few, desk), phrases["which_scheduled"]]), question)


def _each(found: Sequence[Scheduled], desk: Desk) -> list[str]:
    phrases = desk.turn.phrases
    numbers = phrases.plain("ordinals").split()
    return [
        phrases.say("nth_scheduled", nth=begun(numbers[at]), message=_said(each, desk))
        for at, each in enumerate(found[:AT_ONCE])
    ]


def _said(scheduled: Scheduled, desk: Desk) -> str:
    phrases = desk.turn.phrases
    when = said_moment(scheduled.post_at, desk.now, desk.zone, phrases)
    place = scheduled.conversation_name
    return phrases.plain("a_scheduled", when=when, conversation=place, text=scheduled.text)


def _ids(found: Sequence[Scheduled]) -> list[str]:
    return [each.command_id for each in found[:AT_ONCE]]


def _as_listed(found: Sequence[Scheduled], desk: Desk) -> list[Scheduled]:
    """Return what is waiting: first what was listed in the last answer, in its order."""
    known = {each.command_id: each for each in found}
    ids = [*(desk.turn.remembered(LISTED) or ()), *known]
    return [known[each] for each in dict.fromkeys(ids) if each in known]
