"""Slack's signature over a request (https://docs.slack.dev/authentication/verifying-requests).

Ten lines of our own, because importing slack_sdk for them would cost the receive Lambda most of its
cold start, and Slack gives it three seconds.
"""

import hashlib
import hmac
from collections.abc import Mapping

WINDOW_SECONDS = 300


def is_signed(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> bool:
    """Whether Slack signed this body within five minutes; header names are in lower case."""
    timestamp = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    if not (secret and timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 20):
        return False
    if abs(now - int(timestamp)) > WINDOW_SECONDS:
        return False
    signed = b"v0:" + timestamp.encode() + b":" + body
    expected = "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))
