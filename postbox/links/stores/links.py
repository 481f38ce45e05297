"""The links between speakers and their Slack identities."""

from functools import partial

from postbox.links.link import Link
from postbox.store import keys
from postbox.store.codec import from_record, to_record
from postbox.store.table import Table, put

PERSONAL = "personal"
"""The one link of a self-hosted Earshot whose token its owner put into Parameter Store."""


class Links:
    """All links, found by id or by team."""

    def __init__(self, table: Table) -> None:
        """Keep links in this table."""
        self._table = table

    def get(self, link_id: str) -> Link | None:
        """Return a link, or None when nobody made it yet."""
        item = self._table.get(keys.profile(link_id))
        return from_record(Link, item) if item else None

    def of_team(self, team_id: str) -> list[Link]:
        """Return all links into a workspace."""
        entries = self._table.query(keys.team_partition(team_id), "LINK#")
        profiles = [keys.profile(str(entry["sk"]).removeprefix("LINK#")) for entry in entries]
        items = self._table.get_many(profiles)
        links = self._table.sift("Link", partial(from_record, Link), items)
        return [link for link in links if link.team_id == team_id]

    def save(self, link: Link) -> None:
        """Write a link and its place in its team."""
        self._table.apply(
            put({**keys.profile(link.link_id), **to_record(link)}),
            put(dict(keys.team_link(link.team_id, link.link_id))),
        )
