"""Where in time the devices of links stand: what Alexa said of them, kept for a while."""

import hashlib

from postbox.store import keys
from postbox.store.items import Item, put, text_in
from postbox.store.keys import DAY
from postbox.store.table import Table

KEPT = float(DAY)
KEPT_WHEN_UNKNOWN = 600.0
"""An Alexa that does not answer would cost every answer the wait for her."""


class Zones:
    """The time zones of all devices that were asked about."""

    def __init__(self, table: Table) -> None:
        """Keep them in this table."""
        self._table = table

    def of(self, link_id: str, device_id: str, now: float) -> str | None:
        """Return the zone's name, "" when it could not be told lately, None when to ask for it."""
        item = self._table.get(keys.zone(link_id, _short(device_id)))
        found = self._table.sift_one("Zone", _zone, item)
        return None if found is None or now >= found[0] else found[1]

    def keep(self, link_id: str, device_id: str, zone: str, now: float) -> None:
        """Remember a zone for a day; "" for some minutes only."""
        until = now + (KEPT if zone else KEPT_WHEN_UNKNOWN)
        key = keys.zone(link_id, _short(device_id))
        item = {**key, "zone": zone, "until": until, "expires_at": int(until) + DAY}
        self._table.apply(put(item))


def _zone(item: Item) -> tuple[float, str]:
    """Return until when a zone counts, and its name."""
    return float(item["until"]), text_in(item, "zone")


def _short(device_id: str) -> str:
    return hashlib.sha256(device_id.encode()).hexdigest()[:24]
