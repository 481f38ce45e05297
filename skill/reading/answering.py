"""One answer of a reading: counts and names first where there is much, else what is next."""

from collections.abc import Mapping, Sequence

from postbox.inbox.read_state import Answer, MessageOffset
from postbox.inbox.stores.read_states import told_by
from postbox.links.link import LinkState
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.reading.finding import MOST_VERIFIED, Found, find
from skill.reading.gaps import mend
from skill.reading.how_much import time_of
from skill.reading.last_told import said_in
from skill.reading.marks.unread_again import is_unspoken, take_back
from skill.reading.nothing_new import nothing_new
from skill.reading.planning.course import Course, ToldAnswer
from skill.reading.planning.groups import MOST_NAMED, Group, announced, as_a_sentence, described
from skill.reading.planning.lines import Lines, as_said
from skill.reading.planning.portion import (
    LITTLE_MESSAGES,
    MOST_MESSAGES,
    Portion,
    little,
    may_be_cut,
    portion,
)
from skill.reading.planning.scope import NEW, Scope
from skill.reading.reader import Reader, TellingReader
from skill.reading.recording import Telling, record
from skill.reading.requested.narrowing import narrowed
from skill.speech.said import Said, Sentence, at_rate, say
from skill.speech.sentences import begun
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import ASKS, PEOPLE

TRIES = 3


def begin(scope: Scope, reader: TellingReader) -> Reply:
    """Tell what there is of what was asked for, all of it where it is little."""
    return _begun(scope, reader)


def count(scope: Scope, reader: TellingReader) -> Reply:
    """Tell how much there is, and from whom; read nothing of it yet."""
    return _begun(scope, reader, counts_only=True)


def perhaps(scope: Scope, reader: TellingReader, *, counts_only: bool = False) -> Reply | None:
    """Tell what there is of what may have been asked for; None where there is nothing."""
    course = reader.course.asking_for(scope)
    found = find(reader, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    return _some(course, found, reader, counts_only=counts_only) if found.groups else None


def _begun(scope: Scope, reader: TellingReader, *, counts_only: bool = False) -> Reply:
    scope, said = narrowed(scope, reader)
    course = reader.course.asking_for(scope)
    return _told(course, reader, begins=True, counts_only=counts_only).after(said)


def go_on(course: Course, reader: TellingReader) -> Reply:
    """Tell what is next."""
    return _told(course, reader, begins=False)


def _told(
    course: Course, reader: TellingReader, *, begins: bool, counts_only: bool = False
) -> Reply:
    last = reader.last_answer
    if last and last.request_id == reader.request.request_id and not last.taken_back:
        return _reply(last, course, course.promised, reader)
    if last and is_unspoken(last, reader.request):
        take_back(last, reader.request, reader.outbox, reader.inbox)
    is_missing_some = begins and reader.link.state is LinkState.ACTIVE and mend(reader)
    for _ in range(TRIES):
        try:
            reply = _tell(course, reader, begins=begins, counts_only=counts_only)
        except ConditionFailed:
            # Another device of the household heard some of it meanwhile: plan again without those.
            continue
        return _with_warning(reply, reader, is_missing_some) if begins else reply
    raise MailboxUnavailable("what others hear all the time")


def _tell(course: Course, reader: TellingReader, *, begins: bool, counts_only: bool) -> Reply:
    scope = course.scope
    assert scope is not None  # nobody begins without, nor goes on
    if not begins:
        return _next(course, find(reader, course, scope, most=2), reader)
    found = find(reader, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    if not found.groups:
        return nothing_new(course, found, reader, perhaps)
    return _some(course, found, reader, counts_only=counts_only)


def _some(course: Course, found: Found, reader: TellingReader, *, counts_only: bool) -> Reply:
    """Tell what was found, and first to what it is limited."""
    reply = _unlimited(course, found, reader, counts_only=counts_only)
    within = (course.scope or NEW).within.said(reader.request.phrases, with_place=False)
    return reply.after(say("told_within", within=begun(within))) if within else reply


def _unlimited(course: Course, found: Found, reader: TellingReader, *, counts_only: bool) -> Reply:
    scope = course.scope or NEW
    if counts_only:
        return _announced(course, found, reader)
    if not found.others:
        lines = _lines(found.groups, reader, here=scope.id)
        # What is left of a long message is never little.
        offsets = [ts for group in found.groups for ts in _offsets_of(group, lines, reader)]
        everything = little(found.groups, lines, frozenset(offsets))
        if everything:
            return _all_at_once(course, found, everything, reader)
    count = sum(len(group.waiting) for group in found.groups)
    alone = len(found.groups) == 1 and not found.others
    few = alone and count <= LITTLE_MESSAGES and not found.groups[0].more
    # Who asks for what was just counted wants to hear it.
    was_offered = reader.course.is_open and reader.course.scope == scope
    if scope.is_named or few or was_offered:
        return _next(course, found, reader, begins=True)
    return _announced(course, found, reader)


def _announced(course: Course, found: Found, reader: Reader) -> Reply:
    names_all = reader.request.slots.get(ASKS) == PEOPLE
    what = announced(found.groups, found.others, reader.listener, names_all=names_all)
    offering = course.offering(found.groups[0].conversation_id)
    question = Question(Pending.MORE, say("shall_i_read_reprompt"))
    return Reply(_shall_i_read(what, found, reader), question, remember=offering.plain())


def _shall_i_read(what: Sentence, found: Found, reader: Reader) -> Said:
    if not found.others and sum(len(group.waiting) for group in found.groups) == 1:
        return say("shall_i_read_it", what=what)
    _, lasting = time_of(found, reader)
    if lasting:
        return say("shall_i_read_long", what=what, length=lasting)
    return say("shall_i_read", what=what)


def _all_at_once(course: Course, found: Found, everything: Portion, reader: TellingReader) -> Reply:
    telling = Telling(
        said=as_said(everything.lines, reader.request.phrases),
        portion=everything,
        told=tuple(group.unheard for group in found.groups),
        is_all=course.scope is not None and course.scope.is_everything,
    )
    return _reply(record(telling, found, reader), course, "", reader)


def _next(course: Course, found: Found, reader: TellingReader, *, begins: bool = False) -> Reply:
    """Tell the beginning of the first group, and what comes after it."""
    if not found.groups:
        return Reply(_ended(course, found), remember=course.closed.plain())
    phrases = reader.request.phrases
    group, *others = found.groups
    scope = course.scope
    here = scope.id if scope else ""
    lines = _lines([group], reader, here=here, names_places=not begins)
    part = portion(group, lines, _offsets_of(group, lines, reader))
    rest = group.without(frozenset(waiting.ts for waiting in part.spoken))
    said = as_said(part.lines, phrases)
    goes_on = bool(part.partly or rest.waiting or rest.more)
    if begins and goes_on and len(group.waiting) > 1:
        said = (*as_a_sentence(group, reader.listener), *said)
    if goes_on:
        promised, hint = group.conversation_id, _rest_of(part, rest, reader)
    elif others:
        promised = others[0].conversation_id
        hint = say("next_is", what=described(others[0], reader.listener))
    else:
        promised = ""
        hint = () if begins else _that_was_all(course)
    telling = Telling(
        said=said,
        portion=part,
        told=(group.unheard,),
        hint=hint,
        asks=bool(promised),
        is_all=not promised
        and scope is not None
        and scope.is_everything
        and not course.has_skipped,
    )
    return _reply(record(telling, found, reader), course, promised, reader)


def _rest_of(part: Portion, rest: Group, reader: Reader) -> Said:
    if part.partly:
        return say("more_of_the_message")
    if not rest.waiting:
        return say("more_replies")
    return say("more_here", what=described(rest, reader.listener))


def _ended(course: Course, found: Found) -> Said:
    return _that_was_all(course) if found.is_through else say("not_through")


def _that_was_all(course: Course) -> Said:
    return say("that_was_all_but_skipped" if course.has_skipped else "that_was_all")


def _reply(answer: Answer, course: Course, promised: str, reader: Reader) -> Reply:
    """Return an answer that is recorded, as it is spoken."""
    places = tuple((used.conversation_id, used.ts) for used in told_by(answer))
    said, hint = said_in(answer, reader.request.phrases)
    course = course.having_told(ToldAnswer(answer.request_id, said, places))
    spoken = (*at_rate(said, reader.listener.rate), *hint)
    if not answer.asks:
        return Reply(spoken, listens=True, remember=course.closed.plain())
    question = Question(Pending.MORE, say("reading_reprompt"))
    return Reply(spoken, question, remember=course.offering(promised).plain())


def _lines(
    groups: Sequence[Group], reader: Reader, *, here: str, names_places: bool = False
) -> Lines:
    """Return what makes lines of these groups, with the threads they are in at hand."""
    likely = [waiting for group in groups for waiting in group.waiting[:MOST_MESSAGES]]
    return Lines(
        listener=reader.listener,
        parents=reader.parents(waiting.message for waiting in likely),
        names_places=names_places or len(groups) > 1,
        here=here,
    )


def _offsets_of(group: Group, lines: Lines, reader: Reader) -> Mapping[str, MessageOffset]:
    """Return how far what is next was told, by ts; looked up only where one may have been cut."""
    waiting = group.waiting[:MOST_MESSAGES]
    if not any(may_be_cut(message, lines) for message in waiting):
        return {}
    known = reader.message_offsets.get(group.conversation_id, {})
    return {message.ts: known[message.ts] for message in waiting if message.ts in known}


def _with_warning(reply: Reply, reader: Reader, is_missing_some: bool) -> Reply:
    """Say where it is known that something may be missing."""
    if reader.link.state is LinkState.BROKEN:
        return reply.before(say("link_ended_replies"))
    if is_missing_some:
        return reply.before(say("may_be_missing"))
    return reply
