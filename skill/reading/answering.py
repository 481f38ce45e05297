"""One answer of a reading: counts and names first where there is much, else what is next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from postbox.inbox.read_state import Answer, MessageOffset
from postbox.inbox.stores.read_states import told_by
from postbox.links.link import LinkState
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.reading.finding import MOST_VERIFIED, Found, find
from skill.reading.gaps import mend
from skill.reading.history.older import newest, newest_own
from skill.reading.history.telling_again import tell_last
from skill.reading.lasting import time_of
from skill.reading.marks.unread_again import is_unspoken, take_back
from skill.reading.planning.course import Course, Told
from skill.reading.planning.groups import MOST_NAMED, Group, announced, as_a_sentence, described
from skill.reading.planning.lines import Lines, as_text
from skill.reading.planning.portion import (
    LITTLE_MESSAGES,
    MOST_MESSAGES,
    Portion,
    little,
    may_be_cut,
    portion,
)
from skill.reading.planning.scope import NEW, Of, Scope, nothing
from skill.reading.planning.within import Within, folded
from skill.reading.reader import Reader
from skill.reading.recording import Telling, record
from skill.speech.clock_times import begun
from skill.speech.said import Said, as_is, at_rate, say
from skill.speech.sentences import joined
from skill.turn.limits import ASKS, LIMITS, PEOPLE
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

TRIES = 3


def begin(scope: Scope, reader: Reader) -> Reply:
    """Tell what there is of what was asked for, all of it where it is little."""
    return _begun(scope, reader)


def count(scope: Scope, reader: Reader) -> Reply:
    """Tell how much there is, and from whom; read nothing of it yet."""
    return _begun(scope, reader, counts_only=True)


def perhaps(scope: Scope, reader: Reader) -> Reply | None:
    """Tell what there is of what may have been asked for; None where there is nothing."""
    course = reader.course.asking_for(scope)
    found = find(reader, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    return _some(course, found, reader, counts_only=False) if found.groups else None


def _begun(scope: Scope, reader: Reader, *, counts_only: bool = False) -> Reply:
    said: Said = ()
    if any(reader.turn.slots.get(name) for name in LIMITS):
        from skill.reading.limits import limited  # noqa: PLC0415 - few requests are narrowed

        scope, said = limited(scope, reader)
    course = reader.course.asking_for(scope)
    return _told(course, reader, begins=True, counts_only=counts_only).after(said)


def go_on(course: Course, reader: Reader) -> Reply:
    """Tell what is next."""
    return _told(course, reader, begins=False)


def _told(course: Course, reader: Reader, *, begins: bool, counts_only: bool = False) -> Reply:
    last = reader.last_answer
    if last and last.request_id == reader.turn.request_id and not last.taken_back:
        return _reply(last, course, course.promised, reader)
    if last and is_unspoken(last, reader.turn):
        take_back(last, reader.turn, reader.turn.outbox, reader.turn.inbox)
    is_missing_some = begins and reader.link.state is LinkState.ACTIVE and mend(reader)
    for _ in range(TRIES):
        try:
            reply = _tell(course, reader, begins=begins, counts_only=counts_only)
        except ConditionFailed:
            # Another device of the household heard some of it meanwhile: plan again without those.
            continue
        return _with_warning(reply, reader, is_missing_some) if begins else reply
    raise MailboxUnavailable("what others hear all the time")


def _tell(course: Course, reader: Reader, *, begins: bool, counts_only: bool) -> Reply:
    scope = course.scope
    assert scope is not None  # nobody begins without, nor goes on
    if not begins:
        return _next(course, find(reader, course, scope, most=2), reader)
    found = find(reader, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    if not found.groups:
        return _nothing(course, found, reader)
    reply = _some(course, found, reader, counts_only=counts_only)
    within = scope.within.said(reader.turn.phrases, with_place=False)
    return reply.after(say("told_within", within=begun(within))) if within else reply


def _some(course: Course, found: Found, reader: Reader, *, counts_only: bool) -> Reply:
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
    if scope.is_named or (alone and count <= LITTLE_MESSAGES and not found.groups[0].more):
        return _next(course, found, reader, begins=True)
    return _announced(course, found, reader)


def _announced(course: Course, found: Found, reader: Reader) -> Reply:
    names_all = reader.turn.slots.get(ASKS) == PEOPLE
    plain = announced(found.groups, found.others, reader.listener, names_all=names_all)
    offering = course.offering(found.groups[0].conversation_id)
    question = Question(Pending.MORE, say("shall_i_read_reprompt"))
    return Reply(_shall_i_read(plain, found, reader), question, remember=offering.plain())


def _shall_i_read(what: str, found: Found, reader: Reader) -> Said:
    if not found.others and sum(len(group.waiting) for group in found.groups) == 1:
        return say("shall_i_read_it", what=what)
    _, lasting = time_of(found, reader)
    if lasting:
        return say("shall_i_read_long", what=what, length=lasting)
    return say("shall_i_read", what=what)


def _all_at_once(course: Course, found: Found, everything: Portion, reader: Reader) -> Reply:
    telling = Telling(
        text=as_text(everything.lines, reader.turn.phrases),
        portion=everything,
        told=tuple(group.unheard for group in found.groups),
        is_all=course.scope is not None and course.scope.is_everything,
    )
    return _reply(record(telling, found, reader), course, "", reader)


def _next(course: Course, found: Found, reader: Reader, *, begins: bool = False) -> Reply:
    """Tell the beginning of the first group, and what comes after it."""
    if not found.groups:
        return _nothing(course, found, reader, ended=True)
    phrases = reader.turn.phrases
    group, *others = found.groups
    scope = course.scope
    here = scope.id if scope else ""
    lines = _lines([group], reader, here=here, names_places=not begins)
    part = portion(group, lines, _offsets_of(group, lines, reader))
    rest = group.without(frozenset(waiting.ts for waiting in part.spoken))
    said = as_text(part.lines, phrases)
    goes_on = bool(part.partly or rest.waiting or rest.more)
    if begins and goes_on and len(group.waiting) > 1:
        said = joined([as_a_sentence(group, reader.listener), said])
    if goes_on:
        promised, hint = group.conversation_id, _rest_of(part, rest, reader)
    elif others:
        promised = others[0].conversation_id
        hint = phrases.plain("next_is", what=described(others[0], reader.listener))
    else:
        promised = ""
        hint = "" if begins else _that_was_all(course, reader)
    telling = Telling(
        text=said,
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


def _rest_of(part: Portion, rest: Group, reader: Reader) -> str:
    phrases = reader.turn.phrases
    if part.partly:
        return phrases.plain("more_of_the_message")
    if not rest.waiting:
        return phrases.plain("more_replies")
    return phrases.plain("more_here", what=described(rest, reader.listener))


def _nothing(course: Course, found: Found, reader: Reader, *, ended: bool = False) -> Reply:
    scope = course.scope
    closed = course.closed.plain()
    if not found.is_through:
        return Reply(say("not_through"), remember=closed)
    if ended:
        return Reply(as_is(_that_was_all(course, reader)), remember=closed)
    of = scope.of if scope else Of.NEW
    if scope and scope.calls_only and (instead := _instead(scope, course, reader)):
        return instead
    if scope and scope.within:
        return _beyond(scope, course, reader)
    if scope and scope.is_named and not course.has_skipped:
        return _last_of(scope, course, reader)
    if of is Of.REPLIES and reader.last_answer is None:
        return Reply(say("no_replies"), remember=closed)
    return Reply(nothing(scope or NEW, reader.turn.phrases), remember=closed)


def _beyond(scope: Scope, course: Course, reader: Reader) -> Reply:
    """Say that nothing is new within the limits, and how much there is beyond them."""
    said = nothing(scope, reader.turn.phrases)
    wider = course.asking_for(scope.whole)
    found = find(reader, wider, scope.whole, most=MOST_NAMED, verified=MOST_VERIFIED)
    if not found.groups:
        return Reply(said, remember=course.closed.plain())
    if scope.within.subject and not scope.within.since:
        # It may be told in other words.
        return _some(wider, found, reader, counts_only=False).after(said)
    return _announced(wider, found, reader).after(said)


def _instead(scope: Scope, course: Course, reader: Reader) -> Reply | None:
    """Tell what is no reply or mention to Slack, and was meant as one."""
    if scope.of is Of.MENTIONS:
        return _by_name(scope, reader)
    if scope.within.subject:
        found = perhaps(replace(scope, of=Of.NEW), reader)
        if found:
            about = begun(scope.within.said(reader.turn.phrases))
            return found.after(say("told_within", within=about))
    own = newest_own(reader)
    if own is None:
        return None
    name = reader.listener.names.conversation(own.conversation_id) or ""
    behind = Scope(Of.CONVERSATION, own.conversation_id, name, Within(since=own.ts))
    found = perhaps(behind, reader)
    return found.after(say("behind_your_own")) if found else None


def _by_name(scope: Scope, reader: Reader) -> Reply | None:
    """Tell where the listener is called by the first name, without a mention."""
    link = reader.link
    name = reader.listener.names.person(link.user_id) or link.user_name
    called = replace(scope.within, subject=folded(name)[:1])
    found = perhaps(Scope(Of.NEW, within=called), reader)
    return found.after(say("called_by_name")) if found else None


def _last_of(scope: Scope, course: Course, reader: Reader) -> Reply:
    """Say that a person or a place has nothing new, and what was said last, where it is known."""
    older = newest(scope, 1, reader)
    if not older.messages:
        return Reply(nothing(scope, reader.turn.phrases), remember=course.closed.plain())
    return tell_last(older, scope, reader).after(nothing(scope, reader.turn.phrases))


def _that_was_all(course: Course, reader: Reader) -> str:
    skipped = course.has_skipped
    return reader.turn.phrases.plain("that_was_all_but_skipped" if skipped else "that_was_all")


def _reply(answer: Answer, course: Course, promised: str, reader: Reader) -> Reply:
    """Return an answer that is recorded, as it is spoken."""
    places = tuple((used.conversation_id, used.ts) for used in told_by(answer))
    course = course.having_told(Told(answer.request_id, answer.text, places))
    spoken = (*at_rate(as_is(answer.text), reader.listener.rate), *as_is(answer.hint))
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
