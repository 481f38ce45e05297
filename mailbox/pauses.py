"""Until when Slack wants nothing posted in a workspace."""

from mailbox import keys
from mailbox.table import Table, put


class Pauses:
    """The pauses that Slack asked for, by workspace."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def until(self, team_id: str) -> tuple[float, str]:
        """Return the end of the latest pause and the conversation that met it; (0.0, "") if none."""
        item = self._table.get(keys.pause(team_id))
        return (float(item["until"]), str(item["conversation_id"])) if item else (0.0, "")

    def set(self, team_id: str, until: float, conversation_id: str) -> None:
        """Remember a pause; an empty conversation id means the whole workspace."""
        item = {"until": until, "conversation_id": conversation_id, "expires_at": int(until) + 60}
        self._table.apply(put({**keys.pause(team_id), **item}))
