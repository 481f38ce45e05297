"""Where the `earshot` command comes in."""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line."""
    # Our package `mailbox` has the name of one of Python's own modules, which an installed command
    # would find first; in a Lambda and under pytest the project's folder is first anyway.
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from local.cli.main import app  # noqa: PLC0415 - only now can it be found

    app()
