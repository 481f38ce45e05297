"""Alexa: the skill's endpoint, its models, its permission to call; through ask-cli if it is there.

The answers are those of the Skill Management API (ask-smapi-model, spec.json: SkillStatus and
SkillManifestEnvelope).
"""

import json
from collections.abc import Iterator
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from local.cli.accounts.ask_cli import DEVELOPMENT, AskCli
from local.cli.accounts.skill_package import MODELS
from local.cli.checks import account_linking
from local.cli.checks.aws import skill_arn
from local.cli.checks.finding import Finding, again, short
from local.cli.deployment import Deployed

BUILT = "SUCCEEDED"


def skill(
    deployed: Deployed, skill_id: str, ask: AskCli | None = None, *, is_for_several: bool = False
) -> Iterator[Finding]:
    """Look at the skill from both ends; several people link their own Slack there."""
    yield _trigger(deployed, skill_id)
    ask = ask or AskCli.find()
    try:
        arn = skill_arn(deployed)
    except (ClientError, BotoCoreError) as error:
        yield Finding("function skill", short(error), "Allow yourself lambda:GetFunction")
        return
    if ask is None:
        look = (
            f"developer.amazon.com/alexa/console/ask, {skill_id}: Endpoint > Default Region is "
            f"{arn}; Build shows every step done; Test is enabled in Development"
        )
        if is_for_several:
            look += account_linking.to_look_at(deployed)
        yield Finding("Alexa skill", "cannot be asked without ask-cli", look=look)
        return
    yield _endpoint(ask.smapi("get-skill-manifest", "-s", skill_id, *DEVELOPMENT), arn)
    yield from _models(ask.smapi("get-skill-status", "-s", skill_id))
    enabled = ask.smapi("get-skill-enablement-status", "-s", skill_id, *DEVELOPMENT)
    yield _testing(is_enabled=enabled is not None)
    if is_for_several:
        yield from account_linking.in_skill(deployed, skill_id, ask)


def _trigger(deployed: Deployed, skill_id: str) -> Finding:
    """Alexa may call the function only for the skill that its policy names."""
    what, mend = "Alexa's permission to call", again(deployed)
    try:
        answer = deployed.client("lambda").get_policy(FunctionName=deployed.function("skill"))
        policy = json.loads(answer["Policy"])
    except (ClientError, BotoCoreError, ValueError) as error:
        return Finding(what, short(error), mend)
    if skill_id not in json.dumps(policy):
        return Finding(what, "is for another skill", mend)
    return Finding(what, f"for {skill_id}")


def _endpoint(described: dict[str, Any] | None, arn: str) -> Finding:
    mend = f"Endpoint > AWS Lambda ARN > Default Region: {arn}"
    if described is None:
        return Finding(
            "skill's endpoint",
            "ask-cli does not find the skill",
            mend="Look with: ask smapi list-skills-for-vendor",
        )
    custom = described.get("manifest", {}).get("apis", {}).get("custom", {})
    uri = custom.get("endpoint", {}).get("uri", "none")
    return Finding("skill's endpoint", uri, "" if uri == arn else mend)


def _models(status: dict[str, Any] | None) -> Iterator[Finding]:
    """Each language that Earshot has; of another one that the skill has nothing is wanted."""
    models = (status or {}).get("interactionModel", {})
    for locale in sorted(model.stem for model in MODELS.glob("*.json")):
        state = models.get(locale, {}).get("lastUpdateRequest", {}).get("status", "not there")
        mend = f"JSON Editor: put in interaction_models/{locale}.json, Save, Build skill"
        yield Finding(f"model {locale}", state.lower(), "" if state == BUILT else mend)


def _testing(*, is_enabled: bool) -> Finding:
    if is_enabled:
        return Finding("skill's testing", "enabled in Development")
    return Finding("skill's testing", "off", "Test tab: enable testing in Development")
