"""For whom messages are put into words: the one place where a Listener is made."""

from datetime import UTC, datetime
from functools import lru_cache

from postbox.directory.names.index import Names
from postbox.links.link import Link
from skill.reading.planning.spoken_names import SpokenNames
from skill.reading.preferences import choices_in, muted_in, rate_in
from skill.rendering.listener import Listener
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.zone import zone_of


def listener_of(turn: Turn, link: Link, services: Services) -> Listener:
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
