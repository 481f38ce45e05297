"""Runs osls, the deployment tool, with the project's own Node and Python."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OSLS = ROOT / "node_modules" / "osls" / "bin" / "serverless.js"
LOCK = ROOT / ".build" / "osls.lock"
NODE = ROOT / ".venv" / "bin" / "node"

# What a program needs to run at all; AWS's own variables are the caller's to give.
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")


MISSING = "The npm packages are missing. Install them with: make install"


class OslsFailed(Exception):
    """osls ended with an error; the message holds the end of what it printed."""


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    on_line: Callable[[str], None] = lambda _line: None,
) -> None:
    """Run osls at the repository's root, handing over each line that it prints.

    One at a time: osls keeps its files in .serverless, and clears that when it starts.
    The environment is all that osls learns of AWS: nothing of the caller's account gets in.
    """
    if not OSLS.exists():
        raise OslsFailed(MISSING)
    node = str(NODE) if NODE.exists() else "node"
    own = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    quiet = {"SLS_NOTIFICATIONS_MODE": "off", "SLS_TELEMETRY_DISABLED": "1", "CI": "1"}
    printed: list[str] = []
    with (
        _alone(),
        subprocess.Popen(
            [node, str(OSLS), *arguments],
            cwd=ROOT,
            env={**own, **quiet, "EARSHOT_PYTHON": sys.executable, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        for raw in process.stdout:
            line = raw.rstrip()
            if line:
                printed.append(line)
                on_line(line)
    if process.returncode:
        raise OslsFailed("osls failed. It printed:\n" + "\n".join(printed[-20:]))


def parameters(given: Mapping[str, str]) -> list[str]:
    """Return osls's arguments for these parameters of serverless.yml."""
    return [f"--param={name}={value}" for name, value in sorted(given.items())]


@contextmanager
def _alone() -> Iterator[None]:
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
