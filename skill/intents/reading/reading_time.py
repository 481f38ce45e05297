""" "How long will that take?": what waits, in minutes of reading."""

from skill.reading.finding import MOST_VERIFIED, find
from skill.reading.how_much import time_of
from skill.reading.planning.groups import MOST_NAMED, announced
from skill.reading.planning.scope import NEW
from skill.reading.reader import Reader
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Tell how much there is left of what is being read, else of all that is new."""
    return _handle(Reader.of(turn))


def _handle(reader: Reader) -> Reply:
    question, course = reader.request.question, reader.course
    scope = course.scope if course.scope and course.is_open else NEW
    found = find(reader, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    if not found.groups:
        return Reply(say("nothing_waits"), question)
    what = announced(found.groups, found.others, reader.listener)
    key, lasting = time_of(found, reader)
    if not lasting:
        return Reply(say("takes_no_minute", what=what), question)
    return Reply(say(key, what=what, length=lasting), question)
