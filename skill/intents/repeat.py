""" "Repeat that." """

from dataclasses import replace

from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.opening import with_desk
from skill.intents.read_on import open_question
from skill.listening.catching_up import asking_still
from skill.reading.course import Course
from skill.services import Services
from skill.turn import MESSAGE, MORE, WHICH_OF_DIGEST, Question, Reply, Turn

INTENT = "AMAZON.RepeatIntent"


def handle(turn: Turn, services: Services) -> Reply:
    """Say again what was said last in this session, else what was read aloud last."""
    if turn.is_composing:
        return with_desk(turn, services, _question)
    return _said(turn, services)


def _question(desk: Desk) -> Reply:
    """Repeat the open question, which stays open."""
    said = _said(desk.turn, desk.services)
    if desk.draft is None:
        return said
    asked = asking.again(desk.draft, desk, desk.turn.pending or MESSAGE)
    return replace(asked, speech=said.speech)


def _said(turn: Turn, services: Services) -> Reply:
    said = turn.attributes.get("speech")
    if said:
        return Reply(str(said), _still_open(turn))
    last = services.hearings.last_answer(turn.link_id)
    return Reply(last.speech if last else turn.phrases["nothing_to_repeat"])


def _still_open(turn: Turn) -> Question | None:
    """Return the question whether to read on, or what of a digest, where it is open."""
    if turn.pending == WHICH_OF_DIGEST:
        return asking_still("", turn).question
    return open_question(Course.of(turn.attributes), turn) if turn.pending == MORE else None
