"""Slack's signature of a request (docs.slack.dev/authentication/verifying-requests)."""

import hashlib
import hmac


def signature_headers(secret: str, body: bytes, now: float) -> dict[str, str]:
    """Return the headers that prove that Slack sent this body, at `now` in epoch seconds."""
    timestamp = str(int(now))
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
