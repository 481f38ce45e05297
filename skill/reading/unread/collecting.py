"""What a speaker has not heard of a conversation, found with few reads however much there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from postbox.inbox.message import InboxMessage, ts_at
from postbox.links.link import Link
from skill.reading.planning.groups import MOST_COUNTED
from skill.reading.planning.unheard import Known, Unheard, unheard
from skill.reading.unread.scan import Scan
from skill.turn.parts import Inbox

_SPARE = 10
_MOMENT = 0.001
_FEW = 4
"""Enough to find that there is something at all."""
_LATER_PAGE = 100
_MOST_LOOKED_AT = 240
"""So many messages are looked at for counting; where none of them is unheard, more are."""


@dataclass(frozen=True)
class Collector:
    """Collects what one link has not heard; everything raises MailboxUnavailable."""

    link: Link
    inbox: Inbox

    def unheard(self, scan: Scan, conversation_id: str, most: int = MOST_COUNTED) -> Unheard:
        """Return what of one conversation was not heard yet.

        Enough is looked at to count up to `most`, or to find that there is nothing.
        """
        return self.unheard_in(scan, [conversation_id], most)[0]

    def unheard_in(
        self, scan: Scan, conversation_ids: Sequence[str], most: int = MOST_COUNTED
    ) -> list[Unheard]:
        """Return what of each of some conversations was not heard yet, with few reads for all."""
        pages = {
            conversation_id: self._page(scan.known(conversation_id), most)
            for conversation_id in conversation_ids
        }
        called = {
            conversation_id: scan.known(conversation_id).called()
            for conversation_id in conversation_ids
        }
        heard = self._heard(scan, _named(pages, called), most)
        others = self._called(pages, called)
        return [
            self._sifted(
                scan,
                conversation_id,
                pages[conversation_id],
                most,
                heard,
                others.get(conversation_id, {}),
            )
            for conversation_id in conversation_ids
        ]

    def unheard_since(
        self, scan: Scan, conversation_ids: Sequence[str], since: str, most: int = MOST_COUNTED
    ) -> list[Unheard]:
        """Return the same, and of each what was said from a ts on, wherever the first page ends."""
        found = self.unheard_in(scan, conversation_ids, most)
        return [self._with_later(scan, one, since, most) for one in found] if since else found

    def _with_later(self, scan: Scan, found: Unheard, since: str, most: int) -> Unheard:
        """Look on from `since`, where that lies behind what was looked at.

        What is read on is what was looked at from the beginning: nothing between is passed over.
        """
        if not found.more or (found.waiting and found.waiting[-1].ts >= since):
            return found
        place = found.conversation_id
        size = _page_size(most)
        page = self.inbox.messages.after(self.link.team_id, place, _just_before(since), size)
        heard = self.inbox.read_states.heard_among(
            self.link.link_id, [(place, message.ts) for message in page]
        )
        known = _having_heard(scan, place, heard)
        seen = {waiting.ts for waiting in found.waiting}
        left = (message for message in page if message.ts not in seen)
        later = [known.waiting(message) for message in left if known.waits(message)]
        return replace(found, waiting=(*found.waiting, *later), more=len(page) >= size)

    def _heard(self, scan: Scan, named: list[tuple[str, str]], most: int) -> set[tuple[str, str]]:
        """Return which of these messages were spoken.

        Of one conversation those from where it is read on: the same marks each time, so that they
        are read ahead. Of several, and for what those do not tell, the marks of these very ones.
        """
        read_states, link_id = self.inbox.read_states, self.link.link_id
        places = {place for place, _ in named}
        if len(places) != 1:
            return read_states.heard_among(link_id, named)
        (place,) = places
        first, size = scan.known(place).read_until, _page_size(most)
        marks = read_states.heard(link_id, place, first, size)
        last = max(marks) if len(marks) >= size else ""
        left = [(place, ts) for _, ts in named if ts < first or (last and ts > last)]
        return {(place, ts) for ts in marks} | read_states.heard_among(link_id, left)

    def calling_in(self, scan: Scan, conversation_ids: Sequence[str]) -> list[Unheard]:
        """Return what of each calls for attention or came late, and nothing else of it."""
        called = {
            conversation_id: scan.known(conversation_id).called()
            for conversation_id in conversation_ids
        }
        heard = self.inbox.read_states.heard_among(self.link.link_id, _named({}, called))
        found = self._called({}, called)
        return [
            unheard(
                _having_heard(scan, conversation_id, heard),
                (),
                found.get(conversation_id, {}),
                more=True,
            )
            for conversation_id in conversation_ids
        ]

    def _sifted(
        self,
        scan: Scan,
        conversation_id: str,
        page: list[InboxMessage],
        most: int,
        heard: set[tuple[str, str]],
        others: Mapping[str, InboxMessage],
    ) -> Unheard:
        known = _having_heard(scan, conversation_id, heard)
        more = len(page) >= _page_size(most)
        if more and sum(map(known.waits, page)) <= most:
            return self._thoroughly(scan, conversation_id, most, page)
        return unheard(known, page, others, more=more)

    def _page(self, known: Known, most: int) -> list[InboxMessage]:
        place = (self.link.team_id, known.position.conversation_id)
        return self.inbox.messages.after(*place, known.read_until, _page_size(most))

    def _called(
        self, pages: Mapping[str, list[InboxMessage]], called: Mapping[str, list[str]]
    ) -> dict[str, dict[str, InboxMessage]]:
        """Return what calls for attention or came late and is on none of the pages."""
        there = {(place, message.ts) for place, page in pages.items() for message in page}
        wanted = {(place, ts) for place, found in called.items() for ts in found} - there
        places = [(self.link.team_id, *place) for place in sorted(wanted)]
        grouped: dict[str, dict[str, InboxMessage]] = {}
        for (_, place, ts), message in self.inbox.messages.many(places).items() if places else ():
            grouped.setdefault(place, {})[ts] = message
        return grouped

    def _thoroughly(
        self, scan: Scan, conversation_id: str, most: int, page: list[InboxMessage]
    ) -> Unheard:
        """Look through a conversation from its first page on, as far as it takes."""
        link = self.link
        known = scan.known(conversation_id)
        called = known.called()
        marks_from = min([known.read_until, *called])
        heard = self.inbox.read_states.heard(link.link_id, conversation_id, marks_from)
        known = scan.known(conversation_id, heard)
        line, more = self._line(known, most, page)
        there = {message.ts for message in line}
        places = [(link.team_id, conversation_id, ts) for ts in called if ts not in there]
        others = self.inbox.messages.many(places) if places else {}
        return unheard(known, line, {ts: other for (_, _, ts), other in others.items()}, more=more)

    def _line(
        self, known: Known, most: int, page: list[InboxMessage]
    ) -> tuple[list[InboxMessage], bool]:
        team_id, conversation_id = self.link.team_id, known.position.conversation_id
        found = page
        while True:
            count = sum(map(known.waits, found))
            if count > most or (count and len(found) >= _MOST_LOOKED_AT):
                return found, True
            after = found[-1].ts
            page = self.inbox.messages.after(team_id, conversation_id, after, _LATER_PAGE)
            found = [*found, *page]
            if len(page) < _LATER_PAGE:
                return found, False


def _just_before(ts: str) -> str:
    """Return a ts behind which that one comes."""
    return ts_at(float(ts) - _MOMENT)


def _page_size(most: int) -> int:
    return most + _SPARE if most else _FEW


def _having_heard(scan: Scan, conversation_id: str, heard: set[tuple[str, str]]) -> Known:
    return scan.known(conversation_id, (ts for place, ts in heard if place == conversation_id))


def _named(
    pages: Mapping[str, list[InboxMessage]], called: Mapping[str, list[str]]
) -> list[tuple[str, str]]:
    there = [(place, message.ts) for place, page in pages.items() for message in page]
    return [*there, *((place, ts) for place, found in called.items() for ts in found)]
