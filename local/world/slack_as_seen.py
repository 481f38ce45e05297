"""Writing in and looking at a workspace of this process, as transcripts do."""

from collections.abc import Mapping
from typing import Any

from local.conversations.world import Newest, Post, Reacted, Waiting, newest_of
from local.workspace import Workspace
from local.workspace.faults.faults import parse_fault
from local.workspace.team.entities import Conversation, Message
from local.workspace.text.text import as_seen


class SlackAsSeen:
    """The Slack half of a world."""

    def __init__(self, workspace: Workspace, token: str) -> None:
        """Look at this workspace; the token is the one that Earshot has."""
        self._workspace = workspace
        self.token = token
        self.me = ""
        """The full name of who is meant by "me"; "" for the one whose token it is."""

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""
        conversation = self._place(place)
        return [self._post(message) for message in self._workspace.messages(conversation)]

    def newest(self, not_by: str | None = None) -> Newest | None:
        """Return the newest message of all, or of those that somebody else wrote."""
        workspace = self._workspace
        found = (
            (conversation.id, self._post(message))
            for conversation in workspace.conversations
            for message in workspace.messages(conversation)
        )
        return newest_of(found, not_by)

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""
        author = self._workspace.find_person(person)
        conversation = self._place(place)
        return self._workspace.post(author, conversation, text, thread_ts).ts

    def write_as_bot(
        self, name: str, place: str, text: str, attachment: tuple[str, str] | None
    ) -> str:
        """Write as an integration, with the title and text of an attachment; return the ts."""
        conversation = self._place(place)
        attachments = (titled(*attachment),) if attachment else ()
        return self._workspace.post_as_bot(name, conversation, text, attachments=attachments).ts

    def share(
        self, person: str, place: str, file: str, text: str, thread_ts: str | None = None
    ) -> str:
        """Share a file as a person and return the ts."""
        author = self._workspace.find_person(person)
        conversation = self._place(place)
        return self._workspace.share(author, conversation, file, text, thread_ts).ts

    def make(self, person: str, place: str, shape: Mapping[str, Any]) -> str:
        """Let somebody do what Slack makes a message of this shape of; return its ts."""
        author = self._workspace.find_person(person)
        return self._workspace.make(author, self._place(place), shape).ts

    def react(self, person: str, place: str, ts: str, emoji: str) -> None:
        """React to a message."""
        conversation = self._place(place)
        self._workspace.react(conversation, ts, self._workspace.find_person(person), emoji)

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""
        self._workspace.edit(self._place(place), ts, text)

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""
        self._workspace.delete(self._place(place), ts)

    def fail(self, fault: str, method: str | None = None) -> None:
        """Let the next Web API calls (of this method) fail; ValueError for an unknown way to."""
        self._workspace.faults.add(parse_fault(fault), method)

    def reactions(self, place: str) -> list[Reacted]:
        """Return the reactions that stand in a place, the newest one last."""
        names = self._workspace.roster.names()
        reactions = self._workspace.reactions(self._place(place))
        return [Reacted(names.get(reaction.person, ""), reaction.name) for reaction in reactions]

    def read_mark(self, place: str) -> str | None:
        """Return the ts up to which the speaker has read a place; None for nothing."""
        me = self._workspace.find_person(self.me) if self.me else self._workspace.speaker
        assert me is not None
        return self._place(place).last_read.get(me.id)

    def scheduled(self, place: str) -> list[Waiting]:
        """Return what waits to be posted in a place, the next one first."""
        waiting = self._workspace.scheduled(self._place(place))
        return [
            Waiting(message.id, message.post_at, self._seen(message.text)) for message in waiting
        ]

    def lose_events(self) -> None:
        """Tell Earshot nothing more of what happens in Slack."""
        self._workspace.event_trouble.lost = True

    def let_events_arrive(self) -> None:
        """Tell Earshot again of what happens from now on."""
        self._workspace.event_trouble.lost = False

    def repeat_events(self) -> None:
        """Deliver the message events of the last ten minutes once more, with new ids."""
        self._workspace.tell_again()

    def archive(self, place: str) -> None:
        """Archive a channel."""
        self._workspace.archive(self._place(place))

    def revoke(self) -> None:
        """Take the speaker's token back."""
        self._workspace.revoke(self.token)

    def _place(self, place: str) -> Conversation:
        if not (self.me and place.startswith("@")):
            return self._workspace.find_conversation(place)
        other = self._workspace.find_person(place.removeprefix("@"))
        return self._workspace.direct_message(self._workspace.find_person(self.me), other)

    def _post(self, message: Message) -> Post:
        author = self._workspace.roster.names().get(message.user or "", message.username or "")
        return Post(message.ts, author, self._seen(message.text), message.thread_ts)

    def _seen(self, text: str) -> str:
        channels = {
            conversation.id: conversation.name for conversation in self._workspace.conversations
        }
        return as_seen(text, self._workspace.roster.names(), channels)


def titled(title: str, text: str) -> dict[str, str]:
    """Return an attachment with a title and a text, as an integration sends it."""
    return {"fallback": f"{title}: {text}", "title": title, "text": text}
