"""What links want to hear, and how: each kind of preference changed by itself."""

from postbox.store import keys
from postbox.store.items import update
from postbox.store.table import Table


class Preferences:
    """The preferences of all links, by kind and as words.

    skill.rendering.choices, skill.reading.preferences and skill.composing.composer have both.
    """

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str) -> dict[str, str]:
        """Return what a link chose, by kind; only what it ever chose."""
        item = self._table.get(keys.preferences(link_id)) or {}
        return {name: str(value) for name, value in item.items() if name not in {"pk", "sk"}}

    def choose(self, link_id: str, kind: str, chosen: str) -> None:
        """Keep what was chosen of a kind; the other kinds stay as they are."""
        self._table.apply(update(keys.preferences(link_id), {kind: chosen}))
