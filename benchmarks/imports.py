"""Cold import of each Lambda, beside importing nothing but the SDKs that it cannot do without.

CPU seconds, for those of the clock tell what else a machine does. What comes later, with a first
request, is measured where that is: see scale.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).parents[1]
RUNS = 15
MOST = 1.15
"""A function may take this many times its floor."""

BRIDGE = ["boto3", "boto3.dynamodb.types", "botocore.config", "aws_lambda_powertools"]
FLOORS = {
    "skill.alexa_lambda": [
        *BRIDGE,
        "ask_sdk_core.skill_builder",
        "ask_sdk_model.request_envelope",
        "ask_sdk_model.dialog.elicit_slot_directive",
    ],
    "bridge.post_lambda": [*BRIDGE, "slack_sdk"],
    "bridge.receive_lambda": BRIDGE,
    "bridge.refresh_lambda": [*BRIDGE, "slack_sdk"],
}


@dataclass(frozen=True)
class ImportTime:
    """The lower quartile of the CPU seconds of several runs, without Python's own start.

    The least of them hangs on one lucky process: it gave 1.11 to 1.21 for the same code in an hour.
    """

    module: str
    seconds: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.seconds / self.floor


def measure() -> Iterator[ImportTime]:
    """Import each in fresh processes, turn about with its floor."""
    for module, floor in FLOORS.items():
        times: dict[str, list[float]] = {"own": [], "floor": []}
        for _ in range(RUNS):
            times["own"].append(_import([module]))
            times["floor"].append(_import(floor))
        yield ImportTime(module, _lower(times["own"]), _lower(times["floor"]))


def _lower(times: list[float]) -> float:
    return quantiles(times, n=4)[0]


def _import(modules: list[str]) -> float:
    code = (
        "import time; start = time.process_time(); "
        f"import {', '.join(modules)}; print(time.process_time() - start)"
    )
    # Libraries were compiled when they were installed, so that the floor is, too.
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env=compiled
    )
    return float(done.stdout)


def report() -> bool:
    """Print the table; return whether every function keeps to its limit."""
    print("Cold import, CPU (lower quartile of", RUNS, "fresh processes)")
    print(f"  {'function':24} {'import':>9} {'floor':>9} {'ratio':>6}")
    within = True
    for time in measure():
        within &= time.ratio <= MOST
        print(
            f"  {time.module:24} {time.seconds * 1000:6.0f} ms {time.floor * 1000:6.0f} ms"
            f" {time.ratio:6.2f}"
        )
    print(f"  limit {MOST}: {'kept' if within else 'EXCEEDED'}")
    return within
