"""How long tests wait for other processes: as long as it takes, for a machine may be slow.

What never comes ends here, long before pytest would end it. That it is imported is enough for
MiniStack to be waited for so long.
"""

import time
from collections.abc import Callable
from threading import Event

from local.cloud import ministack

ENDLESS_SECONDS = 600.0
ENDLESS_MILLISECONDS = 1000 * ENDLESS_SECONDS
_LOOK_AGAIN_SECONDS = 0.05

ministack.START_SECONDS = ministack.STOP_SECONDS = ENDLESS_SECONDS
ministack.RESET_SECONDS = ENDLESS_SECONDS


def eventually(holds: Callable[[], bool]) -> bool:
    """Return whether something came true; clouds do not say when."""
    deadline = time.monotonic() + ENDLESS_SECONDS
    pause = Event()
    while not (true := holds()) and time.monotonic() < deadline:
        pause.wait(_LOOK_AGAIN_SECONDS)
    return true
