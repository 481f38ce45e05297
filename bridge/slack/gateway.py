"""Slack's Web API, as far as Earshot calls it: the only file that knows slack_sdk.

Nothing is retried here. `WebClient` by itself sends a POST again when the connection drops after
Slack has read it, which posts twice; whoever calls decides, knowing what is certain.
"""

import logging
import socket
import ssl
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bridge.slack.actions import SlackActions
from bridge.slack.connections import end_in_time
from bridge.slack.errors import NoTime, SlackError, SlackUnclear, SlackUnreachable, refusal
from bridge.slack.payloads.shapes import Identity, Page, is_message, next_cursor, post_of
from bridge.slack.payloads.values import brief, identifier, mapping, mended, rows
from bridge.slack.time_left import TIMEOUT_SECONDS, is_time_for_a_call
from postbox.time_left import seconds_left

if TYPE_CHECKING:
    from bridge.slack.oauth import SlackOAuth
    from bridge.slack.payloads.history import Stretch
    from postbox.directory.entries import Conversation, Person
    from postbox.outbox.commands import SendMessage

READ_BACK_PAGES = 5
READ_BACK_MARGIN_SECONDS = 60
"""How far before the first attempt to look, for clocks that differ."""
PAGE = 200

_NOT_CONNECTED = (ConnectionRefusedError, socket.gaierror, ssl.SSLCertVerificationError)


class SlackGateway:
    """Calls to one Slack, each with the token of the link that it is for."""

    def __init__(self, base_url: str, timeout: float = TIMEOUT_SECONDS) -> None:
        """Call the Web API at this address, such as https://slack.com/api/.

        The timeout is in seconds, for a whole call.
        """
        end_in_time()
        self._client = WebClient(
            base_url=base_url,
            timeout=timeout,  # type: ignore[arg-type]  # urllib takes fractions of a second too
            retry_handlers=[],
            logger=_silent_logger(),
        )
        self.actions = SlackActions(self._call, self._pages)
        """What is done to what is in Slack already, or later."""

    @property
    def oauth(self) -> "SlackOAuth":
        """What the app does in its own name."""
        from bridge.slack.oauth import SlackOAuth  # noqa: PLC0415 - the owner's own app has no need

        return SlackOAuth(self._call)

    def post(self, token: str, message: "SendMessage") -> str:
        """Post a message and return its ts."""
        answer = self._call("chat.postMessage", token, json=post_of(message))
        ts = answer.get("ts")
        if not isinstance(ts, str):
            raise SlackUnclear("an answer without ts")
        return ts

    def open(self, token: str, user_id: str) -> str:
        """Return the speaker's direct message with a user, made where there was none."""
        answer = self._call("conversations.open", token, json={"users": user_id})
        conversation_id = identifier(mapping(answer.get("channel")).get("id"))
        if not conversation_id:
            raise SlackUnclear("an answer without channel")
        return conversation_id

    def find(self, token: str, message: "SendMessage", since: float) -> str | None:
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
            for found in rows(page.get("messages")):
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

    def zone(self, token: str, user_id: str) -> str:
        """Return the time zone of a user's profile, "" where it has none."""
        answer = self._call("users.info", token, params={"user": user_id})
        return brief(mapping(answer.get("user")).get("tz"))

    def bot_name(self, token: str, bot_id: str) -> str:
        """Return what an integration is called, "" where it has no name."""
        answer = self._call("bots.info", token, params={"bot": bot_id})
        return brief(mapping(answer.get("bot")).get("name"))

    def user_groups(self, token: str, user_id: str) -> tuple[str, ...]:
        """Return the ids of the user groups that a user is in, in their order."""
        answer = self._call("usergroups.list", token, params={"include_users": True})
        groups = (row for row in rows(answer.get("usergroups")) if user_id in _members(row))
        return tuple(sorted(filter(None, (identifier(row.get("id")) for row in groups))))

    def people(self, token: str, cursor: str, size: int) -> "Page[Person]":
        """Return a page of the workspace's members, also former ones: their messages remain."""
        from bridge.slack.payloads.entries import person  # noqa: PLC0415 - posting lists nobody

        page = self._call("users.list", token, params={"cursor": cursor, "limit": size})
        found = map(person, rows(page.get("members")))
        return Page([entry for entry in found if entry.id], next_cursor(page))

    def conversations(self, token: str, cursor: str, size: int) -> "Page[Conversation]":
        """Return a page of the conversations that the speaker is in, less archived ones."""
        from bridge.slack.payloads.entries import conversation  # noqa: PLC0415 - as above

        asked = {
            "types": "public_channel,private_channel,mpim,im",
            "exclude_archived": True,
            "limit": size,
            "cursor": cursor,
        }
        page = self._call("users.conversations", token, params=asked)
        found = map(conversation, rows(page.get("channels")))
        return Page([entry for entry in found if entry.id], next_cursor(page))

    def history(
        self, token: str, conversation_id: str, oldest: str, latest: str | None, size: int
    ) -> "Stretch":
        """Return the newest messages of a conversation between two ts, without answers."""
        asked = {"channel": conversation_id, "oldest": oldest, "limit": size}
        until = {"latest": latest} if latest else {}
        return self._stretch("conversations.history", token, {**asked, **until})

    def replies(
        self, token: str, conversation_id: str, thread_ts: str, oldest: str, size: int
    ) -> "Stretch":
        """Return a thread's answers after a ts, and perhaps its parent."""
        asked = {"channel": conversation_id, "ts": thread_ts, "oldest": oldest, "limit": size}
        return self._stretch("conversations.replies", token, asked)

    def _stretch(self, method: str, token: str, asked: dict[str, Any]) -> "Stretch":
        from bridge.slack.payloads.history import stretch  # noqa: PLC0415 - posting reads no events

        return stretch(self._call(method, token, params=asked))

    def _pages(self, method: str, token: str, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = self._call(method, token, params={**asked, "cursor": cursor})
            yield page
            cursor = next_cursor(page)
            if not cursor:
                return

    def _call(self, method: str, token: str, **arguments: Any) -> dict[str, Any]:
        if not is_time_for_a_call():
            raise NoTime(f"{seconds_left():.1f} s left")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            answer = self._client.api_call(method, headers=headers, **arguments)
        except SlackApiError as error:
            raise _told(error) from None
        except URLError as error:
            kind = SlackUnreachable if isinstance(error.reason, _NOT_CONNECTED) else SlackUnclear
            raise kind(type(error.reason).__name__) from None
        except (SlackClientError, HTTPException, OSError, ValueError) as error:
            raise SlackUnclear(type(error).__name__) from None
        return dict(mapping(mended(answer.data)))


def _members(group: Mapping[str, Any]) -> list[Any]:
    members = group.get("users")
    return members if isinstance(members, list) else []


def _silent_logger() -> logging.Logger:
    # slack_sdk logs answers that it cannot read, and at DEBUG what is posted.
    logger = logging.getLogger("earshot.slack_sdk")
    logger.setLevel(logging.CRITICAL + 1)
    return logger


def _told(error: SlackApiError) -> SlackError:
    response = error.response
    return refusal(response.status_code, dict(response.headers), response.data)
