""" "Next", "skip", "go back": the way through what is new."""

from postbox.inbox.stores.read_states import used_of
from skill.listening.listening import Listening, with_listening
from skill.listening.telling import begin, go_on
from skill.reading.course import Course, Place
from skill.reading.scope import NEW
from skill.services import Services
from skill.turn import Pending, Question, Reply, Turn

NEXT = "NextMessageIntent"
SKIP = "SkipIntent"
PREVIOUS = "AMAZON.PreviousIntent"


def handle_yes(turn: Turn, services: Services) -> Reply:
    """Go on with what was offered."""
    return with_listening(turn, services, _go_on)


def handle_next(turn: Turn, services: Services) -> Reply:
    """Go on with what is next; the rest of a long message is left for another time."""
    return with_listening(turn, services, _next)


def handle_skip(turn: Turn, services: Services) -> Reply:
    """Leave what was offered, or the rest of what is being read, for another time."""
    return with_listening(turn, services, _skip)


def handle_previous(turn: Turn, services: Services) -> Reply:
    """Say the answer before the last one again."""
    return with_listening(turn, services, _previous)


def open_question(course: Course, turn: Turn) -> Question | None:
    """Return the question that stays open while something is left to go on with."""
    if not course.is_open:
        return None
    return Question(Pending.MORE, turn.phrases["reading_reprompt"])


def _go_on(listening: Listening) -> Reply:
    course = listening.course
    return go_on(course, listening) if course.scope else begin(NEW, listening)


def _next(listening: Listening) -> Reply:
    course = listening.course
    if not course.scope:
        return begin(NEW, listening)
    return go_on(course.passing(_half_told(listening)), listening)


def _skip(listening: Listening) -> Reply:
    course = listening.course
    if not course.scope or not course.is_open:
        return Reply(listening.turn.phrases["nothing_to_skip"])
    return go_on(course.skipping(course.promised), listening)


def _previous(listening: Listening) -> Reply:
    turn, course = listening.turn, listening.course.before
    if course is None or course.last is None:
        open_one = open_question(listening.course, turn)
        return Reply(turn.phrases["nothing_before_that"], open_one)
    return Reply(course.last.speech, open_question(course, turn), remember=course.plain())


def _half_told(listening: Listening) -> tuple[Place, ...]:
    """Return the long message that this session is in the middle of."""
    last, course = listening.last_answer, listening.course
    if last is None or not course.told or course.told[-1].request_id != last.request_id:
        return ()
    return tuple((each.conversation_id, each.ts) for each in used_of(last) if each.is_partly)
