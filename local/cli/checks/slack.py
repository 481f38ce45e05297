"""Slack itself: the app's scopes, how often it may read, and a note that goes all the way round."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from bridge.slack.verdicts import Act, judge
from local.cli import waits
from local.cli.accounts.slack_token import look_at
from local.cli.checks.finding import Finding, again, short
from local.cli.checks.slack_events import renew
from local.cli.deployment import Deployed
from postbox.inbox.stores.inbox import Inbox
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.errors import MailboxError
from postbox.store.table import Table

NOTE = "Earshot looks whether Slack's events arrive. This note goes at once."
LOOP_SECONDS = 15
LIMITED_PAGE = 15
"""So many objects an app gets at most that may read once a minute (docs.slack.dev, rate limits)."""
_RATE = "Slack's rate"


@dataclass(frozen=True)
class Account:
    """Slack's API, and where the token for it is."""

    deployed: Deployed
    api_url: str
    parameter: str

    def token(self) -> str:
        """Return the token; "" where it cannot be read, which another check tells."""
        try:
            ssm = self.deployed.client("ssm")
            found = ssm.get_parameter(Name=self.parameter, WithDecryption=True)
        except (ClientError, BotoCoreError):
            return ""
        return str(found["Parameter"]["Value"])

    def call(self, method: str, **arguments: str) -> dict[str, Any]:
        """Call Slack; a refusal has `error`, as Slack answers, and what never came back, too."""
        try:
            answer = httpx.post(
                f"{self.api_url}{method}",
                data=arguments,
                headers={"Authorization": f"Bearer {self.token()}"},
                timeout=waits.SECONDS,
            )
            said = answer.json()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return {"ok": False, "error": short(error)}
        except ValueError:
            return {"ok": False, "error": f"HTTP {answer.status_code}"}
        return said if isinstance(said, dict) else {}


def scopes(account: Account) -> Iterator[Finding]:
    """Compare what the app may do with what Earshot does; a token that fails is told elsewhere."""
    token = account.token()
    found = look_at(token, account.api_url) if token else None
    if found is None or found.problem:
        return
    if found.missing_scopes:
        missing = f"the app lacks {', '.join(found.missing_scopes)}"
        deployed = account.deployed
        mend = f"{renew(deployed)}; reinstall it in Slack. {again(deployed)}"
        yield Finding("Slack scopes", missing, mend)
    else:
        yield Finding("Slack scopes", "all that Earshot uses")


def rate(account: Account) -> Iterator[Finding]:
    """Find out whether Slack lets the app read once a minute only, a few messages at a time.

    One page tells it where there is more than such an app gets; else a second read does.
    """
    listed = account.call("conversations.list", limit="1", exclude_archived="true")
    for place in listed.get("channels", [])[:1]:
        page = _page(account, place["id"])
        is_whole = len(page.get("messages", [])) <= LIMITED_PAGE and not page.get("has_more")
        if page.get("ok") and is_whole:
            page = _page(account, place["id"])
        yield from _judged_rate(page)


def _page(account: Account, place: str) -> dict[str, Any]:
    return account.call("conversations.history", channel=place, limit=str(LIMITED_PAGE + 1))


def _judged_rate(page: dict[str, Any]) -> Iterator[Finding]:
    is_cut = page.get("has_more") and len(page.get("messages", [])) <= LIMITED_PAGE
    if is_cut or page.get("error") == "ratelimited":
        found = "histories may be read once a minute only: the app counts as distributed"
        mend = "Make the app anew in this workspace: docs/setup.md, and do not distribute it"
        yield Finding(_RATE, found, mend)
    elif page.get("ok"):
        yield Finding(_RATE, "histories may be read as often as Earshot does")


def loop(account: Account, pause: Callable[[float], None]) -> Iterator[Finding]:
    """Post a note to oneself, wait for its event, and take the note away."""
    what = "loop through Slack"
    own = account.call("auth.test").get("user_id", "")
    opened = account.call("conversations.open", users=own)
    place = opened.get("channel", {}).get("id", "")
    posted = account.call("chat.postMessage", channel=place, text=NOTE)
    if not posted.get("ok"):
        problem = str(posted.get("error"))
        yield Finding(what, f"cannot post: {problem}", _postable(account.deployed, problem))
        return
    try:
        came = _came(account.deployed, place, posted["ts"], pause)
    except MailboxError:
        yield Finding(
            what, "cannot be looked for: the table does not answer", again(account.deployed)
        )
        return
    finally:
        account.call("chat.delete", channel=place, ts=posted["ts"])
    if came:
        yield Finding(what, "a note to yourself came back as an event")
    else:
        yield Finding(what, f"no event within {LOOP_SECONDS} s", renew(account.deployed))


def _postable(deployed: Deployed, problem: str) -> str:
    if judge(problem).act is Act.RELINK:
        return again(deployed)
    return "Look at slack-status.com and at this machine's network, then run this again"


def _came(deployed: Deployed, conversation: str, ts: str, pause: Callable[[float], None]) -> bool:
    table = Table(deployed.client("dynamodb"), deployed.table)
    found = Links(table).get(PERSONAL)
    if found is None:
        return False
    inbox = Inbox(table)
    for _ in range(LOOP_SECONDS):
        if inbox.get(found.team_id, conversation, ts) is not None:
            return True
        pause(1.0)
    return False
