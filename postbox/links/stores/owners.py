"""Who owns a link, kept by conditional writes: of two that speak first, one is first."""

from dataclasses import replace
from functools import partial

from postbox.links.owner import SOMEBODY, Owner, Speaker
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.errors import ConditionFailed, Unreadable
from postbox.store.items import delete, put
from postbox.store.table import Table


class Owners:
    """The owners of all links; everything raises MailboxUnavailable."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def get(self, link_id: str) -> Owner | None:
        """Return a link's owner, None before anybody spoke.

        Raises Unreadable where nobody can tell who it is: then nobody is, until it is reset.
        """
        item = self._table.get(keys.owner(link_id))
        owner = self._table.sift_one("Owner", partial(from_record, Owner), item)
        if owner is None and item is not None:
            raise Unreadable("the owner cannot be read")
        return owner

    def bound(self, link_id: str, speaker: Speaker, now: float, named: str = "") -> Owner | None:
        """Return the owner after this speaker spoke.

        The first account becomes the owner's, its first recognized voice the owner's voice. Where
        the owner named an account, no other one becomes it: None while that did not speak.
        """
        owner = self.get(link_id)
        if speaker.person_id == SOMEBODY:
            return owner
        if owner is None or (named and owner.user_id != named):
            if not speaker.user_id or (named and speaker.user_id != named):
                return None
            return self._changed(link_id, owner, Owner(speaker.user_id, speaker.person_id, now))
        if owner.user_id == speaker.user_id and owner.person_id is None and speaker.person_id:
            return self._changed(link_id, owner, replace(owner, person_id=speaker.person_id))
        return owner

    def reset(self, link_id: str) -> None:
        """Forget the owner: who speaks next is it."""
        self._table.apply(delete(keys.owner(link_id)))

    def _changed(self, link_id: str, before: Owner | None, after: Owner) -> Owner | None:
        condition, values = "attribute_not_exists(pk)", None
        if before is not None:
            condition = "#user_id = :user_id AND #person_id = :person_id"
            values = {":user_id": before.user_id, ":person_id": before.person_id}
        item = {**keys.owner(link_id), **to_record(after)}
        try:
            self._table.apply(put(item, condition, values))
        except ConditionFailed:
            return self.get(link_id)
        return after
