"""Telling what stands further back; what of it was not heard yet counts as heard then."""

from collections.abc import Sequence
from dataclasses import replace

from postbox.inbox.message import InboxMessage, ts_at
from postbox.inbox.stores.activity import MINUTE
from postbox.inbox.stores.read_states import told_by
from postbox.store.errors import ConditionFailed
from skill.reading.finding import Found
from skill.reading.history.older import Older
from skill.reading.last_told import said_in
from skill.reading.planning.course import ToldAnswer
from skill.reading.planning.lines import Lines, as_said
from skill.reading.planning.portion import Portion, backwards
from skill.reading.planning.scope import Scope
from skill.reading.planning.unheard import Unheard, Waiting
from skill.reading.planning.written_at import moment
from skill.reading.reader import Reader, TellingReader
from skill.reading.recording import Telling, record
from skill.speech.said import Said, at_rate, say
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def tell_again(older: Older, reader: TellingReader, *, here: str = "") -> Reply:
    """Tell what was found, and offer to go further back; `here` is what need not be named."""
    if not older.messages:
        nothing = say("asking_slack_for_older") if older.is_asked_for else say("nothing_older")
        return Reply(nothing, remember=reader.course.closed.plain(), listens=True)
    unheard = _unheard(older.messages, reader)
    part = _portion(older.messages, unheard, reader, here)
    return _recorded(as_said(part.lines, reader.request.phrases), part, unheard, reader)


def tell_last(older: Older, scope: Scope, reader: TellingReader) -> Reply:
    """Tell what was said last, and when, where nothing is new."""
    (message,) = older.messages
    unheard = _unheard(older.messages, reader)
    part = _portion(older.messages, unheard, reader, scope.id)
    (line,) = part.lines
    when = moment(message.ts, reader.listener)
    last = say("the_last_was", author=line.author, when=when, text=line.text)
    return _recorded(last, part, unheard, reader)


def _portion(
    messages: Sequence[InboxMessage], unheard: Sequence[Unheard], reader: Reader, here: str
) -> Portion:
    waiting = _waiting(messages, unheard)
    lines = Lines(
        listener=reader.listener,
        parents=reader.parents(messages),
        names_places=True,
        here=here,
    )
    return backwards(waiting, lines)


def _recorded(
    said: Said, part: Portion, unheard: Sequence[Unheard], reader: TellingReader
) -> Reply:
    telling = _telling(said, part, unheard, say("go_further_back"))
    latest = ts_at(reader.timing.clock() - MINUTE)
    try:
        answer = record(telling, Found(reader.scan(everywhere=False), latest), reader)
    except ConditionFailed:
        # Another device heard some of it meanwhile; it was asked for all the same.
        again = _all_again(telling)
        answer = record(again, Found(reader.scan(everywhere=False), latest), reader)
    places = tuple((used.conversation_id, used.ts) for used in told_by(answer))
    said, hint = said_in(answer, reader.request.phrases)
    course = reader.course.having_told(ToldAnswer(answer.request_id, said, places))
    question = Question(Pending.FURTHER_BACK, say("go_further_back_reprompt"))
    spoken = (*at_rate(said, reader.listener.rate), *hint)
    return Reply(spoken, question, remember=course.plain())


def _telling(said: Said, part: Portion, unheard: Sequence[Unheard], hint: Said) -> Telling:
    """Return what is about to be said; what was heard before leaves no marks."""
    fresh = {(unread.conversation_id, new.ts) for unread in unheard for new in unread.waiting}
    new = tuple(waiting for waiting in part.spoken if _place(waiting) in fresh)
    heard_now = {waiting.message.conversation_id for waiting in new}
    return Telling(
        said=said,
        portion=Portion(part.lines, new),
        told=tuple(unread for unread in unheard if unread.conversation_id in heard_now),
        hint=hint,
        asks=True,
        again=tuple(waiting for waiting in part.spoken if waiting not in new),
    )


def _all_again(telling: Telling) -> Telling:
    again = (*telling.again, *telling.portion.spoken)
    return replace(telling, portion=Portion(telling.portion.lines), told=(), again=again)


def _unheard(messages: Sequence[InboxMessage], reader: Reader) -> list[Unheard]:
    """Return what of their conversations was not heard yet."""
    places = list(dict.fromkeys(message.conversation_id for message in messages))
    scan = reader.scan(everywhere=False, also=places)
    return reader.collector.unheard_in(scan, places)


def _waiting(messages: Sequence[InboxMessage], unheard: Sequence[Unheard]) -> list[Waiting]:
    """Return the messages, with what is known of those that were not heard yet."""
    fresh = {
        (found.conversation_id, waiting.ts): waiting
        for found in unheard
        for waiting in found.waiting
    }
    return [
        fresh.get((message.conversation_id, message.ts), Waiting(message)) for message in messages
    ]


def _place(waiting: Waiting) -> tuple[str, str]:
    return waiting.message.conversation_id, waiting.ts
