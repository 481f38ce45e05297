"""Who may stand before which Echo: Amazon accounts, their devices, voices that Alexa knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from local.echo.echo import ACCOUNT


@dataclass(frozen=True)
class EchoDevice:
    """A device in a room."""

    id: str
    name: str
    has_screen: bool = False


@dataclass(frozen=True)
class AmazonAccount:
    """An Amazon account: its devices, and the people whose voices Alexa recognizes at them."""

    user_id: str
    name: str
    devices: tuple[EchoDevice, ...]
    voices: tuple[str, ...]


Thing = TypeVar("Thing")

HOUSEHOLDS = (
    AmazonAccount(
        ACCOUNT,
        "Giselle's account",
        (
            EchoDevice("amzn1.ask.device.LOCAL", "Kitchen"),
            EchoDevice("amzn1.ask.device.SCREEN", "Living room, with a screen", has_screen=True),
        ),
        ("Giselle", "Kevin Park"),
    ),
    AmazonAccount(
        "amzn1.ask.account.ANOTHER",
        "Ana's account",
        (EchoDevice("amzn1.ask.device.DESK", "Ana's desk"),),
        ("Ana Lima",),
    ),
)


class NotThere(ValueError):
    """There is no such account, device or voice; the message says which there are."""


@dataclass(frozen=True)
class Standing:
    """Somebody before an Echo."""

    account: AmazonAccount = HOUSEHOLDS[0]
    device: EchoDevice = HOUSEHOLDS[0].devices[0]
    voice: str = ""
    """The full name of a recognized voice; "" for one that Alexa does not recognize."""

    @property
    def person_id(self) -> str | None:
        """What requests call the recognized person."""
        return person_id_of(self.voice) if self.voice else None

    @property
    def told(self) -> str:
        """Who speaks where, in a few words; "" where nobody chose."""
        if self == Standing():
            return ""
        return ", ".join(filter(None, (self.voice, self.device.name)))


def person_id_of(voice: str) -> str:
    """Return Alexa's id for the person of this voice."""
    return f"amzn1.ask.person.{voice.upper().replace(' ', '')}"


def standing(asked: Mapping[str, Any]) -> Standing:
    """Return who is asked for, by the account's and the device's id and the voice's name.

    A device that is left out is the account's first one, a voice that is left out none that Alexa
    knows. Raises NotThere.
    """
    account = _one_of(
        {account.user_id: account for account in HOUSEHOLDS}, asked.get("account"), "account"
    )
    devices = {device.id: device for device in account.devices}
    device = _one_of(devices, asked.get("device") or account.devices[0].id, "device")
    voices = {"": "", **{voice: voice for voice in account.voices}}
    return Standing(account, device, _one_of(voices, asked.get("voice") or "", "voice"))


def _one_of(known: Mapping[str, Thing], wanted: object, kind: str) -> Thing:
    if not isinstance(wanted, str) or wanted not in known:
        raise NotThere(f"There is no such {kind} here; there is: {', '.join(filter(None, known))}.")
    return known[wanted]
