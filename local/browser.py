"""The browser of the page's tests: a Chromium that comes with the npm packages, libraries included.

`python -m local.browser` prints where it is. It is unpacked once, into .build/chromium.
"""

import fcntl
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules" / "@sparticuz" / "chromium"
BUILD = ROOT / ".build"

# The package holds one build; elsewhere the machine's own browser has to do.
PACKED_FOR = ("Linux", "x86_64")
INSTALLED_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Node unpacks what Node packed: Python knows no brotli. The folder is $TMPDIR.
UNPACK = """
const { inflate } = await import(process.argv[1] + '/build/index.js');
for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
  await inflate(process.argv[1] + '/bin/' + part);
"""

# Brings the libraries that a bare machine lacks (NSS), and fonts beside the machine's own.
STARTER = """#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
"""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
"""


class NoBrowser(Exception):
    """There is no Chromium to be had; the message says how to get one."""


def chromium_executable(build: Path = BUILD) -> Path:
    """Return a Chromium to start: the packed one, else the one that is installed.

    Raises NoBrowser. Safe to be called by several processes at a time.
    """
    if PACKAGE.exists() and (platform.system(), platform.machine()) == PACKED_FOR:
        return _unpacked(build / "chromium")
    for name in INSTALLED_NAMES:
        if found := shutil.which(name):
            return Path(found)
    if (platform.system(), platform.machine()) == PACKED_FOR:
        raise NoBrowser("The npm packages are missing. Install them with: make install")
    raise NoBrowser(
        "There is no Chromium here. Install one so that `chromium` or `google-chrome` is found."
    )


def launch_arguments() -> list[str]:
    """Return what Chromium has to be started with, beside what Playwright gives by itself."""
    return [
        # The same letters, pixel for pixel, wherever the tests run.
        "--font-render-hinting=none",
        "--force-color-profile=srgb",
        "--disable-gpu",
        # Containers and root have no sandbox; the only pages shown are our own.
        "--no-sandbox",
        # Nothing but the loopback interface is ever asked for.
        "--no-pings",
        "--disable-domain-reliability",
    ]


def _unpacked(parent: Path) -> Path:
    """Unpack this version once; a second process waits for the first."""
    version: str = json.loads((PACKAGE / "package.json").read_text())["version"]
    folder = parent / version
    starter = folder / "start-chromium"
    with _locked(parent):
        if starter.exists():
            return starter
        with tempfile.TemporaryDirectory(dir=parent) as unfinished:
            _unpack(Path(unfinished) / "content")
            shutil.rmtree(folder, ignore_errors=True)
            (Path(unfinished) / "content").rename(folder)
        (folder / "fonts.conf").write_text(FONTS)
        written = folder / "start-chromium.unfinished"
        written.write_text(STARTER)
        written.chmod(0o755)
        return written.rename(starter)


def _unpack(folder: Path) -> None:
    folder.mkdir()
    own = ROOT / ".venv" / "bin" / "node"
    node = str(own) if own.exists() else "node"
    done = subprocess.run(
        [node, "--input-type=module", "--eval", UNPACK, str(PACKAGE)],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoBrowser(f"Chromium cannot be unpacked into {folder.parent}.\n{done.stderr[-2000:]}")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Print where the browser is."""
    try:
        print(chromium_executable())
    except NoBrowser as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
