"""What a speaker has not heard yet, found with few reads however much there is.

One look takes at most MOST_ATTENTION attentions, and MOST_HEADS heads and their positions at a time
until enough of them have news. Then only those conversations are read of which something is told.
"""

from collections.abc import Iterable, Mapping, Sequence
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
MOST_HEADS = 60
"""At a time."""
ENOUGH_HEADS = 12
"""Where so many conversations have news, no older ones are looked for."""
MOST_COUNTED = 30
"""Of one conversation; above it there are "more than thirty"."""
_SPARE = 10
_FEW = 4
"""Enough to find that there is something at all."""
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
        named = [*attention, *lates, *also]
        positions = services.hearings.positions(link.link_id, link.team_id, named)
        sight = Sight(
            link=link,
            everywhere=positions[EVERYWHERE],
            positions=positions,
            attention=attention,
            late=lates,
            is_complete=len(found) < MOST_ATTENTION and len(late) < MOST_LATE,
        )
        return self._with_heads(sight) if everywhere else replace(sight, is_complete=False)

    def _with_heads(self, sight: Sight) -> Sight:
        """Add where something was said since, the newest ones until there is enough to tell."""
        link, services = self.link, self.services
        joined = services.directories.get(link.team_id).conversations
        since = max(sight.everywhere.read_until, sight.start)
        behind: Head | None = None
        news: list[Head] = []
        while True:
            page = services.heads.since(link.team_id, since, MOST_HEADS, behind=behind)
            there = [each for each in page if each.conversation_id in joined]
            ids = [each.conversation_id for each in there]
            more = services.hearings.positions(link.link_id, link.team_id, ids)
            sight = replace(
                sight,
                positions={**more, **sight.positions},
                is_complete=sight.is_complete and len(there) == len(page),
            )
            news += _with_news(there, sight)
            is_last = len(page) < MOST_HEADS
            if is_last or len(news) >= ENOUGH_HEADS:
                is_complete = sight.is_complete and is_last
                return replace(sight, heads=_longest_silent_first(news), is_complete=is_complete)
            behind = page[-1]

    def unheard(self, sight: Sight, conversation_id: str, most: int = MOST_COUNTED) -> Unheard:
        """Return what of one conversation was not heard yet.

        Enough is looked at to count up to `most`, or to find that there is nothing.
        """
        return self.unheard_in(sight, [conversation_id], most)[0]

    def unheard_in(
        self, sight: Sight, conversation_ids: Sequence[str], most: int = MOST_COUNTED
    ) -> list[Unheard]:
        """Return what of each of some conversations was not heard yet, with few reads for all."""
        pages = {each: self._page(sight.known(each), most) for each in conversation_ids}
        called = {each: sight.known(each).called() for each in conversation_ids}
        heard = self.services.hearings.heard_among(self.link.link_id, _named(pages, called))
        others = self._called(pages, called)
        return [
            self._sifted(sight, each, pages[each], most, heard, others.get(each, {}))
            for each in conversation_ids
        ]

    def _sifted(
        self,
        sight: Sight,
        conversation_id: str,
        page: list[InboxMessage],
        most: int,
        heard: set[tuple[str, str]],
        others: Mapping[str, InboxMessage],
    ) -> Unheard:
        known = sight.known(
            conversation_id, (ts for place, ts in heard if place == conversation_id)
        )
        more = len(page) >= _page_size(most)
        if more and sum(map(known.waits, page)) <= most:
            return self._thoroughly(sight, conversation_id, most)
        return unheard(known, page, others, more=more)

    def _page(self, known: Known, most: int) -> list[InboxMessage]:
        place = (self.link.team_id, known.position.conversation_id)
        return self.services.inbox.after(*place, known.read_until, _page_size(most))

    def _called(
        self, pages: Mapping[str, list[InboxMessage]], called: Mapping[str, list[str]]
    ) -> dict[str, dict[str, InboxMessage]]:
        """Return what calls for attention or came late and is on none of the pages."""
        there = {(place, each.ts) for place, page in pages.items() for each in page}
        wanted = {(place, ts) for place, found in called.items() for ts in found} - there
        places = [(self.link.team_id, *each) for each in sorted(wanted)]
        grouped: dict[str, dict[str, InboxMessage]] = {}
        for (_, place, ts), message in self.services.inbox.many(places).items() if places else ():
            grouped.setdefault(place, {})[ts] = message
        return grouped

    def _thoroughly(self, sight: Sight, conversation_id: str, most: int) -> Unheard:
        """Look through a conversation page by page, as far as it takes."""
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
        size, after = _page_size(most), known.read_until
        while True:
            page = self.services.inbox.after(team_id, conversation_id, after, size)
            found += page
            if len(page) < size:
                return found, False
            count = sum(map(known.waits, found))
            if count > most or (count and len(found) >= _MOST_LOOKED_AT):
                return found, True
            size, after = _LATER_PAGE, page[-1].ts


def _page_size(most: int) -> int:
    return most + _SPARE if most else _FEW


def _named(
    pages: Mapping[str, list[InboxMessage]], called: Mapping[str, list[str]]
) -> list[tuple[str, str]]:
    there = [(place, each.ts) for place, page in pages.items() for each in page]
    return [*there, *((place, ts) for place, found in called.items() for ts in found)]


def _by_conversation(found: Iterable[Attention]) -> dict[str, tuple[Attention, ...]]:
    grouped: dict[str, tuple[Attention, ...]] = {}
    for each in found:
        grouped[each.conversation_id] = (*grouped.get(each.conversation_id, ()), each)
    return grouped


def _with_news(heads: Iterable[Head], sight: Sight) -> list[Head]:
    """Return the conversations whose last minute is not wholly read."""
    return [
        each
        for each in heads
        if ts_at(each.minute + MINUTE) > sight.known(each.conversation_id).read_until
    ]


def _longest_silent_first(heads: Iterable[Head]) -> tuple[str, ...]:
    ordered = sorted(heads, key=lambda head: (head.minute, head.conversation_id))
    return tuple(each.conversation_id for each in ordered)
