"""moto made faster where it does the same thing over and over; it answers and stores the same.

What stands here took most of the time of a test that needs a table.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from moto.core.base_backend import BackendDict
from moto.core.utils import camelcase_to_underscores, method_names_from_class

from local.world.aws.faster import expressions, tables, values

_make_backend = BackendDict._create_account_specific_backend  # noqa: SLF001 - patched, not used


def _account_made(backends: BackendDict[Any], account_id: str) -> None:
    """Make an account's backend, where moto takes a lock to see that it is there."""
    if not dict.__contains__(backends, account_id):
        _make_backend(backends, account_id)


_PATCHES: Mapping[str, Any] = {
    # At each call moto looks a whole class through.
    "moto.core.responses.method_names_from_class": cache(method_names_from_class),
    "moto.sqs.models.camelcase_to_underscores": cache(camelcase_to_underscores),
    "moto.core.base_backend.BackendDict._create_account_specific_backend": _account_made,
    # Made for `requests`, by which nothing here speaks with AWS.
    "moto.core.models.RESPONSES_METHODS": (),
    **expressions.PATCHES,
    **tables.PATCHES,
    **values.PATCHES,
}


@contextmanager
def faster() -> Iterator[None]:
    """Let moto be as fast as it can be while this is open."""
    with ExitStack() as patches:
        for what, instead in _PATCHES.items():
            patches.enter_context(patch(what, instead))
        yield
