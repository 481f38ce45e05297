"""`earshot up` as a program of its own, its state in the folder that is given.

python -m tests.stack.up_elsewhere FOLDER
"""

import sys
from pathlib import Path

from local.cli import stack_file
from tests import patience  # noqa: F401 - MiniStack is waited for as in tests


def main() -> None:
    stack_file.FOLDER = Path(sys.argv.pop(1))
    stack_file.FILE = stack_file.FOLDER / "stack.json"
    from local.cli.main import app  # noqa: PLC0415 - the commands remember the folder on import

    app(["up"])


if __name__ == "__main__":
    main()
