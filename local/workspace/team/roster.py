"""Who and which conversations are in a workspace, and how they are found by name."""

from collections.abc import Collection

from local.workspace.team.entities import Conversation, NotInWorkspace, Person

SLACKBOT = "USLACKBOT"


class Roster:
    """People and conversations by id and by name."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.conversations: dict[str, Conversation] = {}
        self.direct: dict[frozenset[str], Conversation] = {}
        self._mentions: dict[str, str] | None = None
        self._channels: dict[str, str] = {}
        self._everybody: dict[str, Person] = {}
        self._every_conversation: dict[str, Conversation] = {}

    def add_person(self, person: Person) -> None:
        """Keep a person."""
        self._everybody[person.id] = self.people[person.id] = person
        self._mentions = None

    def add_conversation(self, conversation: Conversation) -> None:
        """Keep a conversation."""
        self._every_conversation[conversation.id] = conversation
        self._put(conversation)

    def have_only(self, people: Collection[Person], channels: Collection[Conversation]) -> None:
        """Have nobody else here, and no other channels; they come back with the ids they had."""
        here = [person for person in self._everybody.values() if person in people]
        self.people.clear()
        self.people.update({person.id: person for person in here})
        for places in (self.conversations, self.direct, self._channels):
            places.clear()
        for conversation in self._every_conversation.values():
            if conversation.kind in ("im", "mpim"):
                is_here = all(member in self.people for member in conversation.members)
            else:
                is_here = conversation in channels
                conversation.members[:] = [
                    id_ for id_ in conversation.members if id_ in self.people
                ]
            if is_here:
                self._put(conversation)
        self._mentions = None

    def known_person(self, real_name: str) -> Person | None:
        """Return somebody who is here, or was, by their whole name."""
        known = (person for person in self._everybody.values() if person.real_name == real_name)
        return next(known, None)

    def known_channel(self, name: str) -> Conversation | None:
        """Return a channel that is here, or was."""
        of_name = (place for place in self._every_conversation.values() if place.name == name)
        return next((place for place in of_name if place.kind in ("channel", "private")), None)

    def _put(self, conversation: Conversation) -> None:
        self.conversations[conversation.id] = conversation
        if conversation.kind in ("im", "mpim"):
            self.direct[frozenset(conversation.members)] = conversation
        else:
            self._channels[conversation.name] = conversation.id

    def rename(self, conversation: Conversation, name: str) -> None:
        """Give a channel another name."""
        del self._channels[conversation.name]
        conversation.name = name
        self._channels[name] = conversation.id

    def move(self, conversation: Conversation, new_id: str) -> None:
        """Give a conversation another id."""
        del self.conversations[conversation.id], self._every_conversation[conversation.id]
        conversation.id = new_id
        self.add_conversation(conversation)

    def forget_names(self) -> None:
        """Look names up anew: somebody has another one."""
        self._mentions = None

    @property
    def mentions(self) -> dict[str, str]:
        """Lower-cased names that can follow an @, to person ids; no first name of several."""
        if self._mentions is None:
            self._mentions = self._names_of_people()
        return self._mentions

    @property
    def channels(self) -> dict[str, str]:
        """Channel names to ids."""
        return self._channels

    def names(self) -> dict[str, str]:
        """Person ids to the names that Slack shows."""
        return {person.id: person.label for person in self.people.values()}

    def members(self, conversation: Conversation) -> list[Person]:
        """Return the people in a conversation."""
        return [self.people[member] for member in conversation.members]

    def find_person(self, name: str) -> Person:
        """Find someone by id, handle, full or first name in any case, or raise NotInWorkspace."""
        wanted = name.strip().lstrip("@")
        person = self.people.get(wanted)
        if person is None:
            person = self.people.get(self.mentions.get(wanted.lower(), ""))
        if person is None:
            raise NotInWorkspace(f"Nobody in the workspace is called {wanted!r}, or several are.")
        return person

    def find_channel(self, name: str) -> Conversation:
        """Find a conversation by id or channel name, or raise NotInWorkspace."""
        wanted = name.strip().lstrip("#")
        found = self._channels.get(wanted.lower(), wanted)
        if found not in self.conversations:
            raise NotInWorkspace(f"There is no conversation called {name.strip()!r}.")
        return self.conversations[found]

    def label(self, conversation: Conversation, seen_by: Person | None = None) -> str:
        """Name a conversation as Slack's sidebar does: #general, or @ and the others' names."""
        if conversation.kind in ("channel", "private"):
            return "#" + conversation.name
        others = [p for p in self.members(conversation) if p is not seen_by]
        return "@" + ", ".join(p.label for p in others or self.members(conversation))

    def _names_of_people(self) -> dict[str, str]:
        names: dict[str, str] = {}
        firsts: dict[str, list[str]] = {}
        for person in self.people.values():
            for name in (person.handle, person.real_name, person.display_name):
                if name:
                    names.setdefault(name.lower(), person.id)
            firsts.setdefault(person.first_name.lower(), []).append(person.id)
        for first, ids in firsts.items():
            if len(ids) == 1:
                names.setdefault(first, ids[0])
        return names
