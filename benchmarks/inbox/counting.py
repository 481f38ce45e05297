"""A DynamoDB client that counts what is read."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Reads:
    """Items and round trips since it was last set to nothing."""

    items: int = 0
    calls: int = 0

    def clear(self) -> None:
        """Begin again."""
        self.items = self.calls = 0


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
