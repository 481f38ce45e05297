"""The conversations that have something of what was asked for, in the order of telling."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from postbox.inbox.read_state import ts_at
from postbox.inbox.stores.activity import MINUTE
from postbox.inbox.stores.read_state_writes import Move
from postbox.store.errors import MailboxUnavailable
from skill.listening.collecting import Collector
from skill.listening.listening import Listening
from skill.listening.sight import Sight
from skill.reading.course import Course
from skill.reading.groups import NONE, Group, Others
from skill.reading.scope import Of, Scope
from skill.reading.unheard import Unheard

MOST_SEARCHED = 60
"""So many conversations are looked at in one turn."""
MOST_VERIFIED = 8
"""So many that are not named are looked at, so that their number is true."""


@dataclass(frozen=True)
class Found:
    """What there is to tell."""

    sight: Sight
    latest: str
    """Up to here, at most, all that was said is in the inbox by now."""
    groups: tuple[Group, ...] = ()
    others: Others = NONE
    is_through: bool = True
    """Whether every conversation was looked at that may have something."""


def find(listening: Listening, course: Course, scope: Scope, most: int, verified: int = 0) -> Found:
    """Find the first `most` groups of a scope, and whether others have something, too.

    Of those, at most `verified` are looked at.
    """
    latest = ts_at(listening.services.clock() - MINUTE)
    sight = listening.look(
        everywhere=scope.of in {Of.NEW, Of.PERSON},
        also=[scope.id] if scope.of is Of.CONVERSATION else [],
    )
    queue = _queue(scope, sight, course, listening)
    looked_at = iter(queue[:MOST_SEARCHED])
    groups: list[Group] = []
    sift = partial(_groups, listening, latest, course, scope)
    while len(groups) < most and (some := list(islice(looked_at, most - len(groups)))):
        groups += sift(listening.collector.unheard_in(sight, some))
    others = _others(listening.collector, sight, list(islice(looked_at, verified)), sift)
    is_through = len(queue) <= MOST_SEARCHED and next(looked_at, None) is None
    return Found(sight, latest, tuple(groups), Others(others, is_through), is_through)


def _others(
    collector: Collector,
    sight: Sight,
    conversation_ids: Sequence[str],
    sift: Callable[[Iterable[Unheard]], list[Group]],
) -> int:
    """Return how many of these have something; where somebody calls, nothing else is read."""
    called = sift(collector.calling_in(sight, conversation_ids))
    known = {each.conversation_id for each in called}
    left = [each for each in conversation_ids if each not in known]
    return len(known) + len(sift(collector.unheard_in(sight, left, 0)))


def _queue(scope: Scope, sight: Sight, course: Course, listening: Listening) -> list[str]:
    """Return the conversations to be looked at; the one that was promised first."""
    match scope.of:
        case Of.REPLIES | Of.MENTIONS:
            found = sight.calling
        case Of.CONVERSATION:
            found = [scope.id]
        case Of.PERSON:
            found = [*_direct(scope.id, listening), *sight.candidates]
        case Of.NEW:
            found = sight.candidates
    if course.promised in found:
        found = [course.promised, *found]
    return [each for each in dict.fromkeys(found) if each not in course.skipped]


def _direct(user_id: str, listening: Listening) -> list[str]:
    names = listening.services.directories.names(listening.link.team_id)
    direct = names.index.direct.get(user_id)
    return [direct] if direct else []


def _groups(
    listening: Listening, latest: str, course: Course, scope: Scope, unheard: Iterable[Unheard]
) -> list[Group]:
    groups = []
    for found in unheard:
        _put_behind(found, latest, listening)
        place = found.conversation_id
        passed = frozenset(ts for each, ts in course.passed if each == place)
        groups.append(Group.of(found, scope, passed))
    return [group for group in groups if group.waiting]


def _put_behind(found: Unheard, latest: str, listening: Listening) -> None:
    """Take care that what needs no telling is not looked at again; a failure does no harm."""
    read_states, position = listening.services.read_states, found.known.position
    try:
        if found.passed:
            read_states.pass_over(listening.link.link_id, found.passed)
        until = found.read_on(frozenset(), latest)
        if not found.waiting and until > found.known.read_until:
            read_states.move(Move(position, replace(position, heard_until=until)))
    except MailboxUnavailable:
        return
