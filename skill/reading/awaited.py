"""After a message was sent "... and wait": what comes back at once is told with it.

Alexa waits eight seconds for an answer; what comes later is read when it is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from postbox.inbox.message import Attention, ts_at
from postbox.inbox.read_state import Answer
from postbox.inbox.stores.activity import MINUTE
from postbox.outbox.commands import SendMessage
from postbox.outbox.receipt import DeliveryState
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.reading.finding import Found
from skill.reading.last_told import said_in
from skill.reading.planning.course import ToldAnswer
from skill.reading.planning.groups import Group
from skill.reading.planning.lines import Lines, as_said
from skill.reading.planning.portion import portion
from skill.reading.reader import Reader, TellingReader
from skill.reading.recording import Telling, record
from skill.speech.said import say
from skill.turn.reply import Reply

LISTENS_SECONDS = 5.75
"""From when the request came in; the rest of Alexa's eight is for a last look and the way back."""
LOOK_SECONDS = 0.3
_MOST_LOOKED_AT = 50


@dataclass(frozen=True)
class _Sent:
    """Where a message stands to which answers are awaited."""

    conversation_id: str
    ts: str
    thread_ts: str | None

    def is_answered_by(self, attention: Attention) -> bool:
        if attention.conversation_id != self.conversation_id or attention.ts <= self.ts:
            return False
        if self.thread_ts:
            return attention.thread_ts == self.thread_ts
        return attention.thread_ts in {None, self.ts}


def with_answer(sent: Reply, messages: Sequence[SendMessage], reader: TellingReader) -> Reply:
    """Put what is answered in time behind what is said of the sending."""
    try:
        answer = _told_before(reader) or _awaited(_posted(messages, reader), reader)
    except MailboxUnavailable:
        # It is sent all the same; whatever was answered stays unheard.
        return sent
    if answer is None:
        is_sent = bool(_posted(messages, reader))
        return sent.before(say("no_answer_yet")) if is_sent else sent
    places = tuple((used.conversation_id, used.ts) for used in answer.used if used.was_told)
    said, hint = said_in(answer, reader.request.phrases)
    course = reader.course.having_told(ToldAnswer(answer.request_id, said, places))
    return replace(sent.before(said, hint), remember=course.plain())


def _told_before(reader: Reader) -> Answer | None:
    """Return the answer that this very request told already, before Alexa repeated it."""
    last = reader.last_answer
    if last is None or last.taken_back or last.request_id != reader.request.request_id:
        return None
    return last


def _posted(messages: Iterable[SendMessage], reader: TellingReader) -> list[_Sent]:
    found = []
    for message in messages:
        receipt = reader.outbox.receipts.of(message)
        if receipt and receipt.state is DeliveryState.CONFIRMED and receipt.ts:
            found.append(_Sent(receipt.conversation_id, receipt.ts, message.thread_ts))
    return found


def _awaited(sent: Sequence[_Sent], reader: TellingReader) -> Answer | None:
    """Look until somebody answers, or there is no time left."""
    if not sent:
        return None
    left = (
        (reader.request.received_at or reader.timing.clock())
        + LISTENS_SECONDS
        - reader.timing.clock()
    )
    return reader.timing.awaited(
        _answer_to(sent, reader),
        lambda _none: _answer_to(sent, reader),
        lambda answer: answer is not None,
        seconds=left - LOOK_SECONDS,
        every=LOOK_SECONDS,
    )


def _answer_to(sent: Sequence[_Sent], reader: TellingReader) -> Answer | None:
    since = min(message.ts for message in sent)
    found = reader.inbox.messages.unheard(reader.link.link_id, since, _MOST_LOOKED_AT)
    answers = [
        attention for attention in found if any(one.is_answered_by(attention) for one in sent)
    ]
    return _tell(answers, reader) if answers else None


def _tell(answers: Sequence[Attention], reader: TellingReader) -> Answer | None:
    """Tell the answers of the conversation in which the first one came; None where none is left."""
    place = answers[0].conversation_id
    wanted = {attention.ts for attention in answers if attention.conversation_id == place}
    scan = reader.scan(everywhere=False, also=[place])
    unheard = reader.collector.unheard(scan, place)
    waiting = tuple(message for message in unheard.waiting if message.ts in wanted)
    if not waiting:
        return None
    lines = Lines(listener=reader.listener, parents={}, names_places=False, here=place)
    part = portion(Group(unheard, waiting), lines, {})
    telling = Telling(
        said=as_said(part.lines, reader.request.phrases),
        portion=part,
        told=(unheard,),
        hint=say("rest_by_replies") if part.partly else (),
    )
    found = Found(scan, ts_at(reader.timing.clock() - MINUTE))
    try:
        return record(telling, found, reader)
    except ConditionFailed:
        # Another device of the household heard it meanwhile.
        return None
