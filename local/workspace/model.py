"""A Slack workspace in memory: what people and the app do in it, without HTTP."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from local.workspace.faults.event_trouble import EventTrouble
from local.workspace.faults.faults import Faults
from local.workspace.faults.limits import Limits
from local.workspace.messages.scheduled import ScheduledMessages
from local.workspace.team.consents import Consents
from local.workspace.team.entities import ChangeKind, Conversation, Person, Reaction

AGAIN_SECONDS = 600.0
"""How old events are that Slack delivers once more, when nothing else is said."""


class Workspace(ScheduledMessages):
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
        self.event_trouble = EventTrouble()
        self.consents = Consents(self)
        self._reacted: dict[str, list[Reaction]] = {}

    def react(self, conversation: Conversation, ts: str, person: Person, name: str) -> bool:
        """Add a reaction; return False when the person had added it before."""
        with self.lock:
            reactions = dict(self._live(conversation, ts).reactions)
            if person.id in reactions.get(name, ()):
                return False
            reactions[name] = (*reactions.get(name, ()), person.id)
            reacted = self._reacted.setdefault(conversation.id, [])
            reacted.append(Reaction(ts, name, person.id))
            self._have_reacted("reaction", conversation, ts, reactions, person, name)
            return True

    def unreact(self, conversation: Conversation, ts: str, person: Person, name: str) -> bool:
        """Take a person's reaction away; return False when there was none."""
        with self.lock:
            reactions = dict(self._live(conversation, ts).reactions)
            if person.id not in reactions.get(name, ()):
                return False
            reactions[name] = tuple(reactor for reactor in reactions[name] if reactor != person.id)
            self._reacted[conversation.id].remove(Reaction(ts, name, person.id))
            self._have_reacted("reaction removed", conversation, ts, reactions, person, name)
            return True

    def reactions(self, conversation: Conversation) -> list[Reaction]:
        """Return the reactions that stand in a conversation, in the order of adding them."""
        with self.lock:
            reacted = self._reacted.get(conversation.id, [])
            standing = {message.ts for message in self.messages(conversation)} if reacted else ()
            return [reaction for reaction in reacted if reaction.ts in standing]

    def tell_again(self, seconds: float = AGAIN_SECONDS) -> None:
        """Let Slack deliver once more, under new ids, the message events of the last seconds."""
        with self.lock:
            self.event_trouble.again_since = self.clock() - seconds
            self.tell("again")

    def reset(self) -> None:
        """Start afresh: no messages, faults, calls or archived channels; revoked tokens work again.

        People, conversations and tokens stay.
        """
        with self.lock:
            self._histories.clear()
            self._reacted.clear()
            self.forget_scheduled()
            for conversation in self.conversations:
                conversation.archived = False
                conversation.last_read.clear()
            for installation in self.installations.all():
                installation.revoked = False
            for person in self.people:
                person.deleted = False
            self.faults.clear()
            self.limits.forget()
            self.limits.limit_reading(False)
            self.event_trouble.end()
            self.calls.clear()
            self.tell("reset")

    def _have_reacted(
        self,
        kind: ChangeKind,
        conversation: Conversation,
        ts: str,
        reactions: dict[str, tuple[str, ...]],
        person: Person,
        name: str,
    ) -> None:
        old = self._live(conversation, ts)
        left = tuple((item, people) for item, people in reactions.items() if people)
        new = replace(old, reactions=left)
        self.history(conversation).replace(new)
        self.tell(kind, conversation, message=new, previous=old, people=(person,), emoji=name)
