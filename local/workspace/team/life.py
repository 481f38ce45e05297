"""What becomes of a team: people come, change and leave, channels are renamed and closed."""

from local.workspace.team.entities import Conversation, Person
from local.workspace.team.team import Team


class TeamLife(Team):
    """A team whose people and conversations change. Every method may be called from any thread."""

    def change_person(
        self,
        person: Person,
        *,
        real_name: str | None = None,
        display_name: str | None = None,
        handle: str | None = None,
        tz: str | None = None,
    ) -> None:
        """Change what is given of someone's profile; with nothing, just their status."""
        with self.lock:
            person.real_name = person.real_name if real_name is None else real_name
            person.display_name = person.display_name if display_name is None else display_name
            person.handle = person.handle if handle is None else handle
            person.tz = person.tz if tz is None else tz
            self.roster.forget_names()
            self.tell("person", people=(person,))

    def deactivate(self, person: Person) -> None:
        """Make someone a former member: their tokens answer account_inactive."""
        with self.lock:
            ended = any(i.person is person for i in self.installations.active())
            person.deleted = True
            if ended:
                self.tell("revoke", people=(person,))
            self.tell("person", people=(person,))

    def reactivate(self, person: Person) -> None:
        """Make a former member one again."""
        with self.lock:
            person.deleted = False
            self.tell("person", people=(person,))

    def rename(self, conversation: Conversation, name: str) -> None:
        """Give a channel another name."""
        with self.lock:
            self.roster.rename(conversation, name.strip().lstrip("#").lower())
            self.tell("rename", conversation)

    def archive(self, conversation: Conversation) -> None:
        """Close a channel: it can be read, and no longer be posted to."""
        with self.lock:
            if not conversation.archived:
                conversation.archived = True
                self.tell("archive", conversation)

    def unarchive(self, conversation: Conversation) -> None:
        """Open a closed channel again."""
        with self.lock:
            if conversation.archived:
                conversation.archived = False
                self.tell("unarchive", conversation)

    def join(self, person: Person, conversation: Conversation) -> None:
        """Let someone join a channel."""
        with self.lock:
            if person.id not in conversation.members:
                conversation.members.append(person.id)
                self.tell("join", conversation, people=(person,))

    def leave(self, person: Person, conversation: Conversation) -> None:
        """Let someone leave a channel."""
        with self.lock:
            if person.id in conversation.members:
                conversation.members.remove(person.id)
                self.tell("leave", conversation, people=(person,))
