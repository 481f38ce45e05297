"""A DynamoDB client that counts what is read, and the CPU that a process takes."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Reads:
    """Items and round trips since it was last set to nothing."""

    items: int = 0
    calls: int = 0

    def clear(self) -> None:
        """Begin again."""
        self.items = self.calls = 0


def cpu_seconds(pid: int | None) -> float:
    """Return the seconds of CPU that a process has taken so far; Linux only."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    # proc(5): utime and stime, the 14th and 15th field, are the 12th and 13th behind the name.
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class CountingClient:
    """Passes everything on to a real client."""

    def __init__(self, real: Any, reads: Reads) -> None:
        """Count into `reads`."""
        self._real = real
        self._reads = reads

    def __getattr__(self, operation: str) -> Any:
        call = getattr(self._real, operation)

        def counted(**request: Any) -> Any:
            answer = call(**request)
            self._reads.calls += 1
            self._reads.items += _read(operation, answer)
            return answer

        return counted


def _read(operation: str, answer: dict[str, Any]) -> int:
    if operation == "get_item":
        return 1
    if operation == "query":
        return int(answer["ScannedCount"])
    if operation == "batch_get_item":
        return sum(map(len, answer["Responses"].values()))
    return 0
