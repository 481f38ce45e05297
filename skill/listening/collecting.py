"""What a speaker has not heard yet, found with few reads however much there is.

One look takes at most MOST_ATTENTION attentions, MOST_HEADS heads and their positions, in batches.
Then only those conversations are read of which something is to be told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from mailbox.heads import MINUTE, Head
from mailbox.hearing import EVERYWHERE, START, Position, ts_at
from mailbox.inbound import Attention, InboxMessage
from mailbox.link import Link
from skill.reading.unheard import Known, Unheard, unheard
from skill.services import Services

MOST_ATTENTION = 100
MOST_LATE = 100
MOST_HEADS = 200
MOST_COUNTED = 30
"""Of one conversation; above it there are "more than thirty"."""
_SPARE = 10
_LATER_PAGE = 100
_MOST_LOOKED_AT = 240
"""So many messages are looked at for counting; where none of them is unheard, more are."""


@dataclass(frozen=True)
class Sight:
    """Where something may be unheard for a link, as one look at the mailbox found it."""

    link: Link
    everywhere: Position
    positions: Mapping[str, Position] = field(default_factory=dict)
    attention: Mapping[str, tuple[Attention, ...]] = field(default_factory=dict)
    """By conversation, the one whose oldest attention is oldest first."""
    late: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ts of what came late, by conversation."""
    heads: tuple[str, ...] = ()
    """Conversations in which something was said since, the one that fell silent first at first."""
    is_complete: bool = True
    """Whether no attention, late message or conversation was left out, nor one left out of account
    since the directory does not have it yet."""

    @property
    def start(self) -> str:
        """Nothing up to here is news."""
        since = self.link.linked_since
        return ts_at(since) if since is not None else START

    @property
    def calling(self) -> list[str]:
        """The conversations in which something deserves attention."""
        return list(self.attention)

    @property
    def candidates(self) -> list[str]:
        """All conversations in which something may be unheard, in the order of telling."""
        return list(dict.fromkeys([*self.attention, *self.late, *self.heads]))

    def known(self, conversation_id: str, heard: Iterable[str] = ()) -> Known:
        """Return what is known of one conversation."""
        link = self.link
        blank = Position(link.link_id, link.team_id, conversation_id)
        return Known(
            position=self.positions.get(conversation_id, blank),
            everywhere=self.everywhere,
            start=self.start,
            own_id=link.user_id,
            attention={each.ts: each for each in self.attention.get(conversation_id, ())},
            late=frozenset(self.late.get(conversation_id, ())),
            heard=frozenset(heard),
        )


@dataclass(frozen=True)
class Collector:
    """Collects what one link has not heard; everything raises MailboxUnavailable."""

    link: Link
    services: Services

    def look(self, *, everywhere: bool, also: Iterable[str] = ()) -> Sight:
        """Return where something may be unheard.

        Without `everywhere` these are the conversations in which something calls for attention.
        The positions in `also` are read in any case.
        """
        link, services = self.link, self.services
        top = services.hearings.positions(link.link_id, link.team_id, [])[EVERYWHERE]
        found = services.inbox.unheard(link.link_id, top.seen_until, MOST_ATTENTION)
        attention = _by_conversation(found)
        late = services.hearings.late(link.link_id, MOST_LATE)
        lates = {key: tuple(ts for _, ts in group) for key, group in groupby(late, itemgetter(0))}
        heads, all_known = self._heads(top) if everywhere else ([], False)
        named = [*attention, *lates, *(each.conversation_id for each in heads), *also]
        positions = services.hearings.positions(link.link_id, link.team_id, named)
        sight = Sight(
            link=link,
            everywhere=positions[EVERYWHERE],
            positions=positions,
            attention=attention,
            late=lates,
            is_complete=all_known and len(found) < MOST_ATTENTION and len(late) < MOST_LATE,
        )
        return replace(sight, heads=_with_news(heads, sight))

    def unheard(self, sight: Sight, conversation_id: str, most: int = MOST_COUNTED) -> Unheard:
        """Return what of one conversation was not heard yet.

        Enough is looked at to count up to `most`, or to find that there is nothing.
        """
        services, link = self.services, self.link
        known = sight.known(conversation_id)
        called = known.called()
        marks_from = min([known.read_until, *called])
        heard = services.hearings.heard(link.link_id, conversation_id, marks_from)
        known = sight.known(conversation_id, heard)
        line, more = self._line(known, most)
        there = {each.ts for each in line}
        places = [(link.team_id, conversation_id, ts) for ts in called if ts not in there]
        others = services.inbox.many(places) if places else {}
        return unheard(known, line, {ts: each for (_, _, ts), each in others.items()}, more=more)

    def _line(self, known: Known, most: int) -> tuple[list[InboxMessage], bool]:
        team_id, conversation_id = self.link.team_id, known.position.conversation_id
        found: list[InboxMessage] = []
        size, after = most + _SPARE, known.read_until
        while True:
            page = self.services.inbox.after(team_id, conversation_id, after, size)
            found += page
            if len(page) < size:
                return found, False
            count = sum(map(known.waits, found))
            if count > most or (count and len(found) >= _MOST_LOOKED_AT):
                return found, True
            size, after = _LATER_PAGE, page[-1].ts

    def _heads(self, top: Position) -> tuple[list[Head], bool]:
        link = self.link
        since = max(top.read_until, Sight(link, top).start)
        heads = self.services.heads.since(link.team_id, since, MOST_HEADS)
        joined = self.services.directories.get(link.team_id).conversations
        found = [each for each in heads if each.conversation_id in joined]
        return found, len(found) == len(heads) < MOST_HEADS


def _by_conversation(found: Iterable[Attention]) -> dict[str, tuple[Attention, ...]]:
    grouped: dict[str, tuple[Attention, ...]] = {}
    for each in found:
        grouped[each.conversation_id] = (*grouped.get(each.conversation_id, ()), each)
    return grouped


def _with_news(heads: Iterable[Head], sight: Sight) -> tuple[str, ...]:
    """Return the conversations whose last minute is not wholly read, the longest silent first."""
    return tuple(
        each.conversation_id
        for each in sorted(heads, key=lambda head: (head.minute, head.conversation_id))
        if ts_at(each.minute + MINUTE) > sight.known(each.conversation_id).read_until
    )
