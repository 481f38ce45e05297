"""A look at where something may be unheard, with few reads however much there is.

It takes at most MOST_ATTENTION attentions, and MOST_ACTIVE active conversations and their
positions at a time until enough of them have news.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from postbox.inbox.message import Attention, AttentionReason, ts_at
from postbox.inbox.read_state import EVERYWHERE
from postbox.inbox.stores.activity import MINUTE, ActiveConversation
from postbox.links.link import Link
from skill.reading.unread.scan import Scan
from skill.turn.parts import Inbox, KnownNames

MOST_ATTENTION = 100
MOST_LATE = 100
MOST_ACTIVE = 60
"""At a time."""
ENOUGH_ACTIVE = 12
"""Where so many conversations have news, no older ones are looked for."""


def scan(
    link: Link,
    inbox: Inbox,
    known: KnownNames,
    *,
    everywhere: bool,
    also: Iterable[str] = (),
    muted: frozenset[AttentionReason] = frozenset(),
) -> Scan:
    """Return where something may be unheard.

    Without `everywhere` these are the conversations in which something calls for attention.
    The positions in `also` are read in any case.
    """
    top = inbox.read_states.positions(link.link_id, link.team_id, [])
    found = inbox.messages.unheard(link.link_id, top[EVERYWHERE].seen_until, MOST_ATTENTION)
    attention = _by_conversation(found)
    late = inbox.read_states.late(link.link_id, MOST_LATE)
    lates = {key: tuple(ts for _, ts in group) for key, group in groupby(late, itemgetter(0))}
    named = [*attention, *lates, *also]
    positions = inbox.read_states.positions(link.link_id, link.team_id, named, top)
    scan = Scan(
        link=link,
        everywhere=positions[EVERYWHERE],
        positions=positions,
        attention=attention,
        late=lates,
        muted=muted,
        is_complete=len(found) < MOST_ATTENTION and len(late) < MOST_LATE,
    )
    return _with_activity(scan, inbox, known) if everywhere else replace(scan, is_complete=False)


def _with_activity(scan: Scan, inbox: Inbox, known: KnownNames) -> Scan:
    """Add where something was said since, the newest ones until there is enough to tell."""
    link = scan.link
    names = known.of(link.team_id)
    since = max(scan.everywhere.read_until, scan.start)
    behind: ActiveConversation | None = None
    news: list[ActiveConversation] = []
    while True:
        page = inbox.activity.since(link.team_id, since, MOST_ACTIVE, behind=behind)
        names.index.fetch({"conversations_by_id": [active.conversation_id for active in page]})
        joined = names.directory.conversations
        there = [active for active in page if active.conversation_id in joined]
        ids = [active.conversation_id for active in there]
        more = inbox.read_states.positions(link.link_id, link.team_id, ids)
        scan = replace(
            scan,
            positions={**more, **scan.positions},
            is_complete=scan.is_complete and len(there) == len(page),
        )
        news += _with_news(there, scan)
        is_last = len(page) < MOST_ACTIVE
        if is_last or len(news) >= ENOUGH_ACTIVE:
            is_complete = scan.is_complete and is_last
            return replace(scan, active=_longest_silent_first(news), is_complete=is_complete)
        behind = page[-1]


def _by_conversation(found: Iterable[Attention]) -> dict[str, tuple[Attention, ...]]:
    grouped: dict[str, tuple[Attention, ...]] = {}
    for attention in found:
        grouped[attention.conversation_id] = (
            *grouped.get(attention.conversation_id, ()),
            attention,
        )
    return grouped


def _with_news(active: Iterable[ActiveConversation], scan: Scan) -> list[ActiveConversation]:
    """Return the conversations whose last minute is not wholly read."""
    return [
        activity
        for activity in active
        if ts_at(activity.minute + MINUTE) > scan.known(activity.conversation_id).read_until
    ]


def _longest_silent_first(active: Iterable[ActiveConversation]) -> tuple[str, ...]:
    ordered = sorted(active, key=lambda found: (found.minute, found.conversation_id))
    return tuple(activity.conversation_id for activity in ordered)
