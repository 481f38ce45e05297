"""Until when Slack wants nothing posted in a workspace."""

from postbox.store import keys
from postbox.store.items import Item, put
from postbox.store.table import Table


class Pauses:
    """The pauses that Slack asked for, by workspace."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def until(self, team_id: str) -> float:
        """Return the end of the latest pause in epoch seconds; 0 when there was none."""
        item = self._table.get(keys.pause(team_id))
        return self._table.sift_one("Pause", _until, item) or 0.0

    def set(self, team_id: str, until: float) -> None:
        """Remember a pause of a whole workspace."""
        item = {"until": until, "expires_at": int(until) + 60}
        self._table.apply(put({**keys.pause(team_id), **item}))


def _until(item: Item) -> float:
    return float(item["until"])
