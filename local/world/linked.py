"""A world that is linked to Slack: linked once for all that begin alike, then given back as it was.

Linking lists names, looks for gaps and writes what it found: it took most of a world's making.
What it leaves stands in the table, and in Slack the calls were made: the same for equal settings.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from moto.dynamodb.models.table import Table

from local.world.aws.moto_cloud import TOKEN_PARAMETER
from local.world.in_process import InProcess


@dataclass(frozen=True)
class _Left:
    """What linking left."""

    table: Table
    calls: Counter[str]
    counted: Mapping[str, tuple[int, int]]


_left: dict[Hashable, _Left] = {}


def link(parts: InProcess, token: str, alike: Hashable | None) -> None:
    """Link a world that was just made; `alike` is equal for worlds that are made alike.

    Without it the world is linked anew, and nothing is kept of it.
    """
    workspace = parts.workspace
    if alike is None:
        parts.store_token(token)
        return
    if alike not in _left:
        parts.store_token(token)
        calls, counted = Counter(workspace.calls), workspace.limits.counted()
        _left[alike] = _Left(parts.cloud.table_held(), calls, counted)
        return
    left = _left[alike]
    parts.cloud.put_parameter(TOKEN_PARAMETER, token)
    parts.cloud.hold(left.table)
    workspace.calls.update(left.calls)
    workspace.limits.count(left.counted)


def forget() -> None:
    """Link the next world anew, whatever it is."""
    _left.clear()
