"""How a call to Slack can go wrong, split by what is certain afterwards."""

from collections.abc import Mapping
from typing import Any

DEFAULT_PAUSE_SECONDS = 30


class SlackError(Exception):
    """A call to Slack that did not come to what was asked."""


class SlackRefused(SlackError):
    """Slack answered, and said no."""

    def __init__(self, code: str) -> None:
        """Keep Slack's error code; never the body, which may hold text."""
        super().__init__(code)
        self.code = code


class SlackLimited(SlackError):
    """Slack wants to be asked again only after some seconds; nothing was done."""

    def __init__(self, seconds: int) -> None:
        """Keep Slack's Retry-After."""
        super().__init__(f"limited for {seconds} s")
        self.seconds = seconds


class SlackUnreachable(SlackError):
    """No connection was made; nothing was sent."""


class NoTime(SlackUnreachable):
    """The function may end before Slack answers; nothing was sent."""


class SlackUnclear(SlackError):
    """The call was made, and nobody knows what came of it."""


def refusal(status: int, headers: Mapping[str, Any], data: object) -> SlackError:
    """Return what an answer without `ok: true` comes to; it may be no JSON at all."""
    if status == 429:
        return SlackLimited(_pause(headers))
    code = data.get("error") if isinstance(data, dict) else None
    # With a body that is not JSON, slack_sdk puts the body itself where the code belongs.
    if status >= 500 or not isinstance(code, str) or not _is_code(code):
        return SlackUnclear(f"HTTP {status}")
    if code in {"ratelimited", "rate_limited"}:
        return SlackLimited(_pause(headers))
    return SlackRefused(code)


def _is_code(code: str) -> bool:
    return code.isascii() and code.replace("_", "").isalnum()


def _pause(headers: Mapping[str, Any]) -> int:
    given = {str(name).lower(): value for name, value in headers.items()}
    value = given.get("retry-after", "")
    value = value[0] if isinstance(value, list) else value
    return max(1, int(value)) if str(value).isdigit() else DEFAULT_PAUSE_SECONDS
