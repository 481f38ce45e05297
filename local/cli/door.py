"""Where the `earshot` command comes in."""

import gc

# What is imported stays: looking through it for garbage takes a tenth of what an answer costs.
gc.set_threshold(50_000)

from local.cli.main import app  # noqa: E402 - the rest is imported after that


def main() -> None:
    """Run the command line."""
    app()
