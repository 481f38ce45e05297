"""Who is in a group message, by its name: all that Slack's lists tell of it. Pure.

The name is made of the members' handles when the group is made: "mpdm-ana--kevin--giselle-1".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from postbox.directory.entries import Conversation, Directory, Person

LONGEST_NAME = 79
"""Slack's names end at 80 characters: of a longer one, the last members may be cut off."""

_NAME = re.compile(r"\Ampdm-(.+)-[0-9]+")


def with_members(
    conversations: Iterable[Conversation], before: Directory, speaker_id: str
) -> Iterator[Conversation]:
    """Yield the conversations, group messages with everybody in them but the speaker.

    Members that the directory before has are kept: they never change, while handles do. Where a
    handle is nobody's, or several people's, the group is left without members and so is found by
    none: one that passed for a smaller group would tell its other members what was not meant for
    them. A group message keeps no name: nobody says it.
    """
    by_handle = _by_handle(before.people.values())
    dashed = [handle for handle in by_handle if "--" in handle]
    for conversation in conversations:
        if conversation.kind == "mpim":
            known = before.conversations.get(conversation.id)
            others = known.with_users if known else ()
            if not others or speaker_id in others:
                members = _members(conversation.name, by_handle, dashed)
                others = tuple(member for member in members if member != speaker_id)
            yield replace(conversation, name="", with_users=others)
        else:
            yield conversation


def _by_handle(people: Iterable[Person]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person in people:
        found[person.handle].append(person.id)
    return found


def _members(
    name: str, by_handle: Mapping[str, list[str]], dashed: Iterable[str]
) -> tuple[str, ...]:
    parts = _NAME.fullmatch(name)
    if parts is None or len(name) > LONGEST_NAME or _reads_in_several_ways(parts[1], dashed):
        return ()
    owners = [by_handle.get(handle, []) for handle in parts[1].split("--")]
    if any(len(owner) != 1 for owner in owners):
        return ()
    return tuple(dict.fromkeys(owner[0] for owner in owners))


def _reads_in_several_ways(handles: str, dashed: Iterable[str]) -> bool:
    """Whether dashes that belong to a handle may be taken for what stands between two."""
    return "---" in handles or any(handle in handles for handle in dashed)
