"""What links want to hear of links, code and emoji: each kind changed by itself."""

from mailbox import keys
from mailbox.table import Table, update


class Wishes:
    """The wishes of all links, by kind and as words; skill.rendering.choices has both."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str) -> dict[str, str]:
        """Return what a link wished, by kind; only what it ever wished."""
        item = self._table.get(keys.wishes(link_id)) or {}
        return {name: str(value) for name, value in item.items() if name not in {"pk", "sk"}}

    def wish(self, link_id: str, kind: str, saying: str) -> None:
        """Keep how much of a kind is to be said; the other kinds stay as they are."""
        self._table.apply(update(keys.wishes(link_id), {kind: saying}))
