""" "Keep it unread": what was read last is unheard again, and unread in Slack."""

from skill.intents.reading.read_on import open_question
from skill.reading.marks.unread_again import take_back
from skill.reading.reader import TellingReader
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Take the last answer back; this session does not come back to it."""
    return _handle(TellingReader.of(turn))


def _handle(reader: TellingReader) -> Reply:
    course, last = reader.course, reader.last_answer
    if last is None or not (course.told or reader.request.is_one_shot):
        return Reply(say("nothing_to_keep"), open_question(course))
    if course.back:
        return Reply(say("keeps_the_last_only"), open_question(course))
    if course.told and course.told[-1].request_id != last.request_id:
        return Reply(say("read_on_elsewhere"), open_question(course))
    if not last.taken_back:
        take_back(last, reader.request, reader.outbox, reader.inbox)
    kept = course.told[-1].places if course.told else ()
    course = course.passing(kept)
    question = open_question(course)
    hint = say("more_replies_reprompt") if question else ()
    return Reply((*say("kept_unread"), *hint), question, remember=course.plain())
