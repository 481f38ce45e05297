"""What users.list tells of somebody's time zone."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

_LABELS = {
    "ACDT": "Australian Central Daylight Time",
    "ACST": "Australian Central Standard Time",
    "AEDT": "Australian Eastern Daylight Time",
    "AEST": "Australian Eastern Standard Time",
    "AKDT": "Alaska Daylight Time",
    "AKST": "Alaska Standard Time",
    "AWST": "Australian Western Standard Time",
    "BST": "British Summer Time",
    "CDT": "Central Daylight Time",
    "CEST": "Central European Summer Time",
    "CET": "Central European Time",
    "CST": "Central Standard Time",
    "EDT": "Eastern Daylight Time",
    "EEST": "Eastern European Summer Time",
    "EET": "Eastern European Time",
    "EST": "Eastern Standard Time",
    "GMT": "Greenwich Mean Time",
    "HST": "Hawaii-Aleutian Standard Time",
    "IST": "India Standard Time",
    "JST": "Japan Standard Time",
    "MDT": "Mountain Daylight Time",
    "MST": "Mountain Standard Time",
    "NZDT": "New Zealand Daylight Time",
    "NZST": "New Zealand Standard Time",
    "PDT": "Pacific Daylight Time",
    "PST": "Pacific Standard Time",
    "UTC": "Coordinated Universal Time",
}


def zone_facts(zone: str, now: float) -> dict[str, Any]:
    """Return `tz`, `tz_label` and `tz_offset`, in seconds, as they are at this moment."""
    local = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(zone))
    offset, short = local.utcoffset(), local.tzname() or zone
    assert offset is not None
    return {
        "tz": zone,
        "tz_label": _LABELS.get(short, f"UTC{short}" if short[0] in "+-" else short),
        "tz_offset": int(offset.total_seconds()),
    }
