"""How messages begin that are said without a verb for sending: "I'm on stage in two minutes".

Alexa wants words of its own before what she is to take as it comes. Each common beginning is a
carrier, with an intent of its own, so that the words it took off can be put back.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"


@cache
def openings() -> Mapping[str, str]:
    """Return the words of each opening by its intent's name, of all languages."""
    files = sorted(LOCALES.glob("*/openings.json"))
    found: dict[str, str] = {}
    for file in files:
        found |= json.loads(file.read_text(encoding="utf-8"))
    return found
