"""Alexa's device settings API, as far as the skill asks it: where in time an Echo stands.

https://developer.amazon.com/docs/alexa/smapi/device-settings-api-reference.html
"""

import json
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

from postbox.frozen import Frozen
from skill.turn.request import Device
from skill.turn.timing import DeviceUnreachable

TIMEOUTS = (0.4, 0.8)
"""Seconds for each half of connecting, and of answering; `turn/zone.py` has time for them all."""
MOST_BYTES = 256
_ALEXA = frozenset({"api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com"})
"""Where Alexa's service API is
(https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html)."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class DeviceSettings(Frozen):
    """Asks Alexa about devices."""

    allows_loopback: bool = False
    """Whether plain http is good enough on this very machine, where the virtual Echo is."""
    timeouts: tuple[float, float] = TIMEOUTS

    def time_zone(self, device: Device) -> str:
        """Return the name of a device's time zone, "" where its owner set none.

        Raises DeviceUnreachable.
        """
        if not self._is_trusted(device.api_endpoint):
            raise DeviceUnreachable("not an address for an access token")
        path = f"/v2/devices/{quote(device.id, safe='')}/settings/System.timeZone"
        return _asked(device, path, self.timeouts)

    def _is_trusted(self, endpoint: str) -> bool:
        try:
            address = urlsplit(endpoint)
            name = address.hostname
        except ValueError:
            return False
        if address.scheme == "https":
            return self._is_alexas(address)
        return self.allows_loopback and address.scheme == "http" and name in _LOOPBACK

    @staticmethod
    def _is_alexas(address: SplitResult) -> bool:
        """Whether an address is one of Alexa's, and nothing else is in it."""
        return address.netloc.lower() in _ALEXA


def device(identifier: str | None, endpoint: str | None, token: str | None) -> Device | None:
    """Return the device that a request tells of, if it tells all of it."""
    if not (identifier and endpoint and token):
        return None
    return Device(identifier, endpoint, token)


def _asked(device: Device, path: str, timeouts: tuple[float, float]) -> str:
    import requests  # noqa: PLC0415 - half of a cold start; few answers need it

    url = device.api_endpoint.rstrip("/") + path
    headers = {"Authorization": f"Bearer {device.api_access_token}", "Accept": "application/json"}
    try:
        with requests.Session() as session:
            # Neither proxies nor .netrc of the environment have a say in where the token goes.
            session.trust_env = False
            with session.get(
                url, headers=headers, timeout=timeouts, allow_redirects=False, stream=True
            ) as answer:
                return _read(answer)
    except (requests.RequestException, OSError, ValueError) as error:
        raise DeviceUnreachable(type(error).__name__) from None


def _read(answer: Any) -> str:
    if answer.status_code == 204:
        return ""
    if answer.status_code != 200:
        raise DeviceUnreachable(f"status {answer.status_code}")
    said = json.loads(answer.raw.read(MOST_BYTES, decode_content=True))
    if not isinstance(said, str):
        raise DeviceUnreachable("not a name")
    return said
