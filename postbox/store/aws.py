"""How the Lambdas' AWS clients behave: quick to give up, for somebody is waiting."""

from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from postbox.time_left import LEAST_SECONDS, seconds_left

CONNECT_SECONDS = 0.4
"""For each half of a connection: until it stands, and until it is encrypted."""
CONNECTING_SECONDS = 2 * CONNECT_SECONDS
AFTER_SECONDS = 0.25
"""What a try leaves of the time for the function's own answer."""

_LEAN = Config(user_agent="earshot", parameter_validation=False)
"""Without what botocore does at each call for nobody here: a fifth of what a call costs."""
_LONGEST_PAUSE = 20.0
_ASKED_PAUSE, _PAUSE_HEADER = 5.0, "x-amz-retry-after"
"""AWS may ask for so much more, and by what."""


class NoTimeLeft(BotoCoreError):
    """A try was not begun, for its answer might come too late: as if AWS had not answered."""

    fmt = "no time is left"


def timely(service: str, **options: Any) -> Any:
    """Return a client all of whose tries and pauses end within the time that is left.

    None is made after one that failed, or that AWS had no room for, unless the longest pause and
    the whole time of a try are left.
    """
    make: Any = boto3.client
    client = make(service, **options)
    client.meta.events.register("before-send", _begun)
    # The first word on it, which counts, is that of who asked for one service.
    name = client.meta.service_model.service_id.hyphenize()
    client.meta.events.register_first(f"needs-retry.{name}", _failed)
    return client


def quick() -> Config:
    """Short time-outs and three tries in all; SQS and DynamoDB usually answer in milliseconds."""
    return _LEAN.merge(
        Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=2,
            retries={"mode": "standard", "total_max_attempts": 3},
        )
    )


def once(read_timeout: float) -> Config:
    """One try with short time-outs, for what can be done without."""
    return _LEAN.merge(
        Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=read_timeout,
            retries={"total_max_attempts": 1},
        )
    )


def longest_pause(tries: int, *, is_asked_for: bool = False) -> float:
    """Return the seconds that botocore waits at most after so many tries (its standard mode)."""
    return min(2.0 ** (tries - 1), _LONGEST_PAUSE) + (_ASKED_PAUSE if is_asked_for else 0.0)


def _begun(request: Any, **_event: Any) -> None:
    left, context = seconds_left(), request.context
    if left < LEAST_SECONDS:
        raise NoTimeLeft
    config = context["client_config"]
    spare = 2 * config.connect_timeout + AFTER_SECONDS
    context["read_timeout"] = min(config.read_timeout, left - spare)


def _failed(
    attempts: int,
    response: Any,
    caught_exception: Exception | None,
    request_dict: Any,
    **_event: Any,
) -> bool | None:
    config = request_dict["context"]["client_config"]
    longest = 2 * config.connect_timeout + config.read_timeout + AFTER_SECONDS
    asked = response is not None and _PAUSE_HEADER in response[0].headers
    if seconds_left() >= longest_pause(attempts, is_asked_for=asked) + longest:
        return None
    if caught_exception:
        raise NoTimeLeft from caught_exception
    # What AWS answered is the answer.
    return False
