"""What an answer told is recorded with it; then Slack is asked to mark it as read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from postbox.inbox.read_state import Answer, Position
from postbox.inbox.stores.read_state_writes import Move
from postbox.inbox.stores.read_states import ReadStates
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.reading.finding import Found
from skill.reading.marks import marking
from skill.reading.planning.portion import Portion
from skill.reading.planning.unheard import Unheard, Waiting
from skill.reading.reader import TellingReader
from skill.speech.said import Said, to_plain


@dataclass(frozen=True)
class Telling:
    """What is about to be said, and what of."""

    said: Said
    """Of the messages alone."""
    portion: Portion
    told: tuple[Unheard, ...]
    """The conversations that it is of, as they were found."""
    hint: Said = ()
    asks: bool = False
    """Whether the hint awaits an answer."""
    is_all: bool = False
    """Whether nothing at all is left unheard then."""
    again: tuple[Waiting, ...] = ()
    """What is said that had been heard before."""


def record(telling: Telling, found: Found, reader: TellingReader) -> Answer:
    """Count as heard what is about to be said; return the answer as it stands recorded.

    Raises ConditionFailed when another device heard some of it meanwhile: it must then not be
    said. An answer that may have been recorded, or not, is looked up.
    """
    request = reader.request
    answer = Answer(
        link_id=reader.link.link_id,
        request_id=request.request_id,
        session_id=request.session_id,
        said=tuple(to_plain(telling.said)),
        answered_at=request.spoken_at,
        hint=tuple(to_plain(telling.hint)),
        asks=telling.asks,
        again=tuple(unheard.used(is_spoken=False) for unheard in telling.again),
    )
    moves = [*_moves(telling, found), _everywhere(telling, found)]
    portion = telling.portion
    used = [heard.used() for heard in portion.spoken]
    if portion.partly:
        used.append(portion.partly.used(is_partly=True))
    steps = [portion.step] if portion.step else []
    read_states = reader.inbox.read_states
    recorded = _recorded(
        answer, partial(read_states.record, answer, used, moves, steps), read_states
    )
    if request.speaking is not None:
        from postbox.households.audit import Action  # noqa: PLC0415 - where Earshot is shared
        from skill.turn.audited import note  # noqa: PLC0415

        places = sorted({unheard.conversation_id for unheard in telling.told})
        note(Action.HEARD, places, request, reader.sharing, reader.timing)
    _mark(telling, {move.after.conversation_id: move.moved for move in moves}, reader)
    return recorded


def _recorded(answer: Answer, write: Callable[[], Answer], read_states: ReadStates) -> Answer:
    """Write an answer down, once more where nobody heard the end of it: it may be done."""
    try:
        return write()
    except MailboxUnavailable:
        pass
    try:
        return write()
    except ConditionFailed:
        last = read_states.last_answer(answer.link_id)
        if last and last.request_id == answer.request_id and not last.taken_back:
            return last
        raise


def _spoken_in(telling: Telling, unheard: Unheard) -> frozenset[str]:
    place = unheard.conversation_id
    spoken = telling.portion.spoken
    return frozenset(message.ts for message in spoken if message.message.conversation_id == place)


def _moves(telling: Telling, found: Found) -> Sequence[Move]:
    moves = []
    for unheard in telling.told:
        before = unheard.known.position
        until = unheard.read_on(_spoken_in(telling, unheard), found.latest)
        moves.append(Move(before, replace(before, heard_until=until)))
    return moves


def _everywhere(telling: Telling, found: Found) -> Move:
    """Return the move of the position EVERYWHERE; also one on the spot can be taken back."""
    before = found.scan.everywhere
    if not (telling.is_all and found.is_through and found.scan.is_complete):
        return Move(before, before)
    return Move(before, replace(before, heard_until=max(before.heard_until, found.latest)))


def _mark(telling: Telling, moved: Mapping[str, Position], reader: TellingReader) -> None:
    """Let Slack mark as read what was spoken without a gap.

    The position says so only once the queue has it. Where it lags behind, the next answer's mark
    covers this one; were it ahead, what is between would stay unread in Slack for good.
    """
    for at, unheard in enumerate(telling.told):
        spoken = _spoken_in(telling, unheard)
        until = unheard.marked_on(spoken)
        is_news = any(ts <= until for ts in spoken & _in_line(unheard))
        if not is_news or until <= unheard.known.marked_until:
            continue
        position, since = unheard.known.position, unheard.known.marked_until
        try:
            mark = marking.read(position, until, reader.request, at, since)
            reader.outbox.queue.send(mark)
            standing = moved.get(unheard.conversation_id, position)
            reader.inbox.read_states.mark(standing, until)
        except MailboxUnavailable:
            continue


def _in_line(unheard: Unheard) -> frozenset[str]:
    return frozenset(message.ts for message in unheard.waiting if message.is_in_line)
