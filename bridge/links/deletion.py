"""Deleting what is kept of links and accounts that were left: a bounded number of items at a time.

The mailbox's own partition goes last, for it tells which conversations there are: what a run does
not finish the next one goes on with. What it names no more expires within a fortnight.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from postbox.accounts.stores.accounts import Accounts
from postbox.accounts.stores.choices import Choices
from postbox.accounts.stores.identities import Identities
from postbox.directory.stores.directories import Directories
from postbox.households.stores.voices import VoiceRules
from postbox.inbox.read_state import EVERYWHERE
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link, LinkState
from postbox.links.stores.leavings import Leavings, Left
from postbox.links.stores.links import Links
from postbox.store import keys
from postbox.store.errors import MailboxError
from postbox.store.table import Table

MOST_TOGETHER = 25
LEAST_SECONDS = 5.0


@dataclass(frozen=True)
class Deletion:
    """Deletes what is kept; everything raises MailboxUnavailable."""

    table: Table
    clock: Callable[[], float]
    time_left: Callable[[], float]

    def run(self) -> Counter[str]:
        """Delete what is due while there is time; return how many items of each kind."""
        deleted: Counter[str] = Counter()
        for left in list(Leavings(self.table).all()):
            if left.not_before <= self.clock() and self.time_left() >= LEAST_SECONDS:
                deleted += self.forget(left)
        for account_id in Accounts(self.table).ended():
            if self.time_left() >= LEAST_SECONDS:
                deleted += self.forget_account(account_id)
        return deleted

    def forget(self, left: Left) -> Counter[str]:
        """Delete what is kept of one link, unless it is linked again."""
        deleted: Counter[str] = Counter()
        link = Links(self.table).readable(left.link_id)
        if self._is_linked_again(link):
            Leavings(self.table).drop(left)
            return deleted
        is_through = all(self._clear(partition, deleted) for partition in self._partitions(left))
        if is_through:
            workspace_id = left.mailbox.removesuffix(f"-{left.link_id}")
            self.table.delete_all([keys.team_link(workspace_id, left.link_id)])
            self._end_accounts(left, link)
            Leavings(self.table).drop(left)
        return deleted

    def forget_account(self, account_id: str) -> Counter[str]:
        """Delete what the voice side kept of an account that ended."""
        Choices(self.table).forget(account_id)
        deleted = VoiceRules(self.table).forget_member(account_id)
        Accounts(self.table).forget_ended(account_id)
        return Counter({"household": deleted} if deleted else {})

    def _end_accounts(self, left: Left, link: Link | None) -> None:
        """End what still led to a link: it was not left, but taken back in Slack."""
        accounts, identities = Accounts(self.table), Identities(self.table)
        if link is not None and identities.is_of(left.link_id, link.workspace_id, link.user_id):
            identities.forget(link.workspace_id, link.user_id)
        for account_id in accounts.users_of(left.link_id):
            account = accounts.get(account_id)
            if account is None or accounts.speaks_as_another(account, left.link_id):
                accounts.stop_using(left.link_id, account_id)
            else:
                accounts.end(account)

    def _is_linked_again(self, link: Link | None) -> bool:
        if link is None or link.state is not LinkState.ACTIVE:
            return False
        return bool(Accounts(self.table).users_of(link.link_id))

    def _partitions(self, left: Left) -> Iterator[str]:
        """Yield the partitions in the order of deletion."""
        link_id, mailbox = left.link_id, left.mailbox
        for conversation_id in self._conversations(left):
            yield keys.conversation_partition(mailbox, conversation_id)
            yield keys.read_partition(link_id, conversation_id)
        yield keys.read_partition(link_id, EVERYWHERE)
        yield keys.link_partition(link_id)
        yield keys.speaker_partition(link_id)
        yield keys.unheard(link_id, "", "")["pk"]
        yield keys.late(link_id, "", "")["pk"]
        yield keys.active(mailbox, 0, "")["pk"]
        yield keys.profile(link_id)["pk"]
        yield keys.team_partition(mailbox)

    def _conversations(self, left: Left) -> set[str]:
        """Return the ids of all conversations of which something may be kept."""
        team = keys.team_partition(left.mailbox)
        found = {
            str(item["sk"]).partition("#")[2]
            for front in ("SAID#", "COMPARED#")
            for item in self.table.query(team, front)
        }
        found |= {
            attention.conversation_id for attention in Inbox(self.table).unheard(left.link_id)
        }
        try:
            found |= set(Directories(self.table).get(left.mailbox).conversations)
        except MailboxError:
            # Names that cannot be read tell of no conversations; those expire.
            return found
        return found

    def _clear(self, partition: str, deleted: Counter[str]) -> bool:
        """Delete a partition; False where time ran out before its end."""
        kind = partition.partition("#")[0].lower()
        while found := self.table.keys_in(partition, MOST_TOGETHER):
            if self.time_left() < LEAST_SECONDS:
                return False
            self.table.delete_all(found)
            deleted[kind] += len(found)
        return True
