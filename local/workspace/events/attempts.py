"""One attempt to bring something to the address for events, and how it can end."""

import hashlib
import hmac
import json
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

ANSWER_WITHIN_SECONDS = 3.0
"""Slack takes a later answer for a failure, whatever it says."""

Headers = Mapping[str, str]
Answer = int | tuple[int, Headers] | tuple[int, Headers, bytes]
"""The status of a response; with it, where they are known, its headers and its body."""
Transport = Callable[[Headers, bytes], Answer]
"""Takes a request to the address for events. Raises OSError, or DeliveryFailed, for no answer."""

_SUCCESS = range(200, 300)


class DeliveryFailed(Exception):
    """No answer; `reason` is the word that Slack has for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Attempt:
    """What came of an attempt. `retry` is 0 for the first; `reason` is "" for a success."""

    payload: Mapping[str, Any]
    at: float
    retry: int = 0
    status: int | None = None
    reason: str = ""
    refuses_retries: bool = False
    body: bytes | None = None


@dataclass(frozen=True)
class Sender:
    """Signs and sends. The clock, in epoch seconds, also tells whether an answer came in time."""

    transport: Transport
    signing_secret: str
    clock: Callable[[], float]

    def send(self, payload: Mapping[str, Any], retry: int = 0, because: str = "") -> Attempt:
        """Send a payload; `retry` and `because` say that it is sent again, and why."""
        body = json.dumps(payload, separators=(",", ":")).encode()
        began = self.clock()
        try:
            answer = self.transport(self._headers(body, began, retry, because), body)
        except Exception as fault:  # noqa: BLE001 - whatever an endpoint does, Slack goes on
            return Attempt(payload, began, retry, reason=_reason(fault))
        late = self.clock() - began > ANSWER_WITHIN_SECONDS
        return _judged(Attempt(payload, began, retry), answer, late)

    def _headers(self, body: bytes, now: float, retry: int, because: str) -> dict[str, str]:
        headers = {
            "Accept": "*/*",
            "Content-Type": "application/json",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            **signature_headers(self.signing_secret, body, now),
        }
        if retry:
            headers |= {"x-slack-retry-num": str(retry), "x-slack-retry-reason": because}
        return headers


def _judged(attempt: Attempt, answer: Answer, late: bool) -> Attempt:
    status, headers, body = _parts(answer)
    reason = "" if status in _SUCCESS else "http_error"
    return Attempt(
        attempt.payload,
        attempt.at,
        attempt.retry,
        status,
        reason="http_timeout" if late else reason,
        refuses_retries=bool(reason) and not late and _says_no_retry(headers),
        body=body,
    )


def _parts(answer: Answer) -> tuple[int, Headers, bytes | None]:
    if isinstance(answer, int):
        return answer, {}, None
    return answer[0], answer[1], answer[2] if len(answer) > 2 else None


def _says_no_retry(headers: Headers) -> bool:
    return any(n.lower() == "x-slack-no-retry" and v.strip() == "1" for n, v in headers.items())


def _reason(fault: Exception) -> str:
    if isinstance(fault, DeliveryFailed):
        return fault.reason
    if isinstance(fault, TimeoutError):
        return "http_timeout"
    if isinstance(fault, ssl.SSLError):
        return "ssl_error"
    return "connection_failed" if isinstance(fault, OSError) else "unknown_error"


def signature_headers(secret: str, body: bytes, now: float) -> dict[str, str]:
    """Return the headers that prove that Slack sent this body, at `now` in epoch seconds.

    See docs.slack.dev/authentication/verifying-requests.
    """
    timestamp = str(int(now))
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
