"""Write the typed keys of sentences: `python -m local.sentence_keys [--check]`.

skill/speech/keys.pyi names each key of the locale that is complete by definition; mypy refuses a
sentence that none of its locales has. With `--check` nothing is written; a difference is an error.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from skill.speech.phrases import COMPLETE, LOCALES

_STUB = Path("skill/speech/keys.pyi")
_ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str], root: Path = _ROOT) -> int:
    """Write the stub, or with `--check` compare it; return the exit status (0, 1, 2 usage)."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m local.sentence_keys [--check]", file=sys.stderr)
        return 2
    path, content = root / _STUB, stub()
    if not arguments:
        path.write_text(content, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != content:
        print(f"{_STUB} is not what {COMPLETE}.json says: run python -m local.sentence_keys.")
        return 1
    return 0


def stub() -> str:
    """Return what skill/speech/keys.pyi must be."""
    sentences = json.loads((LOCALES / f"{COMPLETE}.json").read_text(encoding="utf-8"))
    keys = "\n".join(f'    "{key}",' for key in sorted(sentences))
    return f"from typing import Literal\n\nKey = Literal[\n{keys}\n]\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
