"""Requests as Alexa sends them.

Fields and ids are those of Amazon's "Request and Response JSON Reference" for a custom skill.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from local.interaction_model import Intent, Slot

Resolve = Callable[[str, str], dict[str, Any] | None]
"""From a slot type and what was said to its `resolutions`; None for a type without any."""

API_ENDPOINT = "https://api.amazonalexa.com"
ACCESS_TOKEN = "access-token-of-a-virtual-echo"

_SCREEN_INTERFACE = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": "1.21"}}}
_SCREEN = {
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False}],
    "shape": "RECTANGLE",
    "pixelWidth": 1024,
    "pixelHeight": 600,
    "dpi": 160,
    "currentPixelWidth": 1024,
    "currentPixelHeight": 600,
    "touch": ["SINGLE"],
}


@dataclass
class Session:
    """A conversation with the skill, from the invocation to its end."""

    id: str
    is_new: bool = True
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Device:
    """Who speaks to which skill on what."""

    skill_id: str
    user_id: str
    device_id: str
    locale: str
    has_screen: bool = False
    api_endpoint: str = API_ENDPOINT
    person_id: str | None = None
    """The voice that Alexa recognizes; None where she recognizes none."""
    access_token: str | None = None
    """Of the account that the Amazon account linked."""
    voice_pin: str | None = None
    """The recognized person's, in their own Alexa profile; None where they set none."""
    person_token: str | None = None
    """Of the account that the recognized person linked."""

    def envelope(self, session: Session, request: dict[str, Any]) -> dict[str, Any]:
        """Return what the skill's Lambda is invoked with."""
        application = {"applicationId": self.skill_id}
        user = {"userId": self.user_id, **_token(self.access_token)}
        context: dict[str, Any] = {
            "System": {
                "application": application,
                "user": user,
                "device": {
                    "deviceId": self.device_id,
                    "supportedInterfaces": _SCREEN_INTERFACE if self.has_screen else {},
                },
                "apiEndpoint": self.api_endpoint,
                "apiAccessToken": ACCESS_TOKEN,
            }
        }
        if self.person_id is not None:
            person = {"personId": self.person_id, **_token(self.person_token)}
            # Amazon's level for a voice that was recognized and said no code of Alexa's own.
            context["System"]["person"] = person | {"authenticationConfidenceLevel": {"level": 300}}
        if self.has_screen:
            context["Viewport"] = _SCREEN
        return {
            "version": "1.0",
            "session": {
                "new": session.is_new,
                "sessionId": session.id,
                "application": application,
                "attributes": session.attributes,
                "user": user,
            },
            "context": context,
            "request": request,
        }


def _token(token: str | None) -> dict[str, str]:
    return {} if token is None else {"accessToken": token}


class RequestMaker:
    """Makes the `request` part of envelopes; the ids come from one source of randomness."""

    def __init__(self, random: Random, locale: str, resolve: Resolve) -> None:
        """Make requests in `locale`; `resolve` is asked about slots that hold something."""
        self._random = random
        self._locale = locale
        self._resolve = resolve

    def session(self) -> Session:
        """Return a new session."""
        return Session(f"amzn1.echo-api.session.{self._uuid()}")

    def launch(self, now: float) -> dict[str, Any]:
        """Return what "open slack" leads to."""
        return self._request("LaunchRequest", now) | {"shouldLinkResultBeReturned": False}

    def intent(
        self,
        now: float,
        intent: Intent,
        values: Mapping[str, str | None],
        dialog_state: str | None,
    ) -> dict[str, Any]:
        """Return an intent with the values of its slots.

        Args:
            now: epoch seconds.
            intent: as the model has it.
            values: by the name of the slot; a slot without one goes without.
            dialog_state: STARTED or IN_PROGRESS when the intent has a dialog.
        """
        said: dict[str, Any] = {"name": intent.name, "confirmationStatus": "NONE"}
        if intent.slots:
            said["slots"] = {
                slot.name: self._slot(slot, values.get(slot.name)) for slot in intent.slots
            }
        request = self._request("IntentRequest", now) | {"intent": said}
        if dialog_state is not None:
            request["dialogState"] = dialog_state
        return request

    def session_resumed(self, now: float, cause: dict[str, Any]) -> dict[str, Any]:
        """Return how Alexa comes back from what she did herself."""
        return self._request("SessionResumedRequest", now) | {"cause": cause}

    def session_ended(
        self, now: float, reason: str, error: tuple[str, str] | None = None
    ) -> dict[str, Any]:
        """Return the end of a session: its reason, and for ERROR the type and the message."""
        request = self._request("SessionEndedRequest", now) | {"reason": reason}
        if error is not None:
            request["error"] = {"type": error[0], "message": error[1]}
        return request

    def _slot(self, slot: Slot, value: str | None) -> dict[str, Any]:
        filled: dict[str, Any] = {"name": slot.name, "confirmationStatus": "NONE"}
        if value is None:
            return filled
        known = self._resolve(slot.type, value)
        meant = {} if known is None else {"resolutions": known}
        said = {"type": "Simple", "value": value, **meant}
        return filled | {"value": value, **meant, "source": "USER", "slotValue": said}

    def _request(self, kind: str, now: float) -> dict[str, Any]:
        return {
            "type": kind,
            "requestId": f"amzn1.echo-api.request.{self._uuid()}",
            "locale": self._locale,
            "timestamp": datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self._random.getrandbits(128), version=4)
