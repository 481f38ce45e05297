""" "What have I scheduled?", "cancel the message to general at five"."""

from collections.abc import Sequence

from postbox.outbox.schedules import Scheduled
from skill.composing.composer import Composer, SendingComposer
from skill.composing.times.scheduled_choice import chosen, means_all
from skill.outbox.unscheduling import take_back, waiting
from skill.speech.clock_times import said_moment
from skill.speech.said import Said, say, sentence
from skill.speech.sentences import begun
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

CANCEL = "CancelScheduledIntent"
SLOT, ALL = "which", "all"
WHICH_SLOT = (CANCEL, SLOT)

AT_ONCE = 5
LISTED = "scheduled"
"""The session attribute that holds what was listed, in its order."""


def handle_list(turn: Turn) -> Reply:
    """Tell what is still to be posted, soonest first."""
    return _list(SendingComposer.of(turn))


def handle_cancel(turn: Turn) -> Reply:
    """Take back what is meant; ask where it may be several."""
    return _cancel(SendingComposer.of(turn))


def handle_which(turn: Turn) -> Reply:
    """Take up the answer to "Which one?"."""
    return _chosen(SendingComposer.of(turn))


def _list(composer: SendingComposer) -> Reply:
    found = waiting(composer.link.link_id, composer.outbox, composer.timing)
    if not found:
        return Reply(say("nothing_scheduled"))
    if len(found) == 1:
        return Reply(say("one_scheduled", message=_said(found[0], composer)))
    first = say("so_many_scheduled", count=str(len(found)))
    if len(found) > AT_ONCE:
        first = say("many_scheduled", count=str(len(found)), first=str(AT_ONCE))
    return Reply((*first, *_each(found, composer)), remember={LISTED: _ids(found)})


def _cancel(composer: SendingComposer) -> Reply:
    return _taken_back(composer) or _ask(_found(composer), composer, say("no_such_scheduled"))


def _chosen(composer: SendingComposer) -> Reply:
    return _taken_back(composer) or Reply(say("left_as_it_is"))


def _taken_back(composer: SendingComposer) -> Reply | None:
    """Take back what is meant, or ask where it may be several; None where nothing is meant."""
    request, found = composer.request, _found(composer)
    words = request.slots.get(SLOT) or request.slots.get(ALL, "")
    if not found:
        # A repeated request may have taken back what there was.
        return take_back((), composer.link, composer.request, composer.outbox, composer.timing)
    meant = chosen(words, found, composer)
    if len(meant) == 1 or means_all(words, request.locale):
        return take_back(meant, composer.link, composer.request, composer.outbox, composer.timing)
    return _ask(meant, composer, ()) if meant else None


def _found(composer: SendingComposer) -> list[Scheduled]:
    return _as_listed(waiting(composer.link.link_id, composer.outbox, composer.timing), composer)


def _ask(found: Sequence[Scheduled], composer: Composer, first: Said) -> Reply:
    few = found[:AT_ONCE]
    question = Question(
        Pending.WHICH_SCHEDULED,
        say("which_scheduled_reprompt"),
        {LISTED: _ids(few)},
        elicits=WHICH_SLOT,
    )
    return Reply((*first, *_each(few, composer), *say("which_scheduled")), question)


def _each(found: Sequence[Scheduled], composer: Composer) -> Said:
    phrases = composer.request.phrases
    numbers = phrases.plain("ordinals").split()
    return tuple(
        sentence("nth_scheduled", nth=begun(numbers[at]), message=_said(message, composer))
        for at, message in enumerate(found[:AT_ONCE])
    )


def _said(scheduled: Scheduled, composer: Composer) -> str:
    phrases = composer.request.phrases
    when = said_moment(scheduled.post_at, composer.now, composer.zone, phrases)
    place = scheduled.conversation_name
    return phrases.plain("a_scheduled", when=when, conversation=place, text=scheduled.text)


def _ids(found: Sequence[Scheduled]) -> list[str]:
    return [scheduled.command_id for scheduled in found[:AT_ONCE]]


def _as_listed(found: Sequence[Scheduled], composer: Composer) -> list[Scheduled]:
    """Return what is waiting: first what was listed in the last answer, in its order."""
    known = {scheduled.command_id: scheduled for scheduled in found}
    ids = [*(composer.request.remembered(LISTED) or ()), *known]
    return [known[command_id] for command_id in dict.fromkeys(ids) if command_id in known]
