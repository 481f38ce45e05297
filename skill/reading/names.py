"""How people and conversations are called aloud."""

from collections import Counter
from functools import cached_property

from postbox.directory.entries import Directory, Person


class SpokenNames:
    """Names for ids: the display name, else a first name nobody shares, else the full name."""

    def __init__(self, directory: Directory) -> None:
        """Use this workspace's directory."""
        self._directory = directory

    def person(self, user_id: str) -> str | None:
        """Return what to call this person, or None for a stranger."""
        person = self._directory.people.get(user_id)
        if person is None:
            return None
        if person.display_name:
            return person.display_name
        first = _first_name(person)
        return first if self._first_names[first.casefold()] == 1 else person.full_name

    def conversation(self, conversation_id: str) -> str | None:
        """Return what to call this conversation, or None for an unknown one."""
        conversation = self._directory.conversations.get(conversation_id)
        if conversation is None:
            return None
        if conversation.with_users:
            names = (self.person(each) for each in conversation.with_users)
            return ", ".join(name for name in names if name) or None
        return conversation.name or None

    @cached_property
    def _first_names(self) -> Counter[str]:
        return Counter(_first_name(each).casefold() for each in self._directory.people.values())


def _first_name(person: Person) -> str:
    return person.full_name.split(" ")[0]
