"""Moments as Slack writes them. Pure."""

START = "0000000000.000000"
"""Before every ts. These compare as text, as long as seconds have ten digits."""


def ts_at(moment: float) -> str:
    """Return the ts that a message of this moment (epoch seconds) would have."""
    return f"{moment:017.6f}"
