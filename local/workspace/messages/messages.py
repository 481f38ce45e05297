"""The messages of a workspace in memory: written, changed and taken away, without HTTP."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from local.workspace.messages.files import file_object
from local.workspace.messages.history import History
from local.workspace.team.entities import Conversation, Message, NotInWorkspace, Person
from local.workspace.team.identifiers import ts_key
from local.workspace.team.life import TeamLife
from local.workspace.team.roster import SLACKBOT
from local.workspace.text import text as slack_text
from local.workspace.text.rich_text import rich_text

_DOES = "/me "
_PLAIN, _LISTS = ("user", "username", "subtype"), ("blocks", "attachments", "files")
_MEANT = re.compile(r"\{(?P<kind>author|person|integration)(?: (?P<name>[^{}]+))?\}")


class Messages(TeamLife):
    """A team that writes. Every method may be called from any thread."""

    def __init__(self, clock: Callable[[], float], seed: int) -> None:
        super().__init__(clock, seed)
        self._histories: dict[str, History] = {}

    def history(self, conversation: Conversation) -> History:
        """Return the messages of a conversation."""
        return self._histories.setdefault(conversation.id, History())

    def move(self, conversation: Conversation) -> None:
        """Give a conversation another id, as becoming a shared one does."""
        with self.lock:
            before, history = conversation.id, self._histories.pop(conversation.id, History())
            self.roster.move(conversation, self.identifiers.make("C"))
            for message in history.all():
                history.replace(replace(message, channel=conversation.id))
            self._histories[conversation.id] = history
            self.tell("new id", conversation, former_id=before)

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

        In the typed text, @Name becomes a mention, #name a channel and an address a link; what
        follows /me is what they do.
        """
        with self.lock:
            if text.startswith(_DOES):
                text = text.removeprefix(_DOES).strip()
                details.setdefault("subtype", "me_message")
            kept, blocks = self._typed(text)
            if details.get("subtype") != "me_message":
                details.setdefault("blocks", blocks)
            details.setdefault("client_msg_id", self.identifiers.client_msg_id())
            return self.store(conversation, kept, thread_ts, user=author.id, **details)

    def share(
        self,
        author: Person,
        conversation: Conversation,
        named: str,
        text: str = "",
        thread_ts: str | None = None,
    ) -> Message:
        """Share a file as a person; its name tells the kind, also "audio clip of 14 seconds"."""
        with self.lock:
            id_ = self.identifiers.make("F")
            shared = file_object(id_, named, author.id, int(self.clock()))
            subtype = "file_share"
            return self.post(
                author, conversation, text, thread_ts, subtype=subtype, files=(shared,)
            )

    def post_as_bot(
        self, username: str, conversation: Conversation, text: str, **details: Any
    ) -> Message:
        """Post as an integration that is nobody's account: the subtype bot_message.

        `details` are further fields of Message, such as its blocks and attachments.
        """
        with self.lock:
            kept = slack_text.sent_by_an_app(text)
            details.setdefault("subtype", "bot_message")
            return self.store(conversation, kept, username=username, **details)

    def make(self, author: Person, conversation: Conversation, shape: Mapping[str, Any]) -> Message:
        """Keep what Slack itself makes of what somebody does: a huddle, a poll, a clip.

        The shape is a message's; in it {author} stands for the author's id, {person NAME} for
        somebody else's, and {integration NAME} for that of a bot that is nobody's account.
        """
        with self.lock:
            filled = self._filled(shape, author)
            own: dict[str, Any] = {name: filled.pop(name, None) for name in _PLAIN}
            own |= {name: tuple(filled.pop(name, ())) for name in _LISTS}
            text = filled.pop("text", "")
            return self.store(conversation, text, further=filled, **own)

    def _filled(self, shape: Any, author: Person) -> Any:
        if isinstance(shape, dict):
            return {name: self._filled(value, author) for name, value in shape.items()}
        if isinstance(shape, list):
            return [self._filled(value, author) for value in shape]
        return _MEANT.sub(partial(self._id_of, author), shape) if isinstance(shape, str) else shape

    def _id_of(self, author: Person, meant: re.Match[str]) -> str:
        if meant["kind"] == "author":
            return author.id
        if meant["kind"] == "integration":
            return self.add_integration(meant["name"])
        return self.find_person(meant["name"]).id

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
            self._read_by_writing(conversation, message)
            self.tell("message", conversation, message=message, event_ts=ts)
            return message

    def edit(self, conversation: Conversation, ts: str, text: str) -> Message:
        """Change a message's text, as its author would by typing."""
        with self.lock:
            kept, blocks = self._typed(text)
            return self.rewrite(conversation, ts, kept, blocks=blocks)

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

    def mark_read(self, person: Person, conversation: Conversation, ts: str) -> None:
        """Let someone have read up to `ts`, which may lie before where they were."""
        with self.lock:
            conversation.last_read[person.id] = ts

    def _typed(self, text: str) -> tuple[str, tuple[dict[str, Any], ...]]:
        """Return the text and the blocks that Slack keeps of what somebody types."""
        kept = slack_text.typed_by_a_person(text, self.roster.mentions, self.roster.channels)
        return rich_text(kept, self.identifiers.secret("block")[:5])

    def _read_by_writing(self, conversation: Conversation, message: Message) -> None:
        """Who writes in a conversation has read it; an answer in a thread is not in it."""
        if message.user and (not message.is_reply or message.subtype == "thread_broadcast"):
            before = conversation.last_read.get(message.user, "0")
            conversation.last_read[message.user] = max(before, message.ts, key=ts_key)

    def _live(self, conversation: Conversation, ts: str) -> Message:
        message = self.history(conversation).get(ts)
        if message is None or message.subtype == "tombstone":
            raise NotInWorkspace(f"There is no message {ts} there.")
        return message
