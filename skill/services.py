"""What the intent handlers work with: the mailbox, a clock and the settings."""

from collections.abc import Callable
from dataclasses import dataclass

from postbox.directory.stores.directories import Directories
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.backfills import Backfills
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.reactions import Reactions
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.stores.aliases import Aliases
from postbox.links.stores.links import Links
from postbox.links.stores.preferences import Preferences
from postbox.links.stores.quotas import SummaryQuota
from postbox.links.stores.zones import Zones
from postbox.outbox.action_receipts import ActionReceipts
from postbox.outbox.notices import Notices
from postbox.outbox.queue import OutboxQueue
from postbox.outbox.receipts import Receipts
from postbox.outbox.schedules import Schedules
from skill.alexa.device import DeviceSettings
from skill.reading.catching_up.summarizer import Summarizer


@dataclass(frozen=True)
class Services:
    """Everything outside the skill that an answer may need."""

    receipts: Receipts
    outbox: OutboxQueue
    inbox: Inbox
    read_states: ReadStates
    activity: Activity
    backfills: Backfills
    reactions: Reactions
    action_receipts: ActionReceipts
    schedules: Schedules
    links: Links
    notices: Notices
    directories: Directories
    aliases: Aliases
    zones: Zones
    devices: DeviceSettings
    preferences: Preferences
    summaries: SummaryQuota
    summarizer: Summarizer
    clock: Callable[[], float]
    """Epoch seconds."""
    sleep: Callable[[float], None]
    max_message_age: float
    undo_seconds: float
    """For so long after it was spoken, a message can be unsent or changed by voice."""
