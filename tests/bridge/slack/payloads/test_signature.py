"""Only what Slack signed within five minutes gets in."""

import hashlib
import hmac

import pytest
from hypothesis import given, strategies as st
from slack_sdk.signature import Clock, SignatureVerifier

from bridge.slack.payloads.signature import is_signed

NOW = 1_790_000_000
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"


def headers(body: bytes, timestamp: str = str(NOW), secret: str = SECRET) -> dict[str, str]:
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": timestamp, "x-slack-signature": f"v0={digest}"}


@pytest.mark.parametrize("body", [b"", b"{}", b'{"a": "\xc3\xa9"}', b"\xff\x00"])
def test_a_body_that_slack_signed_is_let_in(body):
    assert is_signed(SECRET, headers(body), body, NOW)


@pytest.mark.parametrize("age", [-300, -299, 0, 299, 300])
def test_a_signature_counts_for_five_minutes(age):
    assert is_signed(SECRET, headers(b"{}"), b"{}", NOW + age)


@pytest.mark.parametrize("age", [-301, 301, 86400])
def test_a_signature_older_or_from_the_future_does_not(age):
    assert not is_signed(SECRET, headers(b"{}"), b"{}", NOW + age)


@pytest.mark.parametrize(
    "changed",
    [
        {"x-slack-request-timestamp": "abc"},
        {"x-slack-request-timestamp": ""},
        {"x-slack-request-timestamp": "-5"},
        {"x-slack-request-timestamp": "١٧٩٠٠٠٠٠٠٠"},
        {"x-slack-request-timestamp": "9" * 400},
        {"x-slack-signature": ""},
        {"x-slack-signature": "v0=é"},
        {"x-slack-signature": "v0=\ud800"},
        {"x-slack-signature": "v0=" + "0" * 64},
    ],
)
def test_other_headers_are_refused_without_a_fuss(changed):
    assert not is_signed(SECRET, headers(b"{}") | changed, b"{}", NOW)


def test_headers_that_are_missing_are_refused():
    assert not is_signed(SECRET, {}, b"{}", NOW)


def test_without_a_secret_nothing_is_let_in():
    assert not is_signed("", headers(b"{}", secret=""), b"{}", NOW)


def test_another_body_is_refused():
    assert not is_signed(SECRET, headers(b"{}"), b"{ }", NOW)


class _Now(Clock):
    def now(self) -> float:
        return NOW


@given(st.text(max_size=40), st.integers(NOW - 400, NOW + 400), st.booleans())
def test_slacks_own_library_agrees(text, timestamp, genuine):
    body = text.encode()
    signed = headers(body if genuine else b"other" + body, str(timestamp))
    theirs = SignatureVerifier(SECRET, _Now()).is_valid_request(body, signed)
    assert is_signed(SECRET, signed, body, NOW) == theirs
