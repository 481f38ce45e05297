"""Slack's Web API, as far as Earshot calls it: the only file that knows slack_sdk.

Nothing is retried here. `WebClient` by itself sends a POST again when the connection drops after
Slack has read it, which posts twice; whoever calls decides, knowing what is certain.
"""

import logging
import socket
import ssl
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bridge.slack_shapes import Identity, conversation, is_message, post_of
from bridge.slack_trouble import SlackLimited, SlackRefused, SlackUnclear, SlackUnreachable
from mailbox.directory import Conversation, Person
from mailbox.outbound import OutboundMessage

TIMEOUT_SECONDS = 4
READ_BACK_PAGES = 5
READ_BACK_MARGIN_SECONDS = 60
"""How far before the first attempt to look, for clocks that differ."""
PAGE = 200
NAMES_PAGE = 999
"""As many as Slack gives at once: 10,000 people then fit into one minute's calls."""
DEFAULT_PAUSE_SECONDS = 30

_NOT_CONNECTED = (ConnectionRefusedError, socket.gaierror, ssl.SSLCertVerificationError)


class SlackGateway:
    """Calls to one Slack, each with the token of the link that it is for."""

    def __init__(self, base_url: str, timeout: float = TIMEOUT_SECONDS) -> None:
        """Call the Web API at this address, such as https://slack.com/api/.

        The timeout is in seconds, for each socket operation.
        """
        self._client = WebClient(
            base_url=base_url,
            timeout=timeout,  # type: ignore[arg-type]  # urllib takes fractions of a second too
            retry_handlers=[],
            logger=_silent_logger(),
        )

    def post(self, token: str, message: OutboundMessage) -> str:
        """Post a message and return its ts."""
        answer = self._call("chat.postMessage", token, json=post_of(message))
        ts = answer.get("ts")
        if not isinstance(ts, str):
            raise SlackUnclear("an answer without ts")
        return ts

    def find(self, token: str, message: OutboundMessage, since: float) -> str | None:
        """Return the ts of a message if it was posted at or after `since`, else None.

        Raises SlackUnclear when the conversation holds more than can be looked through.
        """
        where: dict[str, Any] = {
            "channel": message.conversation_id,
            "oldest": f"{since - READ_BACK_MARGIN_SECONDS:.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
        }
        method = "conversations.history"
        if message.thread_ts:
            method = "conversations.replies"
            where["ts"] = message.thread_ts
        for number, page in enumerate(self._pages(method, token, where), start=1):
            for found in page.get("messages", []):
                if is_message(found, message.id):
                    return str(found["ts"])
            if number == READ_BACK_PAGES:
                raise SlackUnclear("too much to look through")
        return None

    def identity(self, token: str) -> Identity:
        """Return whom the token speaks for."""
        answer = self._call("auth.test", token)
        return Identity(
            str(answer.get("team_id", "")),
            str(answer.get("user_id", "")),
            str(answer.get("user", "")),
        )

    def people(self, token: str) -> Iterator[Person]:
        """Yield the members of the workspace, also former ones: their messages remain."""
        for page in self._pages("users.list", token, {"limit": NAMES_PAGE}):
            for member in page.get("members", []):
                profile = member.get("profile", {})
                yield Person(
                    id=member["id"],
                    real_name=profile.get("real_name") or member.get("real_name", ""),
                    display_name=profile.get("display_name", ""),
                )

    def conversations(self, token: str) -> Iterator[Conversation]:
        """Yield the conversations that the speaker is in, less archived ones."""
        asked = {
            "types": "public_channel,private_channel,mpim,im",
            "exclude_archived": True,
            "limit": NAMES_PAGE,
        }
        for page in self._pages("users.conversations", token, asked):
            for each in page.get("channels", []):
                yield conversation(each)

    def _pages(self, method: str, token: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = self._call(method, token, params={**asked, "cursor": cursor})
            yield page
            # A page may be empty while more follow: the cursor alone tells the end.
            cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                return

    def _call(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"}
        try:
            answer = self._client.api_call(method, headers=headers, **arguments)
        except SlackApiError as error:
            raise _told(error) from None
        except URLError as error:
            kind = SlackUnreachable if isinstance(error.reason, _NOT_CONNECTED) else SlackUnclear
            raise kind(type(error.reason).__name__) from None
        except (SlackClientError, HTTPException, OSError, ValueError) as error:
            raise SlackUnclear(type(error).__name__) from None
        data = answer.data
        return data if isinstance(data, dict) else {}


def _silent_logger() -> logging.Logger:
    # slack_sdk logs answers that it cannot read, and at DEBUG what is posted.
    logger = logging.getLogger("earshot.slack_sdk")
    logger.setLevel(logging.CRITICAL + 1)
    return logger


def _told(error: SlackApiError) -> Exception:
    response = error.response
    if response.status_code == 429:
        return SlackLimited(_pause(response.headers))
    data = response.data
    code = data.get("error") if isinstance(data, dict) else None
    # With a body that is not JSON, slack_sdk puts the body itself where the code belongs.
    if response.status_code >= 500 or not isinstance(code, str) or not _is_code(code):
        return SlackUnclear(f"HTTP {response.status_code}")
    if code in {"ratelimited", "rate_limited"}:
        return SlackLimited(_pause(response.headers))
    return SlackRefused(code)


def _is_code(code: str) -> bool:
    return code.isascii() and code.replace("_", "").isalnum()


def _pause(headers: Any) -> int:
    given = {str(name).lower(): value for name, value in dict(headers).items()}
    value = given.get("retry-after", "")
    value = value[0] if isinstance(value, list) else value
    return max(1, int(value)) if str(value).isdigit() else DEFAULT_PAUSE_SECONDS
