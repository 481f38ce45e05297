"""Where a speaker listens: one turn's link, ears and what was told so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property, lru_cache
from typing import Self

from postbox.directory.names.index import Names
from postbox.inbox.message import InboxMessage
from postbox.inbox.read_state import Answer, MessageOffset
from postbox.links.link import Link
from skill.reading.planning.course import Course
from skill.reading.planning.places import Parents, places_of_parents
from skill.reading.planning.spoken_names import SpokenNames
from skill.reading.preferences import choices_in, muted_in, rate_in
from skill.reading.unread.collecting import Collector
from skill.reading.unread.scan import Scan
from skill.reading.unread.scanning import scan
from skill.rendering.listener import Listener
from skill.turn.context import Turn
from skill.turn.parts import Inbox, KnownNames, Outbox, Sharing, Speaker
from skill.turn.request import Request
from skill.turn.timing import Timing


@dataclass(frozen=True)
class Reader:
    """What looking for messages works with in one turn: nothing of it makes them heard."""

    request: Request
    link: Link
    inbox: Inbox
    names: KnownNames
    speaker: Speaker
    timing: Timing
    find_zone: Callable[[], tzinfo | None]
    """The listener's time zone; a request that tells no time asks for none."""

    @classmethod
    def of(cls, turn: Turn) -> Self:
        """Begin to look; raises NotLinked and MailboxUnavailable."""
        return cls(
            turn,
            turn.link,
            turn.inbox,
            turn.names,
            turn.speaker,
            turn.timing,
            lambda: turn.zone,
        )

    @cached_property
    def listener(self) -> Listener:
        """For whom messages are put into words; raises MailboxUnavailable."""
        chosen = self.speaker.preferences.of(self.link.link_id)
        return Listener(
            names=_spoken_names(self.names.of(self.link.team_id), self.link),
            phrases=self.request.phrases,
            choices=choices_in(chosen),
            rate=rate_in(chosen),
            muted=muted_in(chosen),
            zone=self.find_zone(),
            now=datetime.fromtimestamp(self.timing.clock(), UTC),
            aside=self.inbox.messages.set_aside,
        )

    @cached_property
    def collector(self) -> Collector:
        """Finds what is unheard."""
        return Collector(self.link, self.inbox)

    def scan(self, *, everywhere: bool, also: Iterable[str] = ()) -> Scan:
        """Return where something may be unheard; raises MailboxUnavailable."""
        muted = self.listener.muted
        return scan(
            self.link,
            self.inbox,
            self.names,
            everywhere=everywhere,
            also=also,
            muted=muted,
        )

    @cached_property
    def course(self) -> Course:
        """What the session remembers of its reading."""
        return Course.of(self.request.attributes)

    @cached_property
    def last_answer(self) -> Answer | None:
        """The last answer that told messages, in whatever session; raises MailboxUnavailable."""
        return self.inbox.read_states.last_answer(self.link.link_id)

    @cached_property
    def message_offsets(self) -> Mapping[str, Mapping[str, MessageOffset]]:
        """How far long messages were told, by conversation and ts; raises MailboxUnavailable."""
        found: dict[str, dict[str, MessageOffset]] = {}
        for offset in self.inbox.read_states.message_offsets(self.link.link_id):
            found.setdefault(offset.conversation_id, {})[offset.ts] = offset
        return found

    def direct(self, user_id: str) -> list[str]:
        """Return the id of the direct message with somebody, none where there is none yet."""
        found = self.names.of(self.link.team_id).index.direct.get(user_id)
        return [found] if found else []

    def parents(self, messages: Iterable[InboxMessage]) -> Parents:
        """Return what began the threads that messages are in, with one read for all."""
        places = places_of_parents(messages)
        found = self.inbox.messages.many(sorted(places)) if places else {}
        return {
            (conversation_id, ts): message for (_, conversation_id, ts), message in found.items()
        }


@dataclass(frozen=True)
class TellingReader(Reader):
    """What telling works with: what is told counts as heard, and Slack is asked for the rest."""

    outbox: Outbox
    sharing: Sharing

    @classmethod
    def of(cls, turn: Turn) -> Self:
        """Begin to tell; raises NotLinked and MailboxUnavailable."""
        return cls(**vars(Reader.of(turn)), outbox=turn.outbox, sharing=turn.sharing)


@lru_cache(maxsize=4)
def _spoken_names(names: Names, link: Link) -> SpokenNames:
    return SpokenNames(names, link.place_now)
