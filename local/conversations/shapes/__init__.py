"""The shapes of what Slack itself makes of what people do, for transcripts: NAME.json.

Made by hand from what is known of Slack's events; each is a message less its time and place.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
SHAPES = tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


def shape(name: str) -> Mapping[str, Any]:
    """Return the message of this name, one of SHAPES."""
    found: Mapping[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found
