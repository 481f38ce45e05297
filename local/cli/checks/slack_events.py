"""Slack's events: whether they are answered, how long ago one came, and the time by the way."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from local.cli import waits
from local.cli.checks.finding import Finding, again, short
from local.cli.deployment import Deployed
from postbox.inbox.stores.activity import Activity
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.errors import MailboxError
from postbox.store.table import Table

CHALLENGE = "earshot doctor"
SKEW_SECONDS = 60


def renew(deployed: Deployed) -> str:
    """Say how Slack gets to know the events' address and all scopes."""
    return f"Update the Slack app from: earshot slack-manifest --events-url {deployed.events_url}"


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


def heard(deployed: Deployed, now: float, *, is_loop_seen: bool) -> Iterator[Finding]:
    """Tell how old the newest message is that is known: by its event, or fetched without one.

    So only the loop shows that events come; where it was not gone, that is said.
    """
    what = "messages from Slack"
    table = Table(deployed.client("dynamodb"), deployed.table)
    try:
        found = Links(table).get(PERSONAL)
        newest = Activity(table).since(found.team_id, "0", 1) if found else []
    except MailboxError:
        yield Finding(what, "cannot be looked for: the table does not answer", again(deployed))
        return
    if newest:
        ago = max(0, int(now - newest[0].minute) // 60)
        look = "" if is_loop_seen else "Whether Slack's events come is seen without --no-loop"
        yield Finding(what, f"the newest that is known was written {ago} min ago", look=look)
    elif found:
        yield Finding(what, "none ever came", renew(deployed))


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


def clock(ahead: float) -> Finding:
    """Judge how many seconds this machine is ahead; AWS refuses what is five minutes off."""
    if abs(ahead) <= SKEW_SECONDS:
        return Finding("clock", "as AWS has it")
    side = "fast" if ahead > 0 else "slow"
    mend = "Set this machine's clock by NTP: AWS refuses what is five minutes off"
    return Finding("clock", f"{abs(ahead):.0f} s {side}", mend)


def _challenged(deployed: Deployed, parameter: str, now: float) -> httpx.Response | Finding:
    try:
        secret = deployed.client("ssm").get_parameter(Name=parameter, WithDecryption=True)
    except (ClientError, BotoCoreError) as error:
        return Finding("events address", short(error), again(deployed))
    body = json.dumps({"type": "url_verification", "challenge": CHALLENGE}).encode()
    headers = signed_headers(secret["Parameter"]["Value"], body, now)
    try:
        return httpx.post(deployed.events_url, content=body, headers=headers, timeout=waits.SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding("events address", short(error), again(deployed))


def _answered(deployed: Deployed, answer: httpx.Response) -> Finding:
    if answer.status_code != 200 or answer.text != CHALLENGE:
        mend = "Look at the receive function's log"
        return Finding("events address", f"answers {answer.status_code}", mend)
    return Finding("events address", deployed.events_url)
