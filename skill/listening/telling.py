"""One answer of a reading: counts and names first where there is much, else what is next."""

from collections.abc import Sequence
from dataclasses import replace

from postbox.inbox.read_state import Answer
from postbox.inbox.stores.read_states import used_of
from postbox.links.link import LinkState
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from skill.listening.finding import MOST_VERIFIED, Found, find
from skill.listening.gaps import mend
from skill.listening.listening import Listening
from skill.listening.recording import Telling, record
from skill.listening.taking_back import is_unspoken, take_back
from skill.reading.course import Course, Told
from skill.reading.groups import MOST_NAMED, Group, announced, as_a_sentence, described
from skill.reading.lines import Lines, speech
from skill.reading.places import Parents
from skill.reading.portion import LITTLE_MESSAGES, MOST_MESSAGES, Portion, little, portion
from skill.reading.scope import NOTHING, Of, Scope
from skill.reading.unheard import Waiting
from skill.speech.sentences import joined
from skill.turn import Pending, Question, Reply

TRIES = 3


def begin(scope: Scope, listening: Listening) -> Reply:
    """Tell what there is of what was asked for, all of it where it is little."""
    return _told(listening.course.asking_for(scope), listening, begins=True)


def go_on(course: Course, listening: Listening) -> Reply:
    """Tell what is next."""
    return _told(course, listening, begins=False)


def _told(course: Course, listening: Listening, *, begins: bool) -> Reply:
    last = listening.last_answer
    if last and last.request_id == listening.turn.request_id and not last.taken_back:
        return _reply(last, course, course.promised, listening)
    if last and is_unspoken(last, listening.turn):
        take_back(last, listening.turn, listening.services)
    is_missing_some = begins and listening.link.state is LinkState.ACTIVE and mend(listening)
    for _ in range(TRIES):
        try:
            reply = _tell(course, listening, begins=begins)
        except ConditionFailed:
            # Another device of the household heard some of it meanwhile: plan again without those.
            continue
        return _with_warning(reply, listening, is_missing_some) if begins else reply
    raise MailboxUnavailable("what others hear all the time")


def _tell(course: Course, listening: Listening, *, begins: bool) -> Reply:
    scope = course.scope
    assert scope is not None  # nobody begins without, nor goes on
    if not begins:
        return _next(course, find(listening, course, scope, most=2), listening)
    found = find(listening, course, scope, most=MOST_NAMED, verified=MOST_VERIFIED)
    if not found.groups:
        return _nothing(course, found, listening)
    if not found.others:
        # What is left of a long message is never little.
        offsets = [ts for each in found.groups for ts in _offsets_of(each, listening)]
        lines = _lines(found.groups, listening, here=scope.id)
        everything = little(found.groups, lines, frozenset(offsets))
        if everything:
            return _all_at_once(course, found, everything, listening)
    count = sum(len(each.waiting) for each in found.groups)
    alone = len(found.groups) == 1 and not found.others
    if scope.is_named or (alone and count <= LITTLE_MESSAGES and not found.groups[0].more):
        return _next(course, found, listening, begins=True)
    return _announced(course, found, listening)


def _announced(course: Course, found: Found, listening: Listening) -> Reply:
    phrases = listening.turn.phrases
    plain = announced(found.groups, found.others, listening.listener)
    offering = course.offering(found.groups[0].conversation_id)
    question = Question(Pending.MORE, phrases["shall_i_read_reprompt"])
    return Reply(phrases.say("shall_i_read", what=plain), question, remember=offering.plain())


def _all_at_once(course: Course, found: Found, everything: Portion, listening: Listening) -> Reply:
    telling = Telling(
        speech=speech(everything.lines, listening.turn.phrases),
        portion=everything,
        told=tuple(each.unheard for each in found.groups),
        is_all=course.scope is not None and course.scope.of is Of.NEW,
    )
    return _reply(record(telling, found, listening), course, "", listening)


def _next(course: Course, found: Found, listening: Listening, *, begins: bool = False) -> Reply:
    """Tell the beginning of the first group, and what comes after it."""
    if not found.groups:
        return _nothing(course, found, listening, ended=True)
    phrases = listening.turn.phrases
    group, *others = found.groups
    scope = course.scope
    here = scope.id if scope else ""
    lines = _lines([group], listening, here=here, names_places=not begins)
    part = portion(group, lines, listening.message_offsets.get(group.conversation_id, {}))
    rest = group.without(frozenset(each.ts for each in part.spoken))
    said = speech(part.lines, phrases)
    goes_on = bool(part.partly or rest.waiting or rest.more)
    if begins and goes_on and len(group.waiting) > 1:
        said = joined([phrases.escaped(as_a_sentence(group, listening.listener)), said])
    if goes_on:
        promised, hint = group.conversation_id, _rest_of(part, rest, listening)
    elif others:
        promised = others[0].conversation_id
        hint = phrases.say("next_is", what=described(others[0], listening.listener))
    else:
        promised = ""
        hint = "" if begins else _that_was_all(course, listening)
    telling = Telling(
        speech=said,
        portion=part,
        told=(group.unheard,),
        hint=hint,
        asks=bool(promised),
        is_all=not promised and scope is not None and scope.of is Of.NEW and not course.has_skipped,
    )
    return _reply(record(telling, found, listening), course, promised, listening)


def _rest_of(part: Portion, rest: Group, listening: Listening) -> str:
    phrases = listening.turn.phrases
    if part.partly:
        return phrases["more_of_the_message"]
    if not rest.waiting:
        return phrases["more_replies"]
    return phrases.say("more_here", what=described(rest, listening.listener))


def _nothing(course: Course, found: Found, listening: Listening, *, ended: bool = False) -> Reply:
    phrases, scope = listening.turn.phrases, course.scope
    closed = course.closed.plain()
    if not found.is_through:
        return Reply(phrases["not_through"], remember=closed)
    if ended:
        return Reply(_that_was_all(course, listening), remember=closed)
    of = scope.of if scope else Of.NEW
    key = NOTHING[of]
    if of is Of.REPLIES and listening.last_answer is None:
        key = "no_replies"
    return Reply(phrases.say(key, name=scope.name if scope else ""), remember=closed)


def _that_was_all(course: Course, listening: Listening) -> str:
    skipped = course.has_skipped
    return listening.turn.phrases["that_was_all_but_skipped" if skipped else "that_was_all"]


def _reply(answer: Answer, course: Course, promised: str, listening: Listening) -> Reply:
    """Return an answer that is recorded, as it is spoken."""
    places = tuple((each.conversation_id, each.ts) for each in used_of(answer) if each.was_told)
    course = course.having_told(Told(answer.request_id, answer.speech, places))
    spoken = joined([answer.speech, answer.hint])
    if not answer.asks:
        return Reply(spoken, remember=course.closed.plain())
    question = Question(Pending.MORE, listening.turn.phrases["reading_reprompt"])
    return Reply(spoken, question, remember=course.offering(promised).plain())


def _lines(
    groups: Sequence[Group], listening: Listening, *, here: str, names_places: bool = False
) -> Lines:
    """Return what makes lines of these groups, with the threads they are in at hand."""
    likely = [each for group in groups for each in group.waiting[:MOST_MESSAGES]]
    return Lines(
        listener=listening.listener,
        parents=_parents(likely, listening),
        names_places=names_places or len(groups) > 1,
        here=here,
    )


def _parents(waiting: Sequence[Waiting], listening: Listening) -> Parents:
    places = {
        (each.message.team_id, each.message.conversation_id, each.message.thread_ts or "")
        for each in waiting
        if not each.is_in_line
    }
    found = listening.services.inbox.many(sorted(places)) if places else {}
    return {(conversation_id, ts): each for (_, conversation_id, ts), each in found.items()}


def _offsets_of(group: Group, listening: Listening) -> frozenset[str]:
    known = listening.message_offsets.get(group.conversation_id, {})
    return frozenset(each.ts for each in group.waiting if each.ts in known)


def _with_warning(reply: Reply, listening: Listening, is_missing_some: bool) -> Reply:
    """Say where it is known that something may be missing."""
    phrases = listening.turn.phrases
    if listening.link.state is LinkState.BROKEN:
        return replace(reply, speech=joined([reply.speech, phrases["link_ended_replies"]]))
    if is_missing_some:
        return replace(reply, speech=joined([reply.speech, phrases["may_be_missing"]]))
    return reply
