"""Events and a listed directory, put together. Pure.

A listing may be older or newer than a change: what Slack told before the listing began is in it
already. Changes from just before it count too, for Slack's clock and ours may differ: taking one
in twice alters nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bridge.directory.former_conversations import former_of, with_former_name
from postbox.directory.change import ChangeKind, DirectoryChange
from postbox.directory.entries import (
    Conversation,
    Directory,
    DirectoryUpdate,
    FormerConversation,
    Person,
)
from postbox.directory.listing import Listing

CLOCK_SKEW_SECONDS = 60
STRAGGLER_SECONDS = 600
"""For so long an older event may still come: Slack sends again what was not taken at first."""
_ONLY_LISTED = {ChangeKind.UNKNOWN, ChangeKind.MOVED}
_OF_PEOPLE = {ChangeKind.PERSON, ChangeKind.BOT}


def folded(directory: Directory, changes: Iterable[DirectoryChange], listing: Listing) -> Directory:
    """Return the directory with what changed since its people and conversations were listed."""
    return directory.updated(update_of(directory, changes, listing))


def update_of(
    directory: Directory, changes: Iterable[DirectoryChange], listing: Listing
) -> DirectoryUpdate:
    """Return what changed since a directory's people and conversations were listed.

    Of the directory, only those are looked up who changed.
    """
    people: dict[str, Person] = {}
    conversations: dict[str, Conversation | None] = {}
    former: dict[str, FormerConversation | None] = {}
    for change in changes:
        if not _is_news(change, listing):
            continue
        if change.kind is ChangeKind.PERSON:
            people[change.id] = _person(change)
            continue
        if change.kind is ChangeKind.BOT:
            if change.name:
                people[change.id] = Person(change.id, change.name, reachable=False)
            continue
        known = _known(change.id, directory, conversations)
        if known is not None and change.kind is ChangeKind.GONE:
            conversations[change.id] = None
            former |= former_of(known, change.at)
        elif known is not None and change.kind is ChangeKind.NAME:
            conversations[change.id] = with_former_name(known, change.name)
        elif known is not None and change.kind is ChangeKind.MOVED:
            conversations |= {change.id: None, change.name: replace(known, id=change.name)}
    return DirectoryUpdate(people, conversations, former)


def wanted_ids(changes: Sequence[DirectoryChange]) -> Mapping[str, Iterable[str]]:
    """Return whom and what changes are about, by the mapping of the index."""
    ids = {change.id for change in changes}
    ids |= {change.name for change in changes if change.kind is ChangeKind.MOVED}
    return {"people_by_id": ids, "conversations_by_id": ids}


def unlisted(changes: Iterable[DirectoryChange], listing: Listing) -> bool:
    """Whether there are conversations of which only a new listing can tell."""
    return any(change.kind in _ONLY_LISTED and _is_news(change, listing) for change in changes)


def settled(
    changes: Iterable[DirectoryChange], listing: Listing, now: float
) -> Sequence[DirectoryChange]:
    """Return the changes that can be forgotten once they were folded in."""
    return [
        change
        for change in changes
        if now - change.at > STRAGGLER_SECONDS
        and not (change.kind in _ONLY_LISTED and _is_news(change, listing))
    ]


def _is_news(change: DirectoryChange, listing: Listing) -> bool:
    as_of = listing.people_as_of if change.kind in _OF_PEOPLE else listing.conversations_as_of
    return as_of is None or change.at > as_of - CLOCK_SKEW_SECONDS


def _known(
    conversation_id: str, directory: Directory, changed: Mapping[str, Conversation | None]
) -> Conversation | None:
    if conversation_id in changed:
        return changed[conversation_id]
    return directory.conversations.get(conversation_id)


def _person(change: DirectoryChange) -> Person:
    return Person(
        id=change.id,
        real_name=change.real_name,
        display_name=change.display_name,
        handle=change.name,
        reachable=change.reachable,
    )
