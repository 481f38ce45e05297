"""Before the first reading after a gap: what no event told of is fetched from Slack, if it can be.

The bridge looks for gaps by itself all the time; here somebody is waiting, and asks for it at once.
"""

from dataclasses import dataclass

from postbox.inbox.backfill import Backfill
from postbox.inbox.message import START, ts_at
from postbox.outbox.commands import CommandKind, FetchMissed
from postbox.store.errors import MailboxUnavailable
from skill.outbox.sending import message_id
from skill.reading.reader import Reader, TellingReader

AWAY_SECONDS = 3 * 60 * 60
"""Whoever asks again within this time hears what events brought."""
SILENT_SECONDS = 30 * 60
"""Without any event for so long, events may not come at all."""
WAIT_SECONDS = 1.5
POLL_SECONDS = 0.25
_FEW = 30


@dataclass(frozen=True)
class _Seen:
    """By what it is seen that something came in."""

    is_wanted: bool
    is_held_up: bool
    """Whether Slack keeps the comparing waiting, so that what is missing stays so for a while."""
    last_minute: int
    calls: int


def mend(reader: TellingReader) -> bool:
    """Have gaps filled where there may be some, and wait a moment for it.

    Returns whether messages are known to be missing still; raises MailboxUnavailable.
    """
    backfill = reader.inbox.backfills.get(reader.link.team_id)
    if not _may_have_gaps(backfill, reader):
        return False
    before = _look(backfill, reader)
    try:
        reader.outbox.queue.send(_fetch(reader))
    except MailboxUnavailable:
        return before.is_held_up
    return _waited(before, reader).is_held_up


def _may_have_gaps(backfill: Backfill, reader: Reader) -> bool:
    if backfill.is_wanted:
        return True
    last, link = reader.last_answer, reader.link
    if last is None:
        return False
    if link.linked_at is not None and link.linked_at > last.answered_at:
        return True
    now = reader.timing.clock()
    return now - last.answered_at > AWAY_SECONDS and now - _last_minute(reader) > SILENT_SECONDS


def _look(backfill: Backfill, reader: Reader) -> _Seen:
    link = reader.link
    is_slow = max(backfill.limited_until, backfill.not_before) > reader.timing.clock()
    return _Seen(
        is_wanted=backfill.is_wanted,
        is_held_up=backfill.is_wanted and is_slow,
        last_minute=_last_minute(reader),
        calls=len(reader.inbox.messages.unheard(link.link_id, START, _FEW)),
    )


def _last_minute(reader: Reader) -> int:
    """Return the minute in which something was last said."""
    active = reader.inbox.activity.since(reader.link.team_id, ts_at(0), 1)
    return active[0].minute if active else 0


def _waited(before: _Seen, reader: Reader) -> _Seen:
    team_id = reader.link.team_id
    return reader.timing.awaited(
        before,
        lambda _seen: _look(reader.inbox.backfills.get(team_id), reader),
        lambda seen: seen != before,
        seconds=WAIT_SECONDS,
        every=POLL_SECONDS,
    )


def _fetch(reader: Reader) -> FetchMissed:
    request, link = reader.request, reader.link
    return FetchMissed(
        id=message_id(f"{request.request_id}/{CommandKind.FETCH_MISSED}"),
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id="",
        conversation_name="",
        spoken_at=request.spoken_at,
        locale=request.locale,
    )
