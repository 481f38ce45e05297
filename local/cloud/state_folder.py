"""The folder where MiniStack keeps its state: of one process at a time, with its last port."""

import fcntl
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from local.cloud.ports import remembered_port, steady_port

STATE, S3 = "state", "s3"
"""The folders in it that MiniStack writes."""
OLD = "old-"
"""So begins the name of a folder that is being deleted; what one process leaves, the next does."""


class FolderInUse(Exception):
    """Another MiniStack runs on the folder; the message names its process."""


@dataclass(frozen=True)
class StateFolder:
    """One folder."""

    path: Path

    @property
    def log_file(self) -> Path:
        """Where MiniStack writes its log."""
        return self.path / "ministack.log"

    def take(self) -> IO[str]:
        """Lock the folder, or raise FolderInUse.

        MiniStack inherits the lock, so that it holds as long as either lives.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        lock = (self.path / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip()
            lock.close()
            raise FolderInUse(
                f"MiniStack is already running on {self.path} (process {holder}). "
                f"Stop it first: kill {holder}"
            ) from None
        return lock

    def choose_port(self, wanted: int | None, tell: Callable[[str], None]) -> int:
        """Take the same port as the last time, or begin anew: stored queues keep its address."""
        file = self.path / "port"
        before = remembered_port(file)
        port = steady_port(file, wanted, tell)
        if before != port:
            for folder in (STATE, S3):
                shutil.rmtree(self.path / folder, ignore_errors=True)
        return port

    def empty_temporary(self) -> Path:
        """Return an empty folder; nobody waits for the files of the one before to be deleted."""
        temporary = self.path / "tmp"
        if temporary.exists():
            temporary.rename(self.path / f"{OLD}{time.time_ns()}")
        for old in self.path.glob(f"{OLD}*"):
            threading.Thread(target=shutil.rmtree, args=(old, True), daemon=True).start()
        temporary.mkdir()
        return temporary

    def end_of_log(self) -> str:
        """Return the last lines of the log, to be told."""
        lines = self.log_file.read_text(errors="replace").strip().splitlines()[-10:]
        return f"The end of {self.log_file}:\n" + "\n".join(lines)
