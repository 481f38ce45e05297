"""What a stage may be called: AWS names a deployment's parts by it."""

import re

LOCAL = "local"
"""The stack on this machine. In AWS its roles would not be held to keys, nor its table kept."""
_NAME = re.compile("[A-Za-z][A-Za-z0-9-]{0,19}")


class NotAStage(ValueError):
    """No deployment to AWS can be called so; the message says why."""


def named(stage: str) -> str:
    """Return what may be a stage's name, or raise NotAStage."""
    if not _NAME.fullmatch(stage):
        raise NotAStage(
            f"{stage!r} cannot be a stage: letters, digits and hyphens, a letter first, 20 at most."
        )
    return stage


def in_aws(stage: str) -> str:
    """Return the name of a stage in AWS, or raise NotAStage."""
    if named(stage) == LOCAL:
        raise NotAStage("The stage local is the stack on this machine. Name another --stage.")
    return stage
