"""`earshot up` in a process, as in a terminal: what it prints, what it starts, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.patience import ENDLESS_SECONDS

ROOT = Path(__file__).parents[2]


class UpProcess:
    """One `earshot up` that keeps its state in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.stack.up_elsewhere", str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.printed: list[str] = []

    def read_until(self, words: str) -> None:
        """Read what it prints, up to a line with these words or to its end."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.printed.append(line.rstrip())
            if words in line:
                return

    def written_down(self) -> dict[str, Any]:
        """Return what other commands find of it."""
        found: dict[str, Any] = json.loads((self._folder / "stack.json").read_text())
        return found

    def family(self) -> list[int]:
        """Return every process that it started, itself first."""
        family = [self._process.pid]
        for pid in family:
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                family += [int(child) for child in task.read_text().split()]
        return family

    def press_ctrl_c(self) -> int:
        """Do what a terminal does, and return the exit status."""
        os.killpg(self._process.pid, signal.SIGINT)
        self.read_until("what is never printed")
        return self._process.wait(ENDLESS_SECONDS)

    def close(self) -> None:
        """End it, whatever a test left it in."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self.read_until("what is never printed")
            self._process.wait(ENDLESS_SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
