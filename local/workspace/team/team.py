"""A Slack team in memory: its people, its conversations, and the one app in it."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from local.workspace.team.changes import Changes, Listener
from local.workspace.team.entities import (
    DEFAULT_SCOPES,
    Change,
    ChangeKind,
    Conversation,
    ConversationKind,
    Installation,
    NotInWorkspace,
    Person,
    UserGroup,
)
from local.workspace.team.identifiers import Identifiers, Timestamps
from local.workspace.team.installations import Installations
from local.workspace.team.roster import Roster

_ID_PREFIX: dict[ConversationKind, str] = {"channel": "C", "private": "C", "im": "D", "mpim": "C"}
_PEOPLE_IN_A_DM = 2


class Team:
    """Who and what there is. Every method may be called from any thread."""

    def __init__(self, clock: Callable[[], float], seed: int) -> None:
        self.clock = clock
        self.lock = threading.RLock()
        self.identifiers = Identifiers(seed)
        self.team_id = self.identifiers.make("T")
        self.app_id = self.identifiers.make("A")
        self.bot_id = self.identifiers.make("B")
        self.signing_secret = self.identifiers.secret("signing secret")
        self.verification_token = self.identifiers.secret("verification token")
        self.team_name, self.domain, self.app_name = "Local", "local", "Earshot"
        self.roster = Roster()
        self.user_groups: dict[str, UserGroup] = {}
        self.integrations: dict[str, str] = {}
        """What bots that are no members are called, by their ids."""
        self.installations = Installations(self.identifiers)
        self.timestamps = Timestamps(clock)
        self._changes = Changes()
        self._shown_to: Person | None = None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call what is returned to stop that."""
        with self.lock:
            return self._changes.subscribe(listener)

    def tell(
        self, kind: ChangeKind, conversation: Conversation | None = None, **facts: Any
    ) -> None:
        """Tell the listeners of a change; `facts` are further fields of Change."""
        facts.setdefault("event_ts", self.timestamps.make())
        self._changes.tell(Change(kind, conversation=conversation, **facts))

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Let what happens meanwhile go untold, as what was so before the app was installed."""
        with self.lock, self._changes.untold():
            yield

    @property
    def people(self) -> list[Person]:
        """Everyone, in the order of joining."""
        return list(self.roster.people.values())

    @property
    def conversations(self) -> list[Conversation]:
        """Every conversation, in the order of making."""
        return list(self.roster.conversations.values())

    def add_person(
        self, real_name: str, display_name: str = "", handle: str = "", *, is_bot: bool = False
    ) -> Person:
        """Add a member of the workspace; they join no channel that there already is."""
        with self.lock:
            handle = handle or re.sub(r"\W+", ".", real_name.lower()).strip(".")
            id_ = self.identifiers.make("U")
            person = Person(id_, handle, real_name, display_name, is_bot=is_bot)
            self.roster.add_person(person)
            self.tell("newcomer", people=(person,))
            return person

    def add_user_group(self, handle: str, people: Sequence[Person]) -> UserGroup:
        """Make a group of people who are called by one name: @devs."""
        with self.lock:
            group = UserGroup(self.identifiers.make("S"), handle, [person.id for person in people])
            self.user_groups[group.id] = group
            return group

    def add_integration(self, name: str) -> str:
        """Return the id of the integration of this name, which is nobody's account."""
        with self.lock:
            known = (bot_id for bot_id, called in self.integrations.items() if called == name)
            bot_id = next(known, None) or self.identifiers.make("B")
            self.integrations[bot_id] = name
            return bot_id

    def add_channel(
        self, name: str, private: bool = False, members: Sequence[Person] | None = None
    ) -> Conversation:
        """Make a channel; `members` are all people unless given."""
        with self.lock:
            everyone = [p for p in self.people if not p.deleted]
            kind: ConversationKind = "private" if private else "channel"
            name = name.strip().lstrip("#").lower()
            return self._converse(kind, name, everyone if members is None else members)

    def direct_message(self, person_a: Person, person_b: Person) -> Conversation:
        """Return the two people's direct message, made when it is first asked for."""
        return self.group_message([person_a, person_b])

    def group_message(self, people: Sequence[Person]) -> Conversation:
        """Return the direct message of these people, made when it is first asked for."""
        with self.lock:
            unique = list(dict.fromkeys(people))
            known = self.roster.direct.get(frozenset(p.id for p in unique))
            if known is not None:
                return known
            kind: ConversationKind = "im" if len(unique) <= _PEOPLE_IN_A_DM else "mpim"
            handles = "--".join(p.handle for p in unique)
            return self._converse(kind, f"mpdm-{handles}-1" if kind == "mpim" else "", unique)

    def find_person(self, name: str) -> Person:
        """Find someone by id, handle, full or first name in any case, or raise NotInWorkspace."""
        with self.lock:
            return self.roster.find_person(name)

    def find_conversation(self, name: str) -> Conversation:
        """Find a conversation by id, "general", "#general", or "@Kevin": a DM with the speaker.

        A direct message is made when it is first asked for; raises NotInWorkspace.
        """
        with self.lock:
            if not name.strip().startswith("@"):
                return self.roster.find_channel(name)
            if self.speaker is None:
                raise NotInWorkspace("The app is installed for nobody, so nobody has a DM here.")
            return self.direct_message(self.speaker, self.roster.find_person(name))

    def can_see(self, person: Person, conversation: Conversation) -> bool:
        """Whether a person is in a conversation, or could open it because it is public."""
        return conversation.kind == "channel" or person.id in conversation.members

    @property
    def speaker(self) -> Person | None:
        """Whom Slack is shown to; unless said, the person whose token the app has, or had last."""
        if self._shown_to is not None:
            return self._shown_to
        installed = self.installations.active()
        known = installed[:1] or self.installations.all()[-1:]
        return known[0].person if known else None

    def show_to(self, person: Person | None) -> None:
        """Show Slack as this person sees it; None for whom the app is installed."""
        with self.lock:
            self._shown_to = person

    def install_app(self, person: Person, scopes: Iterable[str] = DEFAULT_SCOPES) -> str:
        """Install the app for a person and return their new user token."""
        with self.lock:
            return self.installations.add(person, scopes).token

    def revoke(self, token: str) -> None:
        """End a token: it answers token_revoked from now on."""
        with self.lock:
            installation = self._installation(token)
            if not installation.revoked:
                installation.revoked = True
                self.tell("revoke", people=(installation.person,))

    def uninstall_app(self) -> None:
        """Remove the app from the workspace: every token ends."""
        with self.lock:
            ended = self.installations.active()
            for installation in ended:
                installation.revoked = True
            people = dict.fromkeys(installation.person for installation in ended)
            self.tell("uninstall", people=tuple(people))

    def _converse(
        self, kind: ConversationKind, name: str, people: Sequence[Person]
    ) -> Conversation:
        made = Conversation(
            id=self.identifiers.make(_ID_PREFIX[kind]),
            kind=kind,
            name=name,
            members=[person.id for person in people],
            created=int(self.clock()),
            creator=people[0].id if people else "",
        )
        self.roster.add_conversation(made)
        self.tell("channel", made)
        return made

    def _installation(self, token: str) -> Installation:
        installation = self.installations.get(token)
        if installation is None:
            raise NotInWorkspace("No such token was ever given out here.")
        return installation
