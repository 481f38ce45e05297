"""What a turn may touch, in parts: a use case takes those that it uses, and its signature tells.

Stores are imported when a request first needs them: a cold start would wait for all, and a request
needs few. Each is made once and kept, for some remember what they read.
"""
# ruff: noqa: PLC0415 - that is what this file is for

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from postbox.frozen import Frozen
from postbox.store.table import Table
from skill.turn.timing import Timing, Zones

if TYPE_CHECKING:
    from postbox.accounts.stores.choices import Choices
    from postbox.directory.entries import Directory
    from postbox.directory.names.index import Names
    from postbox.directory.stores.directories import Directories
    from postbox.households.stores.audit_trail import AuditTrail
    from postbox.households.stores.usage import Usage
    from postbox.households.stores.voices import VoiceRules
    from postbox.inbox.stores.activity import Activity
    from postbox.inbox.stores.backfills import Backfills
    from postbox.inbox.stores.inbox import Inbox as Messages
    from postbox.inbox.stores.reactions import Reactions
    from postbox.inbox.stores.read_states import ReadStates
    from postbox.links.stores.aliases import Aliases
    from postbox.links.stores.links import Links
    from postbox.links.stores.preferences import Preferences
    from postbox.links.stores.quotas import SummaryQuota
    from postbox.outbox.notices import Notices
    from postbox.outbox.queue import OutboxQueue
    from postbox.outbox.receipts import Receipts
    from postbox.outbox.schedules import Schedules


class SummaryModel(Protocol):
    """Who sums messages up; see skill/reading/catching_up/summarizer.py."""

    @property
    def is_set(self) -> bool:
        """Whether there is a model."""

    @property
    def per_day(self) -> int:
        """So many questions a day are asked for each link."""

    def summary(self, request: Any, seconds: float) -> str:
        """Return the model's words within so many seconds; raises NoSummary."""


class Outbox(Frozen):
    """What goes out: where commands wait for Slack, and what became of them."""

    table: Table
    open_queue: "Callable[[], OutboxQueue]"
    """The same one each time; a request that sends nothing needs none."""
    max_message_age: float
    """Seconds after which an unposted message is given up."""
    undo_seconds: float
    """For so long after it was spoken, a message can be unsent or changed by voice."""

    @property
    def queue(self) -> "OutboxQueue":
        """Where commands wait for Slack."""
        return self.open_queue()

    @cached_property
    def receipts(self) -> "Receipts":
        """What became of what was said."""
        from postbox.outbox.receipts import Receipts

        return Receipts(self.table)

    @cached_property
    def schedules(self) -> "Schedules":
        """What Slack is to post later."""
        from postbox.outbox.schedules import Schedules

        return Schedules(self.table)

    @cached_property
    def notices(self) -> "Notices":
        """Bad news that waits to be spoken."""
        from postbox.outbox.notices import Notices

        return Notices(self.table)


class Inbox(Frozen):
    """What came from Slack, and what of it was heard."""

    table: Table

    @cached_property
    def messages(self) -> "Messages":
        """What was said there."""
        from postbox.inbox.stores.inbox import Inbox as Messages

        return Messages(self.table)

    @cached_property
    def read_states(self) -> "ReadStates":
        """What was heard."""
        from postbox.inbox.stores.read_states import ReadStates

        return ReadStates(self.table)

    @cached_property
    def activity(self) -> "Activity":
        """Where something happened lately."""
        from postbox.inbox.stores.activity import Activity

        return Activity(self.table)

    @cached_property
    def backfills(self) -> "Backfills":
        """What of Slack was compared."""
        from postbox.inbox.stores.backfills import Backfills

        return Backfills(self.table)

    @cached_property
    def reactions(self) -> "Reactions":
        """Who reacted to messages."""
        from postbox.inbox.stores.reactions import Reactions

        return Reactions(self.table)


class KnownNames(Frozen):
    """Whom and what a speaker may name."""

    table: Table

    @cached_property
    def directories(self) -> "Directories":
        """The names of workspaces."""
        from postbox.directory.stores.directories import Directories

        return Directories(self.table)

    @cached_property
    def aliases(self) -> "Aliases":
        """Names that were taught."""
        from postbox.links.stores.aliases import Aliases

        return Aliases(self.table)

    def of(self, team_id: str) -> "Names":
        """Return a workspace's directory with its index; raises MailboxUnavailable."""
        return self.directories.names(team_id)

    def directory(self, team_id: str) -> "Directory":
        """Return a workspace's people and conversations; raises MailboxUnavailable."""
        return self.directories.get(team_id)


class Speaker(Frozen):
    """Who speaks: the link to Slack, and what was chosen for it."""

    table: Table

    @cached_property
    def links(self) -> "Links":
        """Who is linked to Slack."""
        from postbox.links.stores.links import Links

        return Links(self.table)

    @cached_property
    def preferences(self) -> "Preferences":
        """What speakers chose."""
        from postbox.links.stores.preferences import Preferences

        return Preferences(self.table)


class Summaries(Frozen):
    """The model that sums messages up, and how often it may be asked."""

    table: Table
    open_model: Callable[[], SummaryModel]

    @cached_property
    def model(self) -> SummaryModel:
        """The same one each time; few requests ask for it."""
        return self.open_model()

    @cached_property
    def quota(self) -> "SummaryQuota":
        """How many summaries were made."""
        from postbox.links.stores.quotas import SummaryQuota

        return SummaryQuota(self.table)


class Sharing(Frozen):
    """Who else is in the room, and what was chosen of that."""

    table: Table
    asks_pin: bool = False
    """Whether Alexa's own PIN counts for the code of a link."""

    @cached_property
    def voices(self) -> "VoiceRules":
        """Whose voices households and links let in."""
        from postbox.households.stores.voices import VoiceRules

        return VoiceRules(self.table)

    @cached_property
    def choices(self) -> "Choices":
        """Which workspaces are meant where none is named."""
        from postbox.accounts.stores.choices import Choices

        return Choices(self.table)

    @cached_property
    def audit(self) -> "AuditTrail":
        """Who did what."""
        from postbox.households.stores.audit_trail import AuditTrail

        return AuditTrail(self.table)

    @cached_property
    def usage(self) -> "Usage":
        """How often somebody sent and listened today."""
        from postbox.households.stores.usage import Usage

        return Usage(self.table)


class Parts(Frozen, kw_only=True):
    """Everything outside the skill that an answer may need."""

    outbox: Outbox
    inbox: Inbox
    names: KnownNames
    speaker: Speaker
    zones: Zones
    summaries: Summaries
    sharing: Sharing
    timing: Timing
