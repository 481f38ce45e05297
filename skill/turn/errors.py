"""Why a turn cannot be answered; skill/dialog/troubles.py says so in sentences."""


class NotLinked(Exception):
    """The speaker has no link to Slack."""


class NotTaken(Exception):
    """The mailbox could not be reached while a message was composed: nothing of it was sent."""
