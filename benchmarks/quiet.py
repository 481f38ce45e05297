"""Lambda functions that run in this process, without their logs and metrics among the tables."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from unittest.mock import patch

QUIET = {"POWERTOOLS_LOG_LEVEL": "CRITICAL", "POWERTOOLS_METRICS_DISABLED": "true"}


@contextmanager
def quiet_functions() -> Iterator[None]:
    """Let functions that are made and run meanwhile print nothing."""
    with patch.dict("os.environ", QUIET), redirect_stdout(io.StringIO()):
        yield
