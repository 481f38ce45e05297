"""What `earshot doctor` looks at: each check finds its one thing right, or says how to mend it."""

from collections.abc import Callable, Iterator

from botocore.exceptions import BotoCoreError, ClientError

from local.cli.accounts.placement import LOCAL
from local.cli.checks import account_linking, aws, slack, slack_events, slack_link
from local.cli.checks.alexa import skill
from local.cli.checks.aws import alarms, skill_arn
from local.cli.checks.finding import Finding, again, at, short
from local.cli.checks.slack_events import events_address, signed_headers
from local.cli.checks.slack_link import link
from local.cli.deployment import Deployed

__all__ = ["Finding", "alarms", "events_address", "link", "look", "signed_headers", "skill_arn"]

_SIGNING_SECRET = "EARSHOT_SIGNING_SECRET_PARAMETER"
_SECRETS_OF_AN_OWNER = ("EARSHOT_TOKEN_PARAMETER", _SIGNING_SECRET)
_SECRETS_OF_SEVERAL = (_SIGNING_SECRET, "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER")


def look(
    deployed: Deployed, now: Callable[[], float], pause: Callable[[float], None] | None = None
) -> Iterator[Finding]:
    """Yield a finding for each thing, the ones that others rest on first.

    With `pause`, which waits so many seconds, a note to oneself is posted in Slack, waited for, and
    removed.
    """
    settings: dict[str, str] = {}
    for function, variables in aws.VARIABLES.items():
        try:
            found, finding = aws.settings(deployed, function, variables)
        except (ClientError, BotoCoreError) as error:
            yield Finding(f"function {function}", short(error), again(deployed))
            return
        settings |= found
        yield finding
    yield from aws.code(deployed)
    yield from aws.region(deployed)
    yield aws.table(deployed)
    is_for_several = bool(settings.get("EARSHOT_TOKEN_KEY", "").strip())
    for name in _SECRETS_OF_SEVERAL if is_for_several else _SECRETS_OF_AN_OWNER:
        yield aws.parameter(deployed, settings.get(name, ""))
    if is_for_several:
        yield slack_link.links(deployed)
        yield account_linking.server(deployed)
        yield from slack_events.events(deployed, settings.get(_SIGNING_SECRET, ""), now())
    else:
        linked = link(deployed)
        yield linked
        yield from _slack(deployed, settings, now, pause if linked.is_right else None)
    yield aws.queue(deployed, "outbox", deployed.outbox_url, "the post function's log says why")
    see = f"see: earshot outbox list{at(deployed)}"
    yield aws.queue(deployed, "dead letters", deployed.dead_letter_url, see)
    yield alarms(deployed)
    yield from aws.ringing(deployed)
    if deployed.stage != LOCAL:
        skill_id = settings.get("EARSHOT_SKILL_ID", "")
        yield from skill(deployed, skill_id, is_for_several=is_for_several)


def _slack(
    deployed: Deployed,
    settings: dict[str, str],
    now: Callable[[], float],
    pause: Callable[[float], None] | None,
) -> Iterator[Finding]:
    account = slack.Account(
        deployed,
        settings.get("EARSHOT_SLACK_API_URL", ""),
        settings.get("EARSHOT_TOKEN_PARAMETER", ""),
    )
    yield from slack.scopes(account)
    yield from slack.rate(account)
    secret = settings.get("EARSHOT_SIGNING_SECRET_PARAMETER", "")
    yield from slack_events.events(deployed, secret, now())
    if pause is not None:
        yield from slack.loop(account, pause)
    yield from slack_events.heard(deployed, now(), is_loop_seen=pause is not None)
