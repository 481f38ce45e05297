"""Telling what may be what was asked for: it stays new, for nobody may have asked for it."""

from postbox.inbox.stores.read_states import told_by
from skill.reading.answering import perhaps
from skill.reading.finding import find
from skill.reading.last_told import said_in
from skill.reading.planning.course import ToldAnswer
from skill.reading.planning.groups import MOST_NAMED
from skill.reading.planning.lines import Lines, as_said
from skill.reading.planning.portion import Portion, little
from skill.reading.planning.scope import Scope
from skill.reading.reader import TellingReader
from skill.reading.recording import Telling, record
from skill.speech.said import at_rate
from skill.turn.reply import Reply


def told_in_doubt(scope: Scope, reader: TellingReader) -> Reply | None:
    """Tell what there is of a scope and keep it new; None for nothing.

    Where it is more than a breath can tell, it is offered. This session does not come back to it
    by itself.
    """
    course = reader.course.asking_for(scope)
    found = find(reader, course, scope, most=MOST_NAMED)
    if not found.groups:
        return None
    waiting = [message for group in found.groups for message in group.waiting]
    lines = Lines(
        listener=reader.listener,
        parents=reader.parents(message.message for message in waiting),
        names_places=True,
        here=scope.id,
    )
    part = None if found.others else little(found.groups, lines, frozenset())
    if part is None:
        return perhaps(scope, reader, counts_only=True)
    telling = Telling(
        said=as_said(part.lines, reader.request.phrases),
        portion=Portion(part.lines),
        told=(),
        again=part.spoken,
    )
    answer = record(telling, found, reader)
    places = tuple((used.conversation_id, used.ts) for used in told_by(answer))
    said, _ = said_in(answer, reader.request.phrases)
    course = course.having_told(ToldAnswer(answer.request_id, said, places)).passing(places)
    spoken = at_rate(said, reader.listener.rate)
    return Reply(tuple(spoken), listens=True, remember=course.closed.plain())
