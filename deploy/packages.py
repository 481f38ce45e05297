"""Packs each Lambda: its side of the house, the mailbox, and the libraries that it needs.

`python -m deploy.packages` writes .build/functions/<function>.zip; deploy/osls-packages.js runs it
before each deployment. What has not changed is not built again, and equal content gives equal zips.
"""

import fcntl
import hashlib
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build"

SIDES = {
    "skill": ("skill", "postbox"),
    "post": ("bridge", "postbox"),
    "receive": ("bridge", "postbox"),
    "refresh": ("bridge", "postbox"),
    "authorize": ("bridge", "postbox"),
}
"""The folders of this repository that each function carries."""

# Wheels without compiled code run on Lambda's arm64 and on any machine's MiniStack alike. A library
# that has only compiled wheels fails here by name: then its target's platform has to be named.
TARGET = ("--implementation=py", "--abi=none", "--platform=any", "--python-version=3.13")

# What libraries bring that no running function reads.
NEEDLESS_FOLDERS = {"__pycache__", "bin", "licenses", "tests"}
NEEDLESS_SUFFIXES = {".pyc", ".pyi", ".typed", ".js", ".css"}
NEEDLESS_FILES = (
    "emoji/unicode_codes/emoji_*.json",
    "dateutil/zoneinfo/dateutil-zoneinfo.tar.gz",
)
"""Emoji named in languages that are not spoken: a tenth of the skill; English is in emoji.json.
Time zones of a library of libraries: our own come from tzdata, and nothing asks dateutil for one.
"""
NEEDED_METADATA = {"METADATA", "entry_points.txt"}

# Zips hold local times from 1980 on; one fixed time makes equal content equal bytes.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class PackagingFailed(Exception):
    """A package cannot be built; the message says why, with pip's own words."""


@dataclass(frozen=True)
class Package:
    """A built zip; size and unpacked are in bytes."""

    function: str
    path: Path
    size: int
    unpacked: int
    fresh: bool
    """Whether it was built now, and not found as it was."""


def build_all(build: Path = BUILD) -> list[Package]:
    """Build what has changed, and return all functions' packages. Safe to run twice at a time."""
    with _locked(build):
        return [_build(function, build) for function in SIDES]


def _build(function: str, build: Path) -> Package:
    requirements = ROOT / "deploy" / "functions" / f"{function}.txt"
    path = build / "functions" / f"{function}.zip"
    mark = path.with_suffix(".sha256")
    own = list(_own_files(function))
    content = _digest(requirements, own)
    fresh = not (path.exists() and mark.exists() and mark.read_text() == content)
    if fresh:
        libraries = _libraries(requirements, build)
        _write_zip(path, [*own, *_library_files(libraries)])
        mark.write_text(content)
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    return Package(function, path, path.stat().st_size, unpacked, fresh)


def _own_files(function: str) -> Iterator[tuple[str, Path]]:
    for side in SIDES[function]:
        yield from _files(ROOT / side, ROOT)


def _library_files(libraries: Path) -> Iterator[tuple[str, Path]]:
    for name, path in _files(libraries, libraries):
        is_needed = path.parent.suffix != ".dist-info" or path.name in NEEDED_METADATA
        is_needless = any(fnmatchcase(name, needless) for needless in NEEDLESS_FILES)
        if is_needed and not is_needless:
            yield name, path


def _files(folder: Path, base: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(base)
        needless = NEEDLESS_FOLDERS.intersection(relative.parts) or any(
            part.startswith(".") for part in relative.parts
        )
        if path.is_file() and not needless and path.suffix not in NEEDLESS_SUFFIXES:
            yield relative.as_posix(), path


def _digest(requirements: Path, files: list[tuple[str, Path]]) -> str:
    """Return what a zip's content follows from: its sources, its libraries and this builder."""
    digest = hashlib.sha256()
    for name, path in [("", requirements), ("", Path(__file__)), *files]:
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _libraries(requirements: Path, build: Path) -> Path:
    """Install the pinned wheels, once for each content of a requirements file."""
    content = requirements.read_bytes() + " ".join(TARGET).encode()
    folder = build / "libraries" / hashlib.sha256(content).hexdigest()[:16]
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as unfinished:
            _pip_install(requirements, Path(unfinished) / "site")
            (Path(unfinished) / "site").rename(folder)
    return folder


def _pip_install(requirements: Path, target: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    options = ["--no-deps", "--no-compile", "--only-binary=:all:", "--require-hashes", *TARGET]
    command = [*pip, *options, f"--target={target}", f"--requirement={requirements}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = "\n".join(done.stderr.strip().splitlines()[-10:])
        raise PackagingFailed(f"The libraries of {requirements.name} cannot be installed.\n{lines}")


def _write_zip(path: Path, files: list[tuple[str, Path]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, source in sorted(files):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, source.read_bytes())
    unfinished.replace(path)


@contextmanager
def _locked(build: Path) -> Iterator[None]:
    build.mkdir(parents=True, exist_ok=True)
    with (build / "packages.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Build all packages and print their sizes."""
    started = time.monotonic()
    try:
        packages = build_all()
    except PackagingFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    for package in packages:
        state = "built" if package.fresh else "unchanged"
        size, unpacked = package.size / 1e6, package.unpacked / 1e6
        print(f"{package.function:8} {size:5.2f} MB  ({unpacked:5.2f} MB unpacked, {state})")
    print(f"in {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
