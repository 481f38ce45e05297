"""Proof Key for Code Exchange, S256 and nothing else (RFC 7636). Pure."""

import base64
import hashlib
import re

from postbox.accounts.digests import same

METHOD = "S256"
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def is_challenge(challenge: str) -> bool:
    """Whether this can be the S256 challenge of any verifier."""
    return _CHALLENGE.fullmatch(challenge) is not None


def is_verifier(verifier: str) -> bool:
    """Whether this can be a verifier (RFC 7636, 4.1)."""
    return _VERIFIER.fullmatch(verifier) is not None


def challenge_of(verifier: str) -> str:
    """Return a verifier's S256 challenge."""
    hashed = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode("ascii")


def proves(verifier: str, challenge: str) -> bool:
    """Whether a verifier is the one that a challenge was made of."""
    return is_verifier(verifier) and same(challenge_of(verifier), challenge)
