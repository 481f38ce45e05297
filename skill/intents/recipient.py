"""Whom a message is for, once it has begun: "Kevin Park", "the second one", "to Ana instead"."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import proceed
from skill.composing.opening import with_desk
from skill.intents import read_from
from skill.services import Services
from skill.turn import CONFIRM, TO_HEAR, WHICH, WHOM, Reply, Turn
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.positions import position

INTENT = "RecipientIntent"
SLOT, POSITION, NUMBER = "recipient", "position", "number"


def handle(turn: Turn, services: Services) -> Reply:
    """Take up a recipient for the message in the making, or whose messages are to be read."""
    if turn.pending in TO_HEAR:
        return read_from.handle_choice(turn, services)
    return with_desk(turn, services, _handle)


def _handle(desk: Desk) -> Reply:
    draft, slots = desk.draft, desk.turn.slots
    if draft is None:
        return Reply(desk.turn.phrases["nothing_to_address"])
    words = slots.get(SLOT) or slots.get(POSITION) or slots.get(NUMBER) or ""
    if desk.turn.pending == WHICH:
        return _chosen(draft, words, desk)
    found = desk.recipients(words)
    if found.certainty is Certainty.UNKNOWN and desk.turn.pending == CONFIRM:
        return asking.once_more(draft, desk, CONFIRM)
    if found.certainty is Certainty.UNKNOWN and draft.asked:
        return asking.once_more(draft, desk, WHOM)
    asked = draft.asked + (found.certainty is Certainty.UNKNOWN)
    if draft.unknown or desk.turn.pending == WHOM:
        return proceed(replace(draft.answered(found.resolutions), asked=asked), desk)
    return proceed(replace(draft.addressed(found.resolutions), asked=asked), desk)


def _chosen(draft: Draft, words: str, desk: Desk) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    offered = draft.choices[0].candidates
    place = position(words, len(offered), desk.turn.locale)
    if place is not None:
        return proceed(draft.settled(offered[place], learn=True), desk)
    among = _only_one(desk.among(words, offered))
    if among:
        return proceed(draft.settled(among, learn=True), desk)
    other = desk.recipients(words)
    if other.certainty is Certainty.CERTAIN and len(other.resolutions) == 1:
        return proceed(draft.settled(other.resolutions[0].candidates[0], learn=False), desk)
    if other.certainty is Certainty.DOUBTFUL and not draft.asked:
        open_names = [Choice(e.spoken, e.candidates, e.rivals) for e in other.resolutions]
        choices = (*open_names, *draft.choices[1:])
        return proceed(replace(draft, choices=choices, asked=1), desk)
    return asking.once_more(draft, desk, WHICH)


def _only_one(found: Recipients) -> Candidate | None:
    """Return the one that is meant; among few, being like it is enough."""
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]
