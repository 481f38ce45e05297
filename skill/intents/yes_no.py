""" "Yes" and "no", to whatever was asked."""

from dataclasses import replace

from skill import changing
from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import to_default, with_desk
from skill.intents import read_from, read_on, send_again
from skill.reading.course import Course
from skill.services import Services
from skill.turn import (
    CHANGE_SENT,
    CONFIRM,
    EMOJI,
    MESSAGE,
    MORE,
    SEND_AGAIN,
    TO_HEAR,
    UNSENT,
    WHICH,
    WHICH_SCHEDULED,
    Reply,
    Turn,
)

YES = "AMAZON.YesIntent"
NO = "AMAZON.NoIntent"


def handle_yes(turn: Turn, services: Services) -> Reply:
    """Do what was asked about."""
    if turn.pending == SEND_AGAIN:
        return send_again.handle(turn, services)
    if turn.pending == MORE or (not turn.pending and Course.of(turn.attributes).is_open):
        return read_on.handle_yes(turn, services)
    if turn.pending in TO_HEAR:
        return read_from.handle_yes(turn, services)
    if turn.pending == CHANGE_SENT:
        return with_desk(turn, services, changing.confirmed, "mailbox_unavailable")
    return with_desk(turn, services, _agreed)


def handle_no(turn: Turn, services: Services) -> Reply:
    """Leave it; after "Anything else?" a no is a goodbye."""
    if turn.pending == SEND_AGAIN:
        return Reply(turn.phrases["left_unsent"])
    if turn.pending == MORE:
        return Reply(
            turn.phrases["left_unread"], remember=Course.of(turn.attributes).closed.plain()
        )
    if turn.pending in TO_HEAR:
        return Reply(turn.phrases["left_at_that"])
    if turn.pending == CHANGE_SENT:
        return Reply(turn.phrases["nothing_changed"])
    if turn.pending in {EMOJI, WHICH_SCHEDULED}:
        return Reply(turn.phrases["left_as_it_is"])
    if turn.pending in UNSENT:
        return with_desk(turn, services, _declined)
    return Reply(turn.phrases["goodbye"], ends=True)


def _agreed(desk: Desk) -> Reply:
    draft = desk.draft
    if draft is None:
        return Reply(desk.turn.phrases["yes_to_what"])
    if desk.turn.pending == CONFIRM:
        return finish(draft, desk)
    return asking.once_more(draft, desk, desk.turn.pending or MESSAGE)


def _declined(desk: Desk) -> Reply:
    """Go on to what else may have been meant, else send nothing."""
    draft = desk.draft
    if draft and desk.turn.pending == CONFIRM and draft.instead:
        return to_default(Draft(text=draft.instead, is_doubtful=True), desk)
    taken_for_another = desk.turn.pending == CONFIRM and draft and draft.learns
    if draft and not draft.teaches and (desk.turn.pending == WHICH or taken_for_another):
        afresh = replace(draft, to=(), choices=(), learns={}, is_doubtful=False, asked=0)
        return proceed(afresh, desk)
    return Reply(desk.turn.phrases["cancelled"])
