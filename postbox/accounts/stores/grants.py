"""Codes and tokens that Alexa was given, by their digests; each change is conditional.

Of two that use one code, or one refresh token, at the same moment one wins.
"""

from dataclasses import replace
from functools import partial

from postbox.accounts.digests import digest
from postbox.accounts.grant import ACCESS_SECONDS, KEPT_SECONDS, Code, Family
from postbox.accounts.stores.access import access_item
from postbox.store import account_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, Write, delete, put, text_in, unchanged, update
from postbox.store.keys import DAY
from postbox.store.table import Table


class Grants:
    """Codes, families of tokens and the tokens; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def code(self, code: str) -> Code | None:
        """Return what a code stands for, used or not, or None where it was never given out."""
        item = self._table.get(keys.code(digest(code)))
        return self._table.sift_one("Code", partial(from_record, Code), item)

    def redeem(self, code: str, known: Code, refresh: str, access: str, now: float) -> bool:
        """Give the first tokens for a code; False where somebody else has used it meanwhile."""
        family = Family(
            known.family_id,
            known.account_id,
            known.client_id,
            newest=digest(refresh),
            renewed_at=now,
            access=(digest(access),),
        )
        try:
            self._table.apply(
                update(
                    keys.code(digest(code)),
                    {"is_used": True},
                    "attribute_exists(pk) AND #is_used = :no",
                    no=False,
                ),
                put(_family_item(family, now), "attribute_not_exists(pk)"),
                *_token_writes(family, refresh, access, now),
            )
        except ConditionFailed:
            return False
        return True

    def family_of(self, refresh: str) -> Family | None:
        """Return the family that a refresh token is or was of."""
        item = self._table.get(keys.refresh_token(digest(refresh)))
        family_id = self._table.sift_one("RefreshToken", _family_id, item)
        return self.family(family_id) if family_id else None

    def family(self, family_id: str) -> Family | None:
        """Return a family of tokens."""
        item = self._table.get(keys.family(family_id))
        return self._table.sift_one("Family", partial(from_record, Family), item)

    def renew(self, before: Family, by: str, refresh: str, access: str, now: float) -> bool:
        """Give new tokens for the refresh token `by`; False where the family changed meanwhile."""
        after = before.renewed(digest(by), digest(refresh), digest(access), now)
        try:
            self._table.apply(
                put(_family_item(after, now), *unchanged(before.revision)),
                *_token_writes(after, refresh, access, now),
            )
        except ConditionFailed:
            return False
        return True

    def end(self, family: Family, now: float) -> None:
        """End all tokens of a family at once."""
        ended = replace(family.ended(), newest="", before="")
        self._table.apply(
            put(_family_item(ended, now)),
            *(delete(keys.access(token)) for token in family.access),
        )


def code_write(code: str, stands_for: Code) -> Write:
    """Return what makes a new code."""
    item = {**keys.code(digest(code)), **to_record(stands_for)}
    # A code that comes once more after it was used tells of somebody who took it.
    return put({**item, "expires_at": int(stands_for.expires) + DAY}, "attribute_not_exists(pk)")


def _family_item(family: Family, now: float) -> Item:
    expiry = {"expires_at": int(now) + KEPT_SECONDS}
    return {**keys.family(family.family_id), **to_record(family), **expiry}


def _token_writes(family: Family, refresh: str, access: str, now: float) -> list[Write]:
    leads_to = {"family_id": family.family_id, "expires_at": int(now) + KEPT_SECONDS}
    return [
        put({**keys.refresh_token(digest(refresh)), **leads_to}, "attribute_not_exists(pk)"),
        put(access_item(access, family.account_id, now + ACCESS_SECONDS)),
    ]


def _family_id(item: Item) -> str:
    return text_in(item, "family_id")
