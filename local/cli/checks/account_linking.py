"""Account linking for several people: our addresses, and what the skill says of them."""

from collections.abc import Iterator
from typing import Any

import httpx

from local.cli import waits
from local.cli.accounts.ask_cli import DEVELOPMENT, AskCli
from local.cli.checks.finding import Finding, again, short
from local.cli.deployment import Deployed

METADATA = "/.well-known/oauth-authorization-server"


def address(deployed: Deployed) -> str:
    """Return where account linking is, without a slash at its end."""
    return deployed.events_url.removesuffix("/slack/events")


def addresses(deployed: Deployed) -> dict[str, str]:
    """Return what stands in the skill's Account Linking, by SMAPI's names."""
    base = address(deployed)
    return {"authorizationUrl": f"{base}/authorize", "accessTokenUrl": f"{base}/token"}


def server(deployed: Deployed) -> Finding:
    """Find out whether people can be linked at all."""
    what = "account linking"
    try:
        answer = httpx.get(f"{address(deployed)}{METADATA}", timeout=waits.SECONDS)
        issuer = answer.json().get("issuer")
    except (httpx.HTTPError, ValueError, AttributeError) as error:
        mend = again(deployed, " --accounts")
        return Finding(what, f"does not answer: {short(error)}", mend)
    return Finding(what, f"answers as {issuer}")


def in_skill(deployed: Deployed, skill_id: str, ask: AskCli) -> Iterator[Finding]:
    """Compare what stands in the skill with where we are."""
    told = ask.smapi("get-account-linking-info", "-s", skill_id, *DEVELOPMENT)
    stands: dict[str, Any] = (told or {}).get("accountLinkingResponse", {})
    for name, address in addresses(deployed).items():
        found = stands.get(name) or "none"
        mend = "" if found == address else f"Build > Tools > Account Linking: {address}"
        yield Finding(f"skill's {name}", found, mend)


def to_look_at(deployed: Deployed) -> str:
    """Say what stands in the skill, for who has to look there."""
    where = addresses(deployed)
    return (
        f"; Account Linking: {where['authorizationUrl']} and {where['accessTokenUrl']}, PKCE on; "
        "Permissions: Skill Personalization, for voices"
    )
