"""No call to Slack is begun that the function at work may not outlive."""

from postbox.time_left import seconds_left

CALL_SECONDS = 5.0
"""What must be left when a call is begun: Slack's time-out, and a second to write down the rest."""


def is_time_for_a_call() -> bool:
    """Whether Slack would have time to answer."""
    return seconds_left() >= CALL_SECONDS
