""" "Next", "skip", "go back": the way through what is new."""

from skill.reading.answering import begin, go_on
from skill.reading.planning.course import Course, Place
from skill.reading.planning.scope import NEW
from skill.reading.reader import Reader, TellingReader
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def handle_yes(turn: Turn) -> Reply:
    """Go on with what was offered."""
    return _go_on(TellingReader.of(turn))


def handle_next(turn: Turn) -> Reply:
    """Go on with what is next; the rest of a long message is left for another time."""
    return _next(TellingReader.of(turn))


def handle_skip(turn: Turn) -> Reply:
    """Leave what was offered, or the rest of what is being read, for another time."""
    return _skip(TellingReader.of(turn))


def handle_previous(turn: Turn) -> Reply:
    """Say the answer before the last one again."""
    return _previous(Reader.of(turn))


def open_question(course: Course) -> Question | None:
    """Return the question that stays open while something is left to go on with."""
    if not course.is_open:
        return None
    return Question(Pending.MORE, say("reading_reprompt"))


def _go_on(reader: TellingReader) -> Reply:
    course = reader.course
    return go_on(course, reader) if _goes_on(course) else begin(NEW, reader)


def _goes_on(course: Course) -> bool:
    """Whether there is something to go on with; behind one name's end comes what else is new."""
    return course.scope is not None and (course.is_open or not course.scope.is_named)


def _next(reader: TellingReader) -> Reply:
    course = reader.course
    if not _goes_on(course):
        return begin(NEW, reader)
    return go_on(course.passing(_half_told(reader)), reader)


def _skip(reader: TellingReader) -> Reply:
    course = reader.course
    if not course.scope or not course.is_open:
        return Reply(say("nothing_to_skip"))
    return go_on(course.skipping(course.promised), reader)


def _previous(reader: Reader) -> Reply:
    course = reader.course.before
    if course is None or course.last is None:
        open_one = open_question(reader.course)
        return Reply(say("nothing_before_that"), open_one)
    return Reply(course.last.said, open_question(course), remember=course.plain())


def _half_told(reader: Reader) -> tuple[Place, ...]:
    """Return the long message that this session is in the middle of."""
    last, course = reader.last_answer, reader.course
    if last is None or not course.told or course.told[-1].request_id != last.request_id:
        return ()
    return tuple((used.conversation_id, used.ts) for used in last.used if used.is_partly)
