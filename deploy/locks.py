"""Renews the pinned versions: requirements/*.txt, deploy/functions/*.txt and package-lock.json.

The functions take the very versions that the tests run with. Arguments go to `uv pip compile`, for
example --upgrade, or --upgrade-package slack-sdk.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.packages import ROOT, SIDES

NPM = ROOT / ".venv" / "bin" / "npm"
FORM = ("--quiet", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url")


def renew(arguments: Sequence[str]) -> None:
    """Write all lock files anew."""
    requirements = ROOT / "requirements"
    functions = ROOT / "deploy" / "functions"
    everywhere = ("--universal", "--python-version", "3.11", *arguments)
    # MiniStack is pinned by hand in its .in file, and looked at again when that is raised.
    with tempfile.TemporaryDirectory() as folder:
        uv = _uv(Path(folder))
        development = requirements / "dev.txt"
        _compile(uv, ROOT / "pyproject.toml", development, "--extra", "dev", *everywhere)
        _compile(uv, requirements / "ministack.in", requirements / "ministack.txt", *everywhere)
        for function in SIDES:
            source, locked = functions / f"{function}.in", functions / f"{function}.txt"
            target = ("--python-version", "3.13", "--python-platform", "aarch64-manylinux2014")
            locked.unlink(missing_ok=True)
            _compile(uv, source, locked, "--constraints", str(development), *target)
    _npm_lock(ROOT / "package-lock.json")


def _uv(folder: Path) -> Path:
    """Install uv aside: only this command needs it."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return folder / "bin" / "uv"


def _compile(uv: Path, source: Path, locked: Path, *options: str) -> None:
    print(f"  {locked.relative_to(ROOT)}")
    command = [str(uv), "pip", "compile", *FORM, *options, "-o", str(locked), str(source)]
    subprocess.run(command, cwd=ROOT, check=True)


def _npm_lock(path: Path) -> None:
    print(f"  {path.name}")
    npm = str(NPM) if NPM.exists() else shutil.which("npm") or "npm"
    subprocess.run([npm, "install", "--package-lock-only", "--no-progress"], cwd=ROOT, check=True)
    lock = json.loads(path.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    renew(sys.argv[1:])
