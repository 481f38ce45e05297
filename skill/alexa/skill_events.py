"""What Alexa tells of an account without anybody speaking: the skill was disabled, or linked.

https://developer.amazon.com/docs/alexa/smapi/skill-events-in-alexa-skills.html
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from postbox.accounts.stores.access import Access
from postbox.households.audit import Action, Audited
from postbox.households.stores.audit_trail import AuditTrail
from postbox.households.stores.voices import VoiceRules
from postbox.store.household_keys import household_id
from postbox.store.table import Table
from skill.alexa.admission import part_of, text_in, user_in
from skill.intents.sharing.leaving import leave

if TYPE_CHECKING:
    from postbox.outbox.queue import OutboxQueue

DISABLED, LINKED = "AlexaSkillEvent.SkillDisabled", "AlexaSkillEvent.SkillAccountLinked"


@dataclass(frozen=True)
class SkillEvents:
    """Keeps a household's accounts, and ends them with the skill."""

    table: Table
    queue: "Callable[[], OutboxQueue]"
    clock: Callable[[], float]
    """Epoch seconds."""

    def take(self, event: Mapping[str, Any]) -> None:
        """Do what an event means; others mean nothing. Raises MailboxUnavailable."""
        kind, user_id = part_of(event, "request").get("type"), text_in(user_in(event).get("userId"))
        if user_id is None:
            return
        if kind == DISABLED:
            self._end_all(household_id(user_id), event)
        elif kind == LINKED:
            self._note(household_id(user_id), event)

    def _end_all(self, household: str, event: Mapping[str, Any]) -> None:
        request_id = str(part_of(event, "request").get("requestId"))
        voices, now = VoiceRules(self.table), self.clock()
        for account_id in voices.members(household):
            self.queue().send(leave(account_id, request_id, now, "en-US"))
            unlinked = Audited(Action.UNLINKED, now, f"{request_id}/{account_id}", account_id)
            AuditTrail(self.table).note(unlinked)

    def _note(self, household: str, event: Mapping[str, Any]) -> None:
        body = part_of(event, "request", "body").get("accessToken")
        token = text_in(body) or text_in(user_in(event).get("accessToken"))
        account = Access(self.table).account_of(token, self.clock()) if token else None
        if account is not None:
            VoiceRules(self.table).note_member(household, account.account_id)
