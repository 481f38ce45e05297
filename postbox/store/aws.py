"""How the Lambdas' AWS clients behave: quick to give up, for somebody is waiting."""

from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from postbox.time_left import seconds_left

LEAST_SECONDS = 0.5
"""What must be left when a try is begun: AWS answers in milliseconds."""
AFTER_SECONDS = 0.25
"""What a try leaves of it for the function's own answer."""

_LEAN = Config(user_agent="earshot", parameter_validation=False)
"""Without what botocore does at each call for nobody here: a fifth of what a call costs."""


class NoTimeLeft(BotoCoreError):
    """A try was not begun, for its answer might come too late: as if AWS had not answered."""

    fmt = "no time is left"


def timely(service: str, **options: Any) -> Any:
    """Return a client all of whose tries end within the time that is left.

    None is made after one that failed unless its whole time is left.
    """
    make: Any = boto3.client
    client = make(service, **options)
    client.meta.events.register("before-send", _begun)
    client.meta.events.register_first("needs-retry", _failed)
    return client


def quick() -> Config:
    """Short time-outs and three tries in all; SQS and DynamoDB usually answer in milliseconds."""
    return _LEAN.merge(
        Config(
            connect_timeout=1,
            read_timeout=2,
            retries={"mode": "standard", "total_max_attempts": 3},
        )
    )


def once(read_timeout: float) -> Config:
    """One try with short time-outs, for what can be done without."""
    return _LEAN.merge(
        Config(connect_timeout=1, read_timeout=read_timeout, retries={"total_max_attempts": 1})
    )


def _begun(request: Any, **_event: Any) -> None:
    left, context = seconds_left(), request.context
    if left < LEAST_SECONDS:
        raise NoTimeLeft
    context["read_timeout"] = min(context["client_config"].read_timeout, left - AFTER_SECONDS)


def _failed(caught_exception: Exception | None, request_dict: Any, **_event: Any) -> None:
    config = request_dict["context"]["client_config"]
    longest = config.connect_timeout + config.read_timeout + AFTER_SECONDS
    if caught_exception and seconds_left() < longest:
        raise NoTimeLeft from caught_exception
