"""What the Lambda by which people link their accounts must be told."""

import re
from collections.abc import Mapping
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.settings import SettingMissing, required

_VENDOR = r"[A-Za-z0-9]{1,64}"


class AuthorizeSettings(Frozen):
    """Settings of the Lambda by which people link their Slack to their Alexa account."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TABLE",
        "EARSHOT_ISSUER",
        "EARSHOT_ALEXA_CLIENT_ID",
        "EARSHOT_ALEXA_CLIENT_SECRET_PARAMETER",
        "EARSHOT_ALEXA_VENDOR_IDS",
        "EARSHOT_SLACK_API_URL",
        "EARSHOT_SLACK_AUTHORIZE_URL",
        "EARSHOT_SLACK_CLIENT_ID",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER",
        "EARSHOT_TOKEN_KEY",
        "EARSHOT_DEFAULT_CONVERSATION",
    )
    MAY_BE_BLANK: ClassVar[tuple[str, ...]] = ("EARSHOT_SLACK_WORKSPACES",)

    table: str
    issuer: str
    """Our own address, without a slash at its end."""
    alexa_client_id: str
    alexa_client_secret_parameter: str
    alexa_vendor_ids: tuple[str, ...]
    slack_api_url: str
    slack_authorize_url: str
    slack_client_id: str
    slack_client_secret_parameter: str
    token_key: str
    """The KMS key of Slack's tokens."""
    default_conversation: str
    workspaces: frozenset[str]
    """The ids of the workspaces that may be linked; empty for any."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "AuthorizeSettings":
        """Read the settings, or raise SettingMissing naming the one at fault."""
        values = dict(zip(cls.VARIABLES, required(environment, cls.VARIABLES), strict=True))
        vendors = _listed(values["EARSHOT_ALEXA_VENDOR_IDS"])
        if not all(re.fullmatch(_VENDOR, vendor) for vendor in vendors):
            raise SettingMissing("EARSHOT_ALEXA_VENDOR_IDS", "is no list of vendor ids")
        return cls(
            table=values["EARSHOT_TABLE"],
            issuer=values["EARSHOT_ISSUER"].rstrip("/"),
            alexa_client_id=values["EARSHOT_ALEXA_CLIENT_ID"],
            alexa_client_secret_parameter=values["EARSHOT_ALEXA_CLIENT_SECRET_PARAMETER"],
            alexa_vendor_ids=vendors,
            slack_api_url=values["EARSHOT_SLACK_API_URL"],
            slack_authorize_url=values["EARSHOT_SLACK_AUTHORIZE_URL"],
            slack_client_id=values["EARSHOT_SLACK_CLIENT_ID"],
            slack_client_secret_parameter=values["EARSHOT_SLACK_CLIENT_SECRET_PARAMETER"],
            token_key=values["EARSHOT_TOKEN_KEY"],
            default_conversation=values["EARSHOT_DEFAULT_CONVERSATION"],
            workspaces=frozenset(_listed(environment.get("EARSHOT_SLACK_WORKSPACES", ""))),
        )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
