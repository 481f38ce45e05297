"""The link to Slack, as the refresh function sees it: what it may read is what counts."""

import json
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from bridge.slack.verdicts import Act, judge
from local.cli.checks.finding import Finding, again, short
from local.cli.deployment import Deployed

_WHAT = "Slack link"
_LOG = "Wait five minutes; if it stays so, the refresh function's log says more"


def link(deployed: Deployed) -> Finding:
    """Have the refresh function look at the owner's link."""
    report = _refreshed(deployed)
    if isinstance(report, Finding):
        return report
    problem = str(report.get("problem") or report.get("errorMessage") or "")
    if not report.get("linked"):
        return Finding(_WHAT, problem or "unknown", _mended(deployed, problem))
    if not report.get("default_conversation_found"):
        mend = f"Join it in Slack. Another one? {again(deployed, ' --default-conversation NAME')}"
        return Finding("default conversation", "not found", mend)
    if problem:
        return Finding(_WHAT, f"stands, but looking after it failed: {problem}", _LOG)
    return Finding(_WHAT, "Slack takes the token")


def links(deployed: Deployed) -> Finding:
    """Have the refresh function take its turns with several people's links."""
    report = _refreshed(deployed)
    if isinstance(report, Finding):
        return report
    if "waiting" not in report:
        return Finding("Slack links", "unknown", _LOG)
    found = f"{report['links']} looked after, {report['waiting']} wait for their turn"
    problems = report["problems"]
    mend = "Their people have to link again; the refresh function's log counts" if problems else ""
    return Finding("Slack links", f"{found}, {problems} with problems", mend)


def _mended(deployed: Deployed, problem: str) -> str:
    """Say what helps: where Slack refused the token another one, else time."""
    wants_a_token = problem in {"token_missing", "another_account", "never linked"}
    if wants_a_token or judge(problem).act is Act.RELINK:
        return again(deployed)
    return _LOG


def _refreshed(deployed: Deployed) -> dict[str, Any] | Finding:
    try:
        answer = deployed.client("lambda").invoke(
            FunctionName=deployed.function("refresh"), Payload=b'{"detail-type": "doctor"}'
        )
        report = json.loads(answer["Payload"].read())
    except (ClientError, BotoCoreError, ValueError) as error:
        return Finding(_WHAT, short(error), _LOG)
    return report if isinstance(report, dict) else {}
