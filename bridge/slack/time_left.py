"""No call to Slack is begun that the function at work may not outlive."""

from postbox.time_left import LEAST_SECONDS, seconds_left

TIMEOUT_SECONDS = 4
"""For a whole call: connecting, asking and the answer."""
CALL_SECONDS = TIMEOUT_SECONDS + LEAST_SECONDS
"""What must be left when a call is begun: all of it, and what came of it is written down."""


def is_time_for_a_call() -> bool:
    """Whether Slack would have time to answer."""
    return seconds_left() >= CALL_SECONDS
