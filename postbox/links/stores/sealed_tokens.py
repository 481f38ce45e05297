"""Slack tokens, encrypted before they come here; only the bridge can open them."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.store import account_keys as keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed
from postbox.store.items import Item, Write, delete, put, unchanged
from postbox.store.table import Table


class SealedToken(Frozen):
    """What is stored of a link's token."""

    VERSION: ClassVar[int] = 1

    link_id: str
    sealed: str
    """The ciphertext, in base64."""
    expires: float | None = None
    """When the access token ends, in epoch seconds; None where Slack's do not."""
    leased_until: float = 0.0
    """Until when somebody is renewing it."""
    revision: int = 0
    """Grows with every write; a write names the revision that it follows."""


class SealedTokens:
    """The tokens of all links; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, link_id: str) -> SealedToken | None:
        """Return a link's token, None where there is none or nobody can read it."""
        item = self._table.get(keys.token(link_id))
        return self._table.sift_one("SealedToken", partial(from_record, SealedToken), item)

    def lease(self, token: SealedToken, until: float) -> SealedToken | None:
        """Return the token for its renewing by this caller alone; None where another was first."""
        return self.save(token, replace(token, leased_until=until))

    def save(self, before: SealedToken, after: SealedToken) -> SealedToken | None:
        """Write the next revision and return it; None where `before` is stored no more."""
        counted = replace(after, revision=before.revision + 1)
        try:
            self._table.apply(put(_item(counted), *unchanged(before.revision)))
        except ConditionFailed:
            return None
        return counted

    def drop(self, link_id: str) -> None:
        """Delete a link's token."""
        self._table.apply(delete(keys.token(link_id)))

    def drop_as_read(self, token: SealedToken) -> None:
        """Delete a token, unless another one took its place meanwhile."""
        try:
            self._table.apply(delete(keys.token(token.link_id), *unchanged(token.revision)))
        except ConditionFailed:
            return


def token_delete(link_id: str) -> Write:
    """Return what deletes a link's token."""
    return delete(keys.token(link_id))


def new_token_write(token: SealedToken) -> Write:
    """Return what puts a token in the place of whatever there was.

    Its revision is to be one above that one's, so that a renewal under way writes no more.
    """
    return put(_item(token))


def _item(token: SealedToken) -> Item:
    return {**keys.token(token.link_id), **to_record(token)}
