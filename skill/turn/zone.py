"""The listener's time zone: the Echo's, else that of the Slack profile."""

from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from postbox.links.link import Link
from postbox.store.errors import MailboxUnavailable
from skill.turn.request import Device, Request
from skill.turn.timing import DeviceUnreachable, Timing, Zones

ASKING_SECONDS = 2.5
"""Connecting, encrypting, the answer's head and its body; with less time Alexa is not asked."""


def zone_of(request: Request, link: Link | None, zones: Zones, timing: Timing) -> tzinfo | None:
    """Return the zone in which times are told to this listener, or None where none is known.

    Alexa is asked at most once a day for each device, and for so many seconds at most.
    """
    device = _device_zone(request.device, request.link_id, zones, timing) if request.device else ""
    return zone_named(device) or zone_named(link.zone if link else "")


def zone_named(name: str) -> tzinfo | None:
    """Return the zone of this name, or None where the world has none."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _device_zone(device: Device, link_id: str, zones: Zones, timing: Timing) -> str:
    now = timing.clock()
    try:
        known = zones.kept.of(link_id, device.id, now)
    except MailboxUnavailable:
        known = None
    if known is not None:
        return known
    if timing.seconds_left < ASKING_SECONDS:
        return ""
    try:
        zone = zones.devices.time_zone(device)
    except DeviceUnreachable:
        zone = ""
    try:
        zones.kept.keep(link_id, device.id, zone, now)
    except MailboxUnavailable:
        return zone
    return zone
