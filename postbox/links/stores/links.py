"""The links between speakers and their Slack identities."""

from dataclasses import replace

from postbox.links.link import Link, LinkState
from postbox.store import keys
from postbox.store.codec import from_record, is_newer, to_record
from postbox.store.errors import ConditionFailed, NewerRecord, Unreadable
from postbox.store.items import Item, Write, delete, put, unchanged
from postbox.store.table import Table

PERSONAL = "personal"
"""The one link of a self-hosted Earshot whose token its owner put into Parameter Store."""


class Links:
    """All links, found by id or by team."""

    def __init__(self, table: Table) -> None:
        """Keep links in this table."""
        self._table = table

    def get(self, link_id: str) -> Link | None:
        """Return a link, or None when nobody made it yet.

        Raises Unreadable where nobody can read it: the refresh function then makes it anew, so that
        what waits for it waits, as for a table that does not answer.
        """
        item = self._table.get(keys.profile(link_id))
        link = self._table.sift_one("Link", _read, item)
        if link is None and item is not None:
            raise Unreadable("the link cannot be read")
        return link

    def readable(self, link_id: str) -> Link | None:
        """Return a link; None where there is none, or nobody can read it."""
        try:
            return self.get(link_id)
        except Unreadable:
            return None

    def of_team(self, team_id: str) -> list[Link]:
        """Return all links into a workspace."""
        entries = self._table.query(keys.team_partition(team_id), "LINK#")
        profiles = [keys.profile(str(entry["sk"]).removeprefix("LINK#")) for entry in entries]
        links = self._table.sift("Link", _read, self._table.get_many(profiles))
        return [link for link in links if link.workspace_id == team_id]

    def sharing(self, link: Link) -> list[Link]:
        """Return the links whose messages are kept where this one's are."""
        return [link] if link.is_own_mailbox else self.of_team(link.team_id)

    def drop(self, link: Link) -> None:
        """Delete a link as it was read; raises ConditionFailed where it changed meanwhile."""
        self._table.apply(
            delete(keys.profile(link.link_id), *unchanged(link.revision)),
            delete(keys.team_link(link.workspace_id, link.link_id)),
        )

    def put(self, link: Link) -> Link:
        """Write a link that is new; over one that is there, only if nobody can read that one.

        Raises ConditionFailed where there is one, NewerRecord where a newer version wrote it.
        """
        self._table.apply(*self.first_writes(link))
        return link

    def first_writes(self, link: Link) -> list[Write]:
        """Return what `put` writes, to be written together with other things; raises as it does."""
        item = self._table.get(keys.profile(link.link_id))
        if item is None:
            return _writes(link, "attribute_not_exists(pk)", {})
        if is_newer(item, Link.VERSION):
            raise NewerRecord("Link: left to the version that wrote it")
        if self._table.sift_one("Link", _read, item) is not None:
            raise ConditionFailed("linked already")
        return _writes(link, "", {})

    def is_there(self, link_id: str) -> bool:
        """Whether there is a link, readable or not."""
        return self._table.get(keys.profile(link_id)) is not None

    def save(self, before: Link, after: Link, *together: Write) -> Link:
        """Write the next revision of a link, and other things with it, and return it.

        Raises ConditionFailed when the stored link is not `before` any more: whoever learned of
        trouble with an old token must not write over a new one.
        """
        # What was written before links had revisions has none.
        condition, values = unchanged(before.revision)
        if not before.revision:
            condition = f"attribute_exists(pk) AND (attribute_not_exists(#revision) OR {condition})"
        counted = replace(after, revision=before.revision + 1)
        return self._write(counted, condition, values, *together)

    def end(self, link: Link, problem: str, now: float, *together: Write) -> Link:
        """Note that Slack refuses a link's token; ConditionFailed as with `save`."""
        broken = replace(link, state=LinkState.BROKEN, problem=problem, problem_since=now)
        return self.save(link, broken, *together)

    def _write(
        self, link: Link, condition: str, values: dict[str, object], *together: Write
    ) -> Link:
        self._table.apply(*_writes(link, condition, values), *together)
        return link


def link_writes(before: Link, after: Link) -> list[Write]:
    """Return what puts a link's next revision in the place of what was read of it."""
    return _writes(after, *unchanged(before.revision))


def _writes(link: Link, condition: str, values: dict[str, object]) -> list[Write]:
    profile = {**keys.profile(link.link_id), **to_record(link)}
    place = dict(keys.team_link(link.workspace_id, link.link_id))
    return [put(profile, condition, values or None), put(place)]


def _read(item: Item) -> Link:
    return from_record(Link, item)
