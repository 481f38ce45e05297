"""A Slack workspace in memory: what people and the app write in it, without HTTP."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from local.workspace import text as slack_text
from local.workspace.entities import Conversation, Message, NotInWorkspace, Person
from local.workspace.faults import Faults
from local.workspace.history import History
from local.workspace.limits import Limits
from local.workspace.roster import SLACKBOT
from local.workspace.team_life import TeamLife


class Workspace(TeamLife):
    """One team with one app. Every method may be called from any thread.

    The clock gives epoch seconds; ids and tokens are the same for the same seed and the same
    order of calls. Listeners are called while the workspace is locked: they must not wait.
    """

    def __init__(self, clock: Callable[[], float], seed: int = 1) -> None:
        super().__init__(clock, seed)
        self.dedupes_client_msg_id = False
        self.calls: Counter[str] = Counter()
        self.faults = Faults(clock)
        self.limits = Limits()
        self._histories: dict[str, History] = {}

    def history(self, conversation: Conversation) -> History:
        """Return the messages of a conversation."""
        return self._histories.setdefault(conversation.id, History())

    def messages(self, conversation: Conversation) -> list[Message]:
        """Return every live message of a conversation, answers too, oldest first."""
        with self.lock:
            return self.history(conversation).live()

    def post(
        self,
        author: Person,
        conversation: Conversation,
        text: str,
        thread_ts: str | None = None,
        **details: Any,
    ) -> Message:
        """Post as a person who types `text`; `details` are further fields of Message.

        In the typed text, @Name becomes a mention, #name a channel and an address a link.
        """
        with self.lock:
            kept = slack_text.typed_by_a_person(text, self.roster.mentions, self.roster.channels)
            details.setdefault("client_msg_id", self.identifiers.client_msg_id())
            return self.store(conversation, kept, thread_ts, user=author.id, **details)

    def post_as_bot(self, username: str, conversation: Conversation, text: str) -> Message:
        """Post as an integration that is nobody's account: the subtype bot_message."""
        with self.lock:
            kept = slack_text.sent_by_an_app(text)
            return self.store(conversation, kept, username=username, subtype="bot_message")

    def store(
        self, conversation: Conversation, kept: str, thread_ts: str | None = None, **fields: Any
    ) -> Message:
        """Keep a message whose text is in Slack's form already."""
        with self.lock:
            history = self.history(conversation)
            parent = history.get(thread_ts) if thread_ts else None
            if thread_ts and (parent is None or parent.is_reply):
                raise NotInWorkspace(f"There is no message {thread_ts} to answer.")
            fields.setdefault("parent_user_id", parent.user if parent else None)
            ts = self.timestamps.make()
            message = Message(ts, conversation.id, kept, thread_ts=thread_ts, **fields)
            history.add(message)
            self.tell("message", conversation, message=message, event_ts=ts)
            return message

    def edit(self, conversation: Conversation, ts: str, text: str) -> Message:
        """Change a message's text, as its author would by typing."""
        with self.lock:
            names = self.roster
            kept = slack_text.typed_by_a_person(text, names.mentions, names.channels)
            return self.rewrite(conversation, ts, kept)

    def rewrite(self, conversation: Conversation, ts: str, kept: str, **fields: Any) -> Message:
        """Change a message; its new text is in Slack's form already."""
        with self.lock:
            old = self._live(conversation, ts)
            now = self.timestamps.make()
            new = replace(old, text=kept, edited_by=old.user, edited_ts=now, **fields)
            self.history(conversation).replace(new)
            self.tell("edit", conversation, message=new, previous=old, event_ts=now)
            return new

    def unfurl(self, conversation: Conversation, ts: str, attachment: Mapping[str, Any]) -> Message:
        """Show the preview of a link: a change of the message that leaves its text alone."""
        with self.lock:
            old = self._live(conversation, ts)
            new = replace(old, attachments=(*old.attachments, dict(attachment)))
            self.history(conversation).replace(new)
            self.tell("edit", conversation, message=new, previous=old)
            return new

    def react(self, conversation: Conversation, ts: str, person: Person, name: str) -> bool:
        """Add a reaction; return False when the person had added it before."""
        with self.lock:
            old = self._live(conversation, ts)
            reactions = dict(old.reactions)
            if person.id in reactions.get(name, ()):
                return False
            reactions[name] = (*reactions.get(name, ()), person.id)
            new = replace(old, reactions=tuple(reactions.items()))
            self.history(conversation).replace(new)
            self.tell("reaction", conversation, message=new, previous=old)
            return True

    def delete(self, conversation: Conversation, ts: str) -> None:
        """Take a message away; one that has answers leaves a tombstone in the history."""
        with self.lock:
            old = self._live(conversation, ts)
            history = self.history(conversation)
            if history.replies(ts):
                gone = Message(
                    ts,
                    conversation.id,
                    "This message was deleted.",
                    user=SLACKBOT,
                    subtype="tombstone",
                    thread_ts=ts,
                )
                history.replace(gone)
            else:
                history.remove(old)
            self.tell("delete", conversation, message=old)

    def reset(self) -> None:
        """Start afresh: no messages, faults, calls or archived channels; revoked tokens work again.

        People, conversations and tokens stay.
        """
        with self.lock:
            self._histories.clear()
            for conversation in self.conversations:
                conversation.archived = False
                conversation.last_read.clear()
            for installation in self.installations.all():
                installation.revoked = False
            for person in self.people:
                person.deleted = False
            self.faults.clear()
            self.limits.forget()
            self.calls.clear()
            self.tell("reset")

    def _live(self, conversation: Conversation, ts: str) -> Message:
        message = self.history(conversation).get(ts)
        if message is None or message.subtype == "tombstone":
            raise NotInWorkspace(f"There is no message {ts} there.")
        return message
