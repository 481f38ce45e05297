"""What a Lambda runtime hands over beside the event."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class LambdaContext:
    """One invocation, with the time that is left of it."""

    function_name: str
    aws_request_id: str
    deadline: float
    clock: Callable[[], float]
    memory_limit_in_mb: int = 256
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:000000000000:function:local"

    def get_remaining_time_in_millis(self) -> int:
        """Return what is left before the runtime ends the invocation."""
        return max(0, int((self.deadline - self.clock()) * 1000))
