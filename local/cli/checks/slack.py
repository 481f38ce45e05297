"""Slack: the link, the scopes, the events address, and whether events come."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from local.cli.accounts.slack_token import look_at
from local.cli.checks.finding import Finding, short
from local.cli.deployment import Deployed
from postbox.inbox.stores.activity import Activity
from postbox.inbox.stores.inbox import Inbox
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.table import Table

CHALLENGE = "earshot doctor"
NOTE = "Earshot looks whether Slack's events arrive. This note goes at once."
LOOP_SECONDS = 15
SKEW_SECONDS = 60
RENEW = "Update the Slack app from: earshot slack-manifest --events-url"


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
        """Call Slack; a refusal has `error`, as Slack answers."""
        try:
            answer: dict[str, Any] = httpx.post(
                f"{self.api_url}{method}",
                data=arguments,
                headers={"Authorization": f"Bearer {self.token()}"},
                timeout=10,
            ).json()
        except (httpx.HTTPError, ValueError) as error:
            return {"ok": False, "error": type(error).__name__}
        return answer


def links(deployed: Deployed) -> Finding:
    """Have the refresh function take its turns with several people's links."""
    report = _refreshed(deployed)
    if isinstance(report, Finding):
        return report
    if "waiting" not in report:
        return Finding("Slack links", "unknown", "Look at the refresh function's log")
    found = f"{report['links']} looked after, {report['waiting']} wait for their turn"
    problems = report["problems"]
    mend = "Their people have to link again; the refresh function's log counts" if problems else ""
    return Finding("Slack links", f"{found}, {problems} with problems", mend)


def _refreshed(deployed: Deployed) -> dict[str, Any] | Finding:
    try:
        answer = deployed.client("lambda").invoke(
            FunctionName=deployed.function("refresh"), Payload=b'{"detail-type": "doctor"}'
        )
        report: dict[str, Any] = json.loads(answer["Payload"].read())
    except (ClientError, BotoCoreError, ValueError) as error:
        return Finding("Slack link", short(error), "Look at the refresh function's log")
    return report


def link(deployed: Deployed) -> Finding:
    """Have the refresh function look: what it may read is what counts."""
    report = _refreshed(deployed)
    if isinstance(report, Finding):
        return report
    if not report.get("linked"):
        problem = report.get("problem") or report.get("errorMessage") or "unknown"
        return Finding("Slack link", str(problem), "Store a valid token: see docs/configuration.md")
    if not report.get("default_conversation_found"):
        return Finding(
            "default conversation",
            "not found",
            "Join it in Slack, or deploy with --default-conversation",
        )
    return Finding("Slack link", "Slack takes the token")


def scopes(account: Account) -> Iterator[Finding]:
    """Compare what the app may do with what Earshot does; a token that fails is told elsewhere."""
    token = account.token()
    found = look_at(token, account.api_url) if token else None
    if found is None or found.problem:
        return
    if found.missing_scopes:
        missing = f"the app lacks {', '.join(found.missing_scopes)}"
        yield Finding("Slack scopes", missing, f"{RENEW}, reinstall it, store its token")
    else:
        yield Finding("Slack scopes", "all that Earshot uses")


def rate(account: Account) -> Iterator[Finding]:
    """Read a history twice: Slack lets some apps do so once a minute only."""
    listed = account.call("conversations.list", limit="1", exclude_archived="true")
    places = [place["id"] for place in listed.get("channels", [])]
    told = [account.call("conversations.history", channel=id_, limit="1") for id_ in places * 2]
    if any(answer.get("error") == "ratelimited" for answer in told):
        found = "histories may be read once a minute only: the app counts as distributed"
        mend = "Make the app anew in this workspace: docs/setup.md, and do not distribute it"
        yield Finding("Slack's rate", found, mend)
    elif told:
        yield Finding("Slack's rate", "histories may be read as often as Earshot does")


def events(deployed: Deployed, parameter: str, now: float) -> Iterator[Finding]:
    """Ask as Slack asks; the answer tells the time, too."""
    answer = _challenged(deployed, parameter, now)
    if isinstance(answer, Finding):
        yield answer
        return
    yield _answered(deployed, answer)
    stated = answer.headers.get("date")
    if stated and deployed.endpoint is None and deployed.events_url.startswith("https:"):
        yield clock(now - parsedate_to_datetime(stated).timestamp())


def events_address(deployed: Deployed, parameter: str, now: float) -> Finding:
    """Ask as Slack asks when an events address is saved."""
    answer = _challenged(deployed, parameter, now)
    return answer if isinstance(answer, Finding) else _answered(deployed, answer)


def loop(account: Account, pause: Callable[[float], None]) -> Iterator[Finding]:
    """Post a note to oneself, wait for its event, and take the note away."""
    what = "loop through Slack"
    own = account.call("auth.test").get("user_id", "")
    opened = account.call("conversations.open", users=own)
    place = opened.get("channel", {}).get("id", "")
    posted = account.call("chat.postMessage", channel=place, text=NOTE)
    if not posted.get("ok"):
        yield Finding(what, f"cannot post: {posted.get('error')}", "Store a valid token")
        return
    try:
        came = _came(account.deployed, place, posted["ts"], pause)
    finally:
        account.call("chat.delete", channel=place, ts=posted["ts"])
    if came:
        yield Finding(what, "a note to yourself came back as an event")
    else:
        why = f"no event within {LOOP_SECONDS} s"
        yield Finding(what, why, f"{RENEW} {account.deployed.events_url}")


def heard(deployed: Deployed, now: float) -> Iterator[Finding]:
    """Tell when Slack last sent a message's event."""
    table = Table(deployed.client("dynamodb"), deployed.table)
    found = Links(table).get(PERSONAL)
    if found is None:
        return
    newest = Activity(table).since(found.team_id, "0", 1)
    if newest:
        ago = max(0, int(now - newest[0].minute) // 60)
        yield Finding("events from Slack", f"the last message came {ago} min ago")
    else:
        mend = f"{RENEW} {deployed.events_url}"
        yield Finding("events from Slack", "no message ever came", mend)


def signed_headers(secret: str, body: bytes, now: float) -> dict[str, str]:
    """Return the headers with which Slack would send this body."""
    timestamp = str(int(now))
    signed = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": f"v0={digest}",
    }


def _challenged(deployed: Deployed, parameter: str, now: float) -> httpx.Response | Finding:
    try:
        secret = deployed.client("ssm").get_parameter(Name=parameter, WithDecryption=True)
    except (ClientError, BotoCoreError) as error:
        return Finding("events address", short(error), "Store the signing secret first")
    body = json.dumps({"type": "url_verification", "challenge": CHALLENGE}).encode()
    headers = signed_headers(secret["Parameter"]["Value"], body, now)
    try:
        return httpx.post(deployed.events_url, content=body, headers=headers, timeout=10)
    except httpx.HTTPError as error:
        return Finding("events address", short(error), "Deploy again: earshot deploy")


def _answered(deployed: Deployed, answer: httpx.Response) -> Finding:
    if answer.status_code != 200 or answer.text != CHALLENGE:
        mend = "Look at the receive function's log"
        return Finding("events address", f"answers {answer.status_code}", mend)
    return Finding("events address", deployed.events_url)


def clock(ahead: float) -> Finding:
    """Judge how many seconds this machine is ahead; AWS refuses what is five minutes off."""
    if abs(ahead) <= SKEW_SECONDS:
        return Finding("clock", "as AWS has it")
    side = "fast" if ahead > 0 else "slow"
    mend = "Set this machine's clock by NTP: AWS refuses what is five minutes off"
    return Finding("clock", f"{abs(ahead):.0f} s {side}", mend)


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
