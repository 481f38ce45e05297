"""Alexa's own confirmation of who speaks, by their voice PIN: asked for, and what came of it.

https://developer.amazon.com/docs/alexa/custom-skills/pin-confirmation-for-alexa-skills.html
"""

from collections.abc import Mapping
from typing import Any

from ask_sdk_model.interfaces.connections.on_completion import OnCompletion
from ask_sdk_model.interfaces.connections.v1.start_connection_directive import (
    StartConnectionDirective,
)

URI = "connection://AMAZON.VerifyPerson/2"
LEVEL = 400
"""Amazon's level of confidence for a voice that said its PIN."""


def directive(request_id: str) -> StartConnectionDirective:
    """Return what has Alexa ask; her answer names this request."""
    policy = {"policyName": "VOICE_PIN"}
    level = {"level": LEVEL, "customPolicy": policy}
    return StartConnectionDirective(
        uri=URI,
        on_completion=OnCompletion.RESUME_SESSION,
        input={"requestedAuthenticationConfidenceLevel": level},
        token=request_id,
    )


def is_achieved(request: Any, attributes: Mapping[str, Any]) -> bool:
    """Whether a SessionResumedRequest says that the PIN was right, and is for what was asked."""
    cause = request.cause
    asked = attributes.get("request_id")
    if cause is None or not asked or cause.token != asked:
        return False
    result = cause.result if isinstance(cause.result, Mapping) else {}
    return str(getattr(cause.status, "code", "")) == "200" and result.get("status") == "ACHIEVED"
