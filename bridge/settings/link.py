"""What a Lambda must be told for the tokens of several people's links."""

from collections.abc import Mapping
from typing import ClassVar

from postbox.frozen import Frozen
from postbox.settings import required


class LinkSettings(Frozen):
    """What a Lambda needs for the tokens of several people's links."""

    VARIABLES: ClassVar[tuple[str, ...]] = (
        "EARSHOT_TOKEN_KEY",
        "EARSHOT_SLACK_CLIENT_ID",
        "EARSHOT_SLACK_CLIENT_SECRET_PARAMETER",
    )

    token_key: str
    client_id: str
    client_secret_parameter: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "LinkSettings | None":
        """Read the settings; None where there is one owner, and no key."""
        if not environment.get("EARSHOT_TOKEN_KEY", "").strip():
            return None
        return cls(*required(environment, cls.VARIABLES))
