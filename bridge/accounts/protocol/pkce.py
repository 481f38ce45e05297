"""Proof Key for Code Exchange, S256 and nothing else: shapes (RFC 7636, 4.1 and 4.2). Pure."""

import re

METHOD = "S256"
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def is_challenge(challenge: str) -> bool:
    """Whether this can be the S256 challenge of any verifier."""
    return _CHALLENGE.fullmatch(challenge) is not None


def is_verifier(verifier: str) -> bool:
    """Whether this can be a verifier."""
    return _VERIFIER.fullmatch(verifier) is not None
