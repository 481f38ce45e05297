"""What is stored of a secret: enough to know it again, nothing to get in by. Pure."""

import hashlib
import hmac


def digest(secret: str) -> str:
    """Return the key that an opaque, random token is found by."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def same(given: str, expected: str) -> bool:
    """Whether two secrets are the same; how long it takes tells nothing of either."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8"))
