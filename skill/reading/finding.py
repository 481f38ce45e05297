"""The conversations that have something of what was asked for, in the order of telling."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from postbox.inbox.message import ts_at
from postbox.inbox.stores.activity import MINUTE
from postbox.inbox.stores.read_state_writes import Move
from postbox.store.errors import MailboxUnavailable
from skill.reading.planning.course import Course
from skill.reading.planning.groups import MOST_COUNTED, NONE, Group, Others
from skill.reading.planning.scope import Of, Scope
from skill.reading.planning.unheard import Unheard
from skill.reading.reader import Reader
from skill.reading.unread.collecting import Collector
from skill.reading.unread.scan import Scan

MOST_SEARCHED = 60
"""So many conversations are looked at in one turn."""
MOST_VERIFIED = 8
"""So many that are not named are looked at, so that their number is true."""


@dataclass(frozen=True)
class Found:
    """What there is to tell."""

    scan: Scan
    latest: str
    """Up to here, at most, all that was said is in the inbox by now."""
    groups: tuple[Group, ...] = ()
    others: Others = NONE
    is_through: bool = True
    """Whether every conversation was looked at that may have something."""


def find(reader: Reader, course: Course, scope: Scope, most: int, verified: int = 0) -> Found:
    """Find the first `most` groups of a scope, and whether others have something, too.

    Of those, at most `verified` are looked at.
    """
    latest = ts_at(reader.timing.clock() - MINUTE)
    scan = reader.scan(
        everywhere=scope.of in {Of.NEW, Of.PERSON, Of.SEVERAL},
        also=[scope.id] if scope.of is Of.CONVERSATION else [],
    )
    queue = _queue(scope, scan, course, reader)
    looked_at = iter(queue[:MOST_SEARCHED])
    groups: list[Group] = []
    sift = partial(_groups, reader, latest, course, scope)
    while len(groups) < most and (some := list(islice(looked_at, most - len(groups)))):
        groups += sift(reader.collector.unheard_since(scan, some, scope.within.since))
    others = _others(reader.collector, scan, list(islice(looked_at, verified)), sift, scope)
    is_through = len(queue) <= MOST_SEARCHED and next(looked_at, None) is None
    return Found(scan, latest, tuple(groups), Others(others, is_through), is_through)


def _others(
    collector: Collector,
    scan: Scan,
    conversation_ids: Sequence[str],
    sift: Callable[[Iterable[Unheard]], list[Group]],
    scope: Scope,
) -> int:
    """Return how many of these have something; where somebody calls, nothing else is read."""
    called = sift(collector.calling_in(scan, conversation_ids))
    known = {group.conversation_id for group in called}
    left = [conversation_id for conversation_id in conversation_ids if conversation_id not in known]
    most = MOST_COUNTED if scope.within else 0
    return len(known) + len(sift(collector.unheard_since(scan, left, scope.within.since, most)))


def _queue(scope: Scope, scan: Scan, course: Course, reader: Reader) -> list[str]:
    """Return the conversations to be looked at; the one that was promised first."""
    match scope.of:
        case Of.REPLIES | Of.MENTIONS:
            found = scan.calling
        case Of.CONVERSATION:
            found = [scope.id]
        case Of.PERSON:
            found = [*reader.direct(scope.id), *scan.candidates]
        case Of.SEVERAL:
            direct = (place for name in scope.ids for place in reader.direct(name))
            found = [*direct, *scan.candidates]
        case Of.NEW:
            found = scan.candidates
    if scope.within.place:
        found = [place for place in found if place == scope.within.place]
    if course.promised in found:
        found = [course.promised, *found]
    return [
        conversation_id
        for conversation_id in dict.fromkeys(found)
        if conversation_id not in course.skipped
    ]


def _groups(
    reader: Reader, latest: str, course: Course, scope: Scope, unheard: Iterable[Unheard]
) -> list[Group]:
    groups = []
    for found in unheard:
        _put_behind(found, latest, reader)
        place = found.conversation_id
        passed = frozenset(ts for conversation_id, ts in course.passed if conversation_id == place)
        groups.append(Group.of(found, scope, passed))
    return [group for group in groups if group.waiting]


def _put_behind(found: Unheard, latest: str, reader: Reader) -> None:
    """Take care that what needs no telling is not looked at again; a failure does no harm."""
    read_states, position = reader.inbox.read_states, found.known.position
    try:
        if found.passed:
            read_states.pass_over(reader.link.link_id, found.passed)
        until = found.read_on(frozenset(), latest)
        if not found.waiting and until > found.known.read_until:
            read_states.move(Move(position, replace(position, heard_until=until)))
    except MailboxUnavailable:
        return
