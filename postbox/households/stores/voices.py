"""What households and links chose of voices, and how often their codes were wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from postbox.households.codes import Code, Tries, session_digest
from postbox.households.rules import HOUSEHOLD, UNREADABLE, BothRules, Rules
from postbox.store import account_keys, household_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, put, unchanged
from postbox.store.keys import Key, speaker_partition
from postbox.store.table import Table

ATTEMPTS = 3
"""So often a try is counted that others of the same moment got ahead of."""
MOST_OF_A_HOUSEHOLD = 25
"""Items of a household in which nobody speaks any more: far fewer."""


@dataclass(frozen=True)
class Scope:
    """Where a household and a link keep what they chose."""

    household: str
    """postbox.store.household_keys.household_id of the Alexa account."""
    link_id: str

    def partition(self, whose: str) -> str:
        """Return the partition of HOUSEHOLD or LINK."""
        if whose == HOUSEHOLD:
            return keys.household_partition(self.household)
        return speaker_partition(self.link_id)


class VoiceRules:
    """The choices of all; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, scope: Scope) -> BothRules:
        """Return what a household and a link chose; the strictest for what cannot be read."""
        places = [scope.partition(whose) for whose in ("household", "link")]
        items = self._table.get_many([keys.rules(place) for place in places])
        found = {str(item["pk"]): item for item in items}
        household, link = (self._rules(found.get(place)) for place in places)
        return BothRules(household, link)

    def choose(self, scope: Scope, whose: str, rules: Rules) -> None:
        """Keep what HOUSEHOLD or LINK chose."""
        place = keys.rules(scope.partition(whose))
        self._table.apply(put({**place, **to_record(rules)}))

    def is_open(self, scope: Scope, whose: str, session_id: str, now: float) -> bool:
        """Whether the code was said in this session."""
        tries = self._tries(keys.tries(scope.partition(whose)))
        return tries is not None and tries.is_open(session_digest(session_id), now)

    def try_code(
        self, scope: Scope, whose: str, code: Code, digits: str, session_id: str, now: float
    ) -> bool | None:
        """Compare digits with a code, and open the session by the right ones.

        None where nobody may try now. A try is counted before it is compared, so that many at once
        are as many as one after the other.
        """
        key = keys.tries(scope.partition(whose))
        for _ in range(ATTEMPTS):
            before = self._tries(key)
            if before is None or not before.may_try(now):
                return None
            begun = before.begun(now)
            if not self._save(key, before, begun):
                continue
            if not code.is_that(digits):
                return False
            return self._save(key, begun, begun.opening(session_digest(session_id), now))
        return None

    def forget_tries(self, scope: Scope, whose: str, session_id: str, now: float) -> None:
        """Let a session be open whose speaker has just chosen the code."""
        opened = Tries().opening(session_digest(session_id), now)
        self._table.apply(put({**keys.tries(scope.partition(whose)), **to_record(opened)}))

    def members(self, household: str) -> Sequence[str]:
        """Return the accounts that ever spoke in a household."""
        items = self._table.query(keys.household_partition(household), keys.ACCOUNT)
        return [str(item["sk"]).removeprefix(keys.ACCOUNT) for item in items]

    def note_member(self, household: str, account_id: str) -> None:
        """Remember that an account speaks in a household; one that is known is not written."""
        lives_in = account_keys.lives_in(account_id, household)
        if self._table.get(lives_in) is None:
            member = keys.member(household, account_id)
            self._table.apply(put(dict(lives_in)), put(dict(member)))

    def forget_member(self, account_id: str) -> int:
        """Forget in which households an account spoke, and what a household of nobody chose.

        Returns how many items were deleted.
        """
        partition = account_keys.choice_partition(account_id)
        deleted = 0
        for item in list(self._table.query(partition, account_keys.LIVES_IN)):
            household = str(item["sk"]).removeprefix(account_keys.LIVES_IN)
            member = keys.member(household, account_id)
            gone = [member]
            if set(self.members(household)) <= {account_id}:
                kept = self._table.keys_in(keys.household_partition(household), MOST_OF_A_HOUSEHOLD)
                # Who speaks there since a moment ago stays.
                gone = [
                    key for key in kept if key == member or not key["sk"].startswith(keys.ACCOUNT)
                ]
            # The way to the household goes last.
            self._table.delete_all(gone)
            self._table.delete_all([account_keys.lives_in(account_id, household)])
            deleted += len(gone)
        return deleted

    def _rules(self, item: Item | None) -> Rules:
        if item is None:
            return Rules()
        return self._table.sift_one("Rules", partial(from_record, Rules), item) or UNREADABLE

    def _tries(self, key: Key) -> Tries | None:
        """Return the tries, None where nobody can tell how many there were."""
        item = self._table.get(key)
        if item is None:
            return Tries()
        return self._table.sift_one("Tries", partial(from_record, Tries), item)

    def _save(self, key: Key, before: Tries, after: Tries) -> bool:
        is_new = ("attribute_not_exists(pk)", None)
        is_as_read = unchanged(before.revision) if before.revision else is_new
        try:
            self._table.apply(put({**key, **to_record(after)}, *is_as_read))
        except ConditionFailed:
            return False
        return True
