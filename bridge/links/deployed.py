"""Where tokens come from in a deployment: the owner's parameter, or the links' own."""

from collections.abc import Callable
from typing import Any

from bridge.links.secrets import Secrets
from bridge.links.tokens import PersonalToken, Tokens
from bridge.settings.link import LinkSettings
from bridge.slack.gateway import SlackGateway
from postbox.store.table import Table


def deployed_tokens(
    links: LinkSettings | None,
    owners_parameter: str,
    secrets: Secrets,
    table: Table,
    slack: SlackGateway,
    kms: Callable[[], Any],
    clock: Callable[[], float],
) -> Tokens:
    """Return the tokens of several people's links, or the owner's where there are no settings."""
    if links is None:
        return PersonalToken(secrets, owners_parameter)
    # An owner alone needs neither KMS nor these.
    from bridge.links.link_tokens import LinkTokens  # noqa: PLC0415
    from bridge.links.token_seal import TokenSeal  # noqa: PLC0415
    from postbox.links.stores.sealed_tokens import SealedTokens  # noqa: PLC0415

    def app() -> tuple[str, str]:
        return links.client_id, secrets.get(links.client_secret_parameter)

    return LinkTokens(
        SealedTokens(table), TokenSeal(kms(), links.token_key), lambda: slack.oauth, app, clock
    )
