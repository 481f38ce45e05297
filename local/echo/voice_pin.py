"""Alexa's own confirmation of a voice: what she takes to ask for a PIN, and what comes of it.

What she says herself, and how often she asks again, is not written anywhere: here it is once.
"""

from typing import Any

START = "Connections.StartConnection"
VERIFY_PERSON = "connection://AMAZON.VerifyPerson/2"
QUESTION = "What's your PIN?"
_INPUT = {
    "requestedAuthenticationConfidenceLevel": {
        "level": 400,
        "customPolicy": {"policyName": "VOICE_PIN"},
    }
}
_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = {name: str(digit) for digit, name in enumerate(_NAMES)}


def problems(directive: dict[str, Any], response: dict[str, Any]) -> list[str]:
    """Return why Alexa would not ask for a PIN."""
    found = []
    if directive.get("uri") != VERIFY_PERSON:
        found.append(f"This Echo starts no connection {directive.get('uri')}.")
    if directive.get("input") != _INPUT:
        found.append("AMAZON.VerifyPerson asks for level 400 by VOICE_PIN.")
    if directive.get("onCompletion") != "RESUME_SESSION" or not directive.get("token"):
        found.append("AMAZON.VerifyPerson comes back by RESUME_SESSION, with a token.")
    if "shouldEndSession" in response:
        found.append("An answer that starts a connection does not say whether the session ends.")
    return found


def outcome(pin: str | None, said: str) -> dict[str, str]:
    """Return what Alexa tells of a PIN that was said; of a voice without one as well."""
    if pin is None:
        return {"status": "NOT_ENABLED", "reason": "VERIFICATION_METHOD_NOT_SETUP"}
    digits = "".join(_DIGITS.get(word, word) for word in said.lower().split())
    return {"status": "ACHIEVED" if digits == pin else "NOT_ACHIEVED"}


def cause(token: str, result: dict[str, str]) -> dict[str, Any]:
    """Return why a session is resumed."""
    status = {"code": "200", "message": "OK"}
    return {"type": "ConnectionCompleted", "token": token, "status": status, "result": result}
