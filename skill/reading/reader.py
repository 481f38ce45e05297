"""Where a speaker listens: one turn's link, ears and what was told so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache

from postbox.directory.names.index import Names
from postbox.inbox.read_state import Answer, MessageOffset
from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.reading.planning.course import Course
from skill.reading.planning.spoken_names import SpokenNames
from skill.reading.preferences import choices_in, muted_in, rate_in
from skill.reading.unread.collecting import Collector
from skill.reading.unread.scan import Scan
from skill.reading.unread.scanning import scan
from skill.rendering.listener import Listener
from skill.services import Services
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.turn.zone import zone_of


@dataclass(frozen=True)
class Reader:
    """What telling works with in one turn."""

    turn: Turn
    link: Link
    services: Services

    @cached_property
    def listener(self) -> Listener:
        """For whom messages are put into words; raises MailboxUnavailable."""
        return _listener_of(self.turn, self.link, self.services)

    @cached_property
    def collector(self) -> Collector:
        """Finds what is unheard."""
        return Collector(self.link, self.services)

    def scan(self, *, everywhere: bool, also: Iterable[str] = ()) -> Scan:
        """Return where something may be unheard; raises MailboxUnavailable."""
        muted = self.listener.muted
        return scan(self.link, self.services, everywhere=everywhere, also=also, muted=muted)

    @cached_property
    def course(self) -> Course:
        """What the session remembers of its reading."""
        return Course.of(self.turn.attributes)

    @cached_property
    def last_answer(self) -> Answer | None:
        """The last answer that told messages, in whatever session; raises MailboxUnavailable."""
        return self.services.read_states.last_answer(self.link.link_id)

    @cached_property
    def message_offsets(self) -> Mapping[str, Mapping[str, MessageOffset]]:
        """How far long messages were told, by conversation and ts; raises MailboxUnavailable."""
        found: dict[str, dict[str, MessageOffset]] = {}
        for each in self.services.read_states.message_offsets(self.link.link_id):
            found.setdefault(each.conversation_id, {})[each.ts] = each
        return found


def with_reader(turn: Turn, services: Services, answer: Callable[[Reader], Reply]) -> Reply:
    """Answer a speaker who listens, or say why there is nothing to hear."""
    try:
        link = services.links.get(turn.link_id)
        if link is None:
            return Reply(say("not_linked"), ends=True)
        return answer(Reader(turn, link, services))
    except MailboxUnavailable:
        return Reply(say("mailbox_unavailable"), is_slight=True)


def _listener_of(turn: Turn, link: Link, services: Services) -> Listener:
    """Return this turn's listener; raises MailboxUnavailable."""
    chosen = services.preferences.of(link.link_id)
    return Listener(
        names=_spoken_names(services.directories.names(link.team_id)),
        phrases=turn.phrases,
        choices=choices_in(chosen),
        rate=rate_in(chosen),
        muted=muted_in(chosen),
        zone=zone_of(turn, link, services),
        now=datetime.fromtimestamp(services.clock(), UTC),
    )


@lru_cache(maxsize=4)
def _spoken_names(names: Names) -> SpokenNames:
    return SpokenNames(names)
