"""Messages that the app leaves with Slack to be posted later."""

from collections.abc import Callable
from typing import Any

from local.workspace.messages.messages import Messages
from local.workspace.messages.schedule import Schedule
from local.workspace.team.entities import Conversation, Person, ScheduledMessage


class ScheduledMessages(Messages):
    """Messages with a schedule. Every method may be called from any thread."""

    def __init__(self, clock: Callable[[], float], seed: int) -> None:
        super().__init__(clock, seed)
        self._schedule = Schedule()

    def schedule(
        self,
        person: Person,
        conversation: Conversation,
        text: str,
        post_at: int,
        thread_ts: str | None = None,
        **fields: Any,
    ) -> ScheduledMessage:
        """Keep a message of the app until its time; `text` is in Slack's form already."""
        with self.lock:
            message = ScheduledMessage(
                id=self.identifiers.make("Q"),
                person=person.id,
                channel=conversation.id,
                text=text,
                post_at=post_at,
                created=int(self.clock()),
                thread_ts=thread_ts,
                fields=fields,
            )
            self._schedule.add(message)
            self.tell("schedule", conversation)
            return message

    def unschedule(self, message: ScheduledMessage) -> None:
        """Let a message that waits never be posted."""
        with self.lock:
            self._schedule.remove(message)
            self.tell("schedule", self.roster.conversations[message.channel])

    def scheduled(self, conversation: Conversation | None = None) -> list[ScheduledMessage]:
        """Return what waits to be posted, everywhere or in one conversation, the next one first."""
        with self.lock:
            waiting = self._schedule.all()
            return [
                message
                for message in waiting
                if conversation is None or message.channel == conversation.id
            ]

    @property
    def next_post_at(self) -> int | None:
        """When the next scheduled message is due, in epoch seconds; needs no lock."""
        return self._schedule.next_at

    def post_due(self, now: float | None = None) -> int:
        """Post what is due; return how many messages came out. Whoever drives time calls this."""
        now = self.clock() if now is None else now
        if self.next_post_at is None or self.next_post_at > now:
            return 0
        with self.lock:
            return sum(self._post(message) for message in self._schedule.take_due(now))

    def forget_scheduled(self) -> None:
        """Let nothing wait any more."""
        with self.lock:
            self._schedule.clear()

    def _post(self, due: ScheduledMessage) -> bool:
        """Post a message unless its place, its author or its thread is gone by now.

        Nor is one posted that has metadata: docs.slack.dev/reference/methods/chat.scheduleMessage
        warns that Slack never posts these.
        """
        conversation = self.roster.conversations[due.channel]
        author = self.roster.people[due.person]
        is_open = not conversation.archived and author.id in conversation.members
        if not is_open or author.deleted or due.fields.get("metadata"):
            return False
        if due.thread_ts and self.history(conversation).get(due.thread_ts) is None:
            return False
        self.store(
            conversation, due.text, due.thread_ts, user=author.id, via_app=True, **due.fields
        )
        return True
