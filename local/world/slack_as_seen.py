"""Writing in and looking at a workspace of this process, as transcripts do."""

from local.conversations.world import Post
from local.workspace import Workspace
from local.workspace.entities import Message
from local.workspace.faults import parse_fault
from local.workspace.text import as_seen


class SlackAsSeen:
    """The Slack half of a world."""

    def __init__(self, workspace: Workspace, token: str) -> None:
        """Look at this workspace; the token is the one that Earshot has."""
        self._workspace = workspace
        self.token = token

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""
        conversation = self._workspace.find_conversation(place)
        return [self._post(message) for message in self._workspace.messages(conversation)]

    def newest(self) -> tuple[str, str] | None:
        """Return the place and ts of the newest message of all."""
        found = [
            (message.ts, conversation.id)
            for conversation in self._workspace.conversations
            for message in self._workspace.messages(conversation)
        ]
        if not found:
            return None
        ts, place = max(found)
        return place, ts

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""
        author = self._workspace.find_person(person)
        conversation = self._workspace.find_conversation(place)
        return self._workspace.post(author, conversation, text, thread_ts).ts

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""
        self._workspace.edit(self._workspace.find_conversation(place), ts, text)

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""
        self._workspace.delete(self._workspace.find_conversation(place), ts)

    def fail(self, fault: str, method: str | None = None) -> None:
        """Let the next Web API calls (of this method) fail; ValueError for an unknown way to."""
        self._workspace.faults.add(parse_fault(fault), method)

    def archive(self, place: str) -> None:
        """Archive a channel."""
        self._workspace.archive(self._workspace.find_conversation(place))

    def revoke(self) -> None:
        """Take the speaker's token back."""
        self._workspace.revoke(self.token)

    def _post(self, message: Message) -> Post:
        people = {person.id: person.label for person in self._workspace.people}
        channels = {each.id: each.name for each in self._workspace.conversations}
        author = people.get(message.user or "", message.username or "")
        return Post(message.ts, author, as_seen(message.text, people, channels))
