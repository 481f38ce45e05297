"""Amazon Bedrock, as far as a summary asks it: one question, one answer, and soon.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skill.reading.planning.digest.summary import SummaryRequest

MOST_SECONDS = 4.0
"""For an answer from the model: somebody is waiting, and Alexa gives up after eight."""
LEAST_SECONDS = 1.0
"""With less time than this nobody is asked."""
ANSWERED_BY = 6.0
"""Seconds after the speaker spoke, by which the model has answered or is not waited for."""
MOST_TOKENS = 160
_LONGEST_PROBLEM = 60


class NoSummary(Exception):
    """The model did not answer, or not in time; the message names the kind of failure only."""


@dataclass(frozen=True, eq=False, repr=False)
class Summarizer:
    """Asks one model."""

    model: str
    """"" where the owner set none."""
    per_day: int
    """So many questions a day are asked for each link."""
    client: Callable[[], Any]
    """Makes a client for Bedrock's runtime; called only when there is something to ask."""
    report: Callable[[str], None] = lambda _problem: None
    """Told what went wrong, never the words."""
    join: Callable[[threading.Thread, float], None] = threading.Thread.join
    """Waits for a thread to end, for so many seconds at most."""

    @property
    def is_set(self) -> bool:
        """Whether the owner wants summaries."""
        return bool(self.model)

    def summary(self, request: "SummaryRequest", seconds: float) -> str:
        """Return the model's own words within so many seconds; raises NoSummary.

        Time-outs of sockets end a silence, not an answer that comes in drops; so what takes too
        long is left behind.
        """
        found: list[str | Exception] = []
        seconds = min(seconds, MOST_SECONDS)
        worker = threading.Thread(target=self._ask, args=(request, found), daemon=True)
        if seconds >= LEAST_SECONDS:
            worker.start()
            self.join(worker, seconds)
        answer = found[0] if found else TimeoutError()
        if isinstance(answer, Exception):
            problem = _named(answer)
            self.report(problem)
            raise NoSummary(problem)
        return answer

    def _ask(self, request: "SummaryRequest", found: list[str | Exception]) -> None:
        try:
            answer = self.client().converse(
                modelId=self.model,
                system=[{"text": request.instructions}],
                messages=[{"role": "user", "content": [{"text": request.messages}]}],
                inferenceConfig={"maxTokens": MOST_TOKENS, "temperature": 0.2},
            )
            found.append(_text(answer))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, there is a digest without it
            found.append(error)


def _text(answer: Any) -> str:
    parts = answer["output"]["message"]["content"]
    return "\n".join(str(part["text"]) for part in parts if "text" in part)


def _named(error: Exception) -> str:
    """Return the kind of an error: Bedrock's own code, else its type."""
    response = getattr(error, "response", None)
    code = response.get("Error", {}).get("Code") if isinstance(response, dict) else None
    return "".join(filter(str.isalnum, str(code or type(error).__name__)))[:_LONGEST_PROBLEM]
