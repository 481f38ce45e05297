"""Where the `earshot` command comes in."""

from local.cli.main import app


def main() -> None:
    """Run the command line."""
    app()
