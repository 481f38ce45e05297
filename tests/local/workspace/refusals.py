"""What the workspace refuses, as Slack's own client tells of it."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError


def refusal(call: Callable[..., Any], **arguments: Any) -> str:
    """Return the code with which a call is refused."""
    with pytest.raises(SlackApiError) as raised:
        call(**arguments)
    return str(raised.value.response["error"])
