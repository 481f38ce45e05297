"""What is said instead of a traceback where a command meets what it can do nothing about.

None of what brings an error along is imported here: who raised it has done so.
"""

import errno
import sys
from typing import Any


def in_words(error: Exception) -> str | None:
    """Return one sentence on what stands in the way; None for a fault of Earshot's own."""
    if _is(error, "botocore.exceptions", "ClientError"):
        told: Any = error
        code = told.response.get("Error", {}).get("Code", "refused")
        return f"AWS refuses {told.operation_name} ({code}): docs/setup.md has the permissions."
    if _is(error, "botocore.exceptions", "BotoCoreError"):
        return sys.modules["local.cli.accounts.stopped"].cannot_ask(error)  # type: ignore[no-any-return]
    if _is(error, "postbox.store.errors", "MailboxUnavailable"):
        return f"The deployment's table or queue does not answer ({error}). Look: earshot doctor"
    if _is(error, "httpx", "HTTPError") or _is(error, "httpx", "InvalidURL"):
        return f"No answer came ({type(error).__name__}: {error}). Is what was asked still running?"
    if _is(error, "skill.speech.languages", "UnknownLocale"):
        return f"Earshot does not speak {error}. It speaks en-US, and other English."
    if isinstance(error, OSError) and error.filename and error.errno != errno.EPIPE:
        return f"{error.filename}: {error.strerror}."
    return None


def _is(error: Exception, module: str, name: str) -> bool:
    kind = getattr(sys.modules.get(module), name, None)
    return kind is not None and isinstance(error, kind)
