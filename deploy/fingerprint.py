"""Tells whether what would be deployed is what was deployed: a digest of all that goes into it."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESCRIBED_BY = ("serverless.yml", "package-lock.json")


def fingerprint(given: object, packages: Iterable[Path], further: Iterable[Path] = ()) -> str:
    """Return the digest of what was given (place, stage, parameters), files and packages."""
    digest = hashlib.sha256(repr(given).encode())
    for path in [*_described_by(), *further, *packages]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _described_by() -> Iterator[Path]:
    yield from (ROOT / name for name in DESCRIBED_BY)
    yield from sorted((ROOT / "deploy").rglob("*.yml"))
    yield from sorted((ROOT / "deploy").rglob("*.js"))
