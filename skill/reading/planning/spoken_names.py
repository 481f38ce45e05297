"""How people and conversations are called aloud."""

from collections.abc import Callable, Iterable

from postbox.directory.entries import Directory
from postbox.directory.names.index import Names, first_name


class SpokenNames:
    """Names for ids: the display name, else a first name nobody shares, else the full name."""

    def __init__(
        self,
        names: Names,
        place_now: Callable[[str], str] = lambda conversation_id: conversation_id,
    ) -> None:
        """Use these names of a workspace; `place_now` tells the id that a conversation has now."""
        self._directory = names.directory
        self._index = names.index
        self._place_now = place_now

    @classmethod
    def of(cls, directory: Directory) -> "SpokenNames":
        """Use this directory, whose names are not indexed yet."""
        return cls(Names.of(directory))

    def prepare(self, people: Iterable[str], conversations: Iterable[str] = ()) -> None:
        """Have these at hand, with two reads in all."""
        wanted, places = set(people), set(map(self._place_now, conversations))
        self._index.fetch({"people_by_id": wanted, "conversations_by_id": places})
        with_users = {
            user_id
            for place in places
            if (found := self._directory.conversations.get(place))
            for user_id in found.with_users
        }
        known = map(self._directory.people.get, wanted)
        first_names = {first_name(person).casefold() for person in known if person}
        self._index.fetch({"people_by_id": with_users, "first_names": first_names})

    def person(self, user_id: str) -> str | None:
        """Return what to call this person, or None for a stranger."""
        person = self._directory.people.get(user_id)
        if person is None:
            return None
        if person.display_name:
            return person.display_name
        first = first_name(person)
        is_shared = self._index.first_names.get(first.casefold(), 0) > 1
        return person.full_name if is_shared else first

    def conversation(self, conversation_id: str) -> str | None:
        """Return what to call this conversation, or None for an unknown one."""
        conversation = self._directory.conversations.get(self._place_now(conversation_id))
        if conversation is None:
            return None
        if conversation.with_users:
            names = (self.person(user) for user in conversation.with_users)
            return ", ".join(name for name in names if name) or None
        return conversation.name or None
