"""Who and which conversations are in a workspace, and how they are found by name."""

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

    def add_person(self, person: Person) -> None:
        """Keep a person."""
        self.people[person.id] = person
        self._mentions = None

    def add_conversation(self, conversation: Conversation) -> None:
        """Keep a conversation."""
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
        del self.conversations[conversation.id]
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
