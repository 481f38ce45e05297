"""Whose Slack is meant, by the access token that comes with a request, and by nothing else.

A voice that Alexa recognizes brings the token of the person who linked it. One that brings none is
somebody who linked nothing: it is never taken for the account that the Echo belongs to
(https://developer.amazon.com/docs/alexa/account-linking/personalization-and-account-linking.html).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from postbox.accounts.account import Account
from postbox.accounts.digests import same
from postbox.accounts.stores.access import Access
from postbox.accounts.stores.choices import Choices
from postbox.households.stores.voices import VoiceRules
from postbox.store.household_keys import household_id
from postbox.store.table import Table
from skill.alexa.admission import (
    Admitted,
    Refusal,
    goes_on,
    names_person,
    part_of,
    person_in,
    text_in,
    user_in,
)
from skill.turn.speaking import RECOGNIZED, SPEAKER, WORKSPACE, Speaking, mark_of

LEAVING = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"})


@dataclass(frozen=True)
class AccountGuard:
    """Guards the links of all accounts."""

    access: Access
    choices: Choices
    voices: VoiceRules
    clock: Callable[[], float]
    """Epoch seconds."""

    def admit(self, event: Mapping[str, Any], *, spoken: bool) -> Admitted | Refusal:
        """Let in who has linked an account; raises MailboxUnavailable."""
        remembered = _remembered(event)
        is_recognized = names_person(event)
        if remembered.get(RECOGNIZED) is True and not is_recognized:
            return _not_recognized(event)
        token = text_in((person_in(event) if is_recognized else user_in(event)).get("accessToken"))
        if token is None:
            return Refusal("person_not_linked" if is_recognized else "account_unlinked", links=True)
        account = self.access.account_of(token, self.clock())
        if account is None:
            return Refusal("account_ended", links=True)
        return self._admitted(account, event, remembered, spoken=spoken)

    def _admitted(
        self,
        account: Account,
        event: Mapping[str, Any],
        remembered: Mapping[str, Any],
        *,
        spoken: bool,
    ) -> Admitted:
        household = household_id(text_in(user_in(event).get("userId")) or "")
        if spoken and not goes_on(event):
            self.voices.note_member(household, account.account_id)
        is_own = same(str(remembered.get(SPEAKER) or ""), mark_of(account.account_id))
        link_id, is_chosen = self._workspace(account, remembered if is_own else {})
        speaking = Speaking(
            account=account,
            link_id=link_id,
            household=household,
            is_recognized=names_person(event),
            takes_over=goes_on(event) and not is_own,
            is_chosen=is_chosen,
        )
        return Admitted(link_id, speaking)

    def _workspace(self, account: Account, remembered: Mapping[str, Any]) -> tuple[str, bool]:
        """Return the link that is meant, and whether it was chosen: here, or by default."""
        here = account.link(str(remembered.get(WORKSPACE) or ""))
        if here is not None:
            return here.link_id, True
        if len(account.links) == 1:
            return account.links[0].link_id, True
        chosen = self.choices.chosen_by(account)
        return (chosen or account.links[0]).link_id, chosen is not None


def account_guard(table: Table, clock: Callable[[], float]) -> AccountGuard:
    """Return the guard of the accounts in a table."""
    return AccountGuard(Access(table), Choices(table), VoiceRules(table), clock)


def _remembered(event: Mapping[str, Any]) -> Mapping[str, Any]:
    return part_of(event, "session", "attributes") if goes_on(event) else {}


def _not_recognized(event: Mapping[str, Any]) -> Refusal:
    """Answer a voice in the session of a recognized one: it may be anybody's."""
    if part_of(event, "request", "intent").get("name") in LEAVING:
        return Refusal("goodbye")
    return Refusal("not_recognized_here", goes_on=True)
