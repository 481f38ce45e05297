"""`python -m benchmarks [SECTION ...] [--quick]`, also `make bench`: figures beside their floors.

Exit status 1 when a stated limit is exceeded. docs/benchmarks.md says what the figures mean.
"""

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks import imports, packages, rendering
from benchmarks.delivery import late, report as delivery
from benchmarks.inbox import report as inbox
from benchmarks.latency import report as latency
from benchmarks.peers import report as peers
from benchmarks.scale import report as scale
from benchmarks.understanding import report as understanding

QUICK_ROUNDS, QUICK_SHARE = 10, 0.2

SECTIONS: dict[str, Callable[[bool], bool]] = {
    "imports": lambda _quick: imports.report(),
    "packages": lambda _quick: packages.report(),
    "latency": lambda quick: latency.report(QUICK_ROUNDS if quick else latency.ROUNDS),
    "delivery": lambda quick: delivery.report(QUICK_SHARE if quick else 1.0),
    "late": lambda _quick: late.report(),
    "peers": lambda _quick: peers.report(),
    "understanding": lambda quick: understanding.report(quick=quick),
    "scale": lambda _quick: scale.report(),
    "inbox": lambda quick: inbox.report(quick=quick),
    "rendering": lambda quick: rendering.report(quick=quick),
}


def main(arguments: list[str]) -> int:
    """Run the sections that are asked for, or all; return the exit status."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.sections if name not in SECTIONS]:
        parser.error(f"there is no section {unknown[0]}; there are {', '.join(SECTIONS)}")
    kept = True
    for name in asked.sections or SECTIONS:
        began = time.monotonic()
        kept &= SECTIONS[name](asked.quick)
        print(f"  ({time.monotonic() - began:.0f} s)\n", flush=True)
    if not kept:
        print("A limit was exceeded; see above.")
    return 0 if kept else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="fewer rounds, messages and phrases")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
