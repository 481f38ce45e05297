"""What stands further back: in the inbox, and beyond it in Slack's history by the bridge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postbox.inbox.message import START, InboxMessage, ts_at
from postbox.links.link import LinkState
from postbox.outbox.commands import FetchOlder
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.outbox.sending import action_id, hand_over
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.planning.stored import told
from skill.reading.reader import Reader, TellingReader

_PAGE = 60
"""So much of a conversation is looked at."""
_PLACES = 8
"""So many conversations are looked through for one person's messages."""
_PART = 90
"""Which of the turn's commands it is."""


@dataclass(frozen=True)
class Older:
    """What was found, oldest first."""

    messages: tuple[InboxMessage, ...] = ()
    is_asked_for: bool = False
    """Whether Slack is being asked for more, which may come later."""


def newest(scope: Scope, most: int, reader: TellingReader) -> Older:
    """Return the last messages of one person or place, or everywhere; heard or not."""
    if scope.of is Of.CONVERSATION:
        return _in(scope.id, "", None, most, reader)
    author = scope.id if scope.of is Of.PERSON else ""
    places = _places(scope, reader)
    found = [message for place in places for message in _page(place, author, None, reader)]
    return Older(_last(found, most))


def before(scope: Scope, message: InboxMessage, most: int, reader: TellingReader) -> Older:
    """Return what stands before a message in its conversation; of one person where one is asked.

    Where the inbox has too little the bridge is asked to look in Slack, and waited for.
    """
    author = scope.id if scope.of is Of.PERSON else ""
    return _in(message.conversation_id, author, message, most, reader)


def lately(reader: Reader) -> list[InboxMessage]:
    """Return what others wrote lately where something was said last, heard or not."""
    return [message for place in _places(NEW, reader) for message in _page(place, "", None, reader)]


def newest_own(reader: Reader, places: Iterable[str] = ()) -> InboxMessage | None:
    """Return what the listener wrote last, by voice or in Slack; there, or where it is lively."""
    link, messages = reader.link, reader.inbox.messages
    found = [
        message
        for place in places or [*_places(NEW, reader), *reader.direct(link.user_id)]
        for message in messages.newest(link.team_id, place, _PAGE)
        if message.author_id == link.user_id and not message.deleted
    ]
    return max(found, key=lambda message: message.ts, default=None)


def words_of(receipts: list[Receipt], reader: Reader) -> str:
    """Return the words of what was sent as Slack has them now, "" where it has not told them."""
    posted = [
        receipt for receipt in receipts if receipt.state is DeliveryState.CONFIRMED and receipt.ts
    ]
    places = [(reader.link.team_id, receipt.conversation_id, str(receipt.ts)) for receipt in posted]
    found = reader.inbox.messages.many(places) if places else {}
    messages = [message for message in found.values() if not message.deleted]
    return told(messages[0], reader.listener).words if messages else ""


def _in(
    place: str, author: str, behind: InboxMessage | None, most: int, reader: TellingReader
) -> Older:
    found = _last(_page(place, author, behind, reader), most)
    if len(found) >= most:
        return Older(found)
    is_done = _fetched(place, behind, reader)
    return Older(_last(_page(place, author, behind, reader), most), is_asked_for=not is_done)


def _fetched(place: str, behind: InboxMessage | None, reader: TellingReader) -> bool:
    """Have the bridge look in Slack, and return whether it is through already."""
    request = reader.request
    known = reader.names.directory(reader.link.team_id).conversations.get(place)
    if known is None or reader.link.state is not LinkState.ACTIVE:
        return True
    command = FetchOlder(
        id=action_id(request.request_id, _PART),
        link_id=reader.link.link_id,
        team_id=reader.link.team_id,
        conversation_id=place,
        conversation_name=reader.listener.names.conversation(place) or "",
        spoken_at=request.spoken_at,
        locale=request.locale,
        ts=behind.ts if behind else ts_at(reader.timing.clock()),
        place_kind=known.kind,
    )
    (handover,) = hand_over([command], reader.outbox, reader.timing)
    return not handover.is_moving


def _page(
    place: str, author: str, behind: InboxMessage | None, reader: Reader
) -> Sequence[InboxMessage]:
    """Return what can be told of a conversation's last page, newest first."""
    link, inbox = reader.link, reader.inbox.messages
    until = {"before": behind.ts} if behind else {}
    thread = behind.thread_ts if behind and behind.is_in_thread else None
    return [
        message
        for message in inbox.newest(link.team_id, place, _PAGE, **until)
        if not message.deleted
        and message.author_id != link.user_id
        and (not behind or message.ts < behind.ts)
        and (not author or message.author_id == author)
        and (not message.is_in_thread or author or message.thread_ts == thread)
    ]


def _places(scope: Scope, reader: Reader) -> Iterable[str]:
    """Return where a person's messages may be: directly, and where something was said last."""
    names = reader.names.of(reader.link.team_id)
    direct = reader.direct(scope.id) if scope.of is Of.PERSON else []
    active = reader.inbox.activity.since(reader.link.team_id, START, _PLACES)
    lively = [conversation.conversation_id for conversation in active]
    there = [
        conversation_id
        for conversation_id in lively
        if conversation_id in names.directory.conversations
    ]
    return dict.fromkeys([*direct, *there])


def _last(found: Iterable[InboxMessage], most: int) -> tuple[InboxMessage, ...]:
    return tuple(sorted(found, key=lambda message: message.ts)[-most:])
