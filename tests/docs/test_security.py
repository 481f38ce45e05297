"""SECURITY.md names tests that there are."""

import re
from pathlib import Path

from tests.docs.threats import MATRIX

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_file_that_shows_something_is_there():
    named = set(re.findall(r"`((?:tests|skill|postbox)/[\w/.]+)`", PAGE))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_line_of_the_threat_model_names_a_test():
    rows = PAGE.split("| who | what holds | shown by |")[1].split("\n\n")[0].splitlines()[2:]
    assert len(rows) >= 9
    assert all("`tests/" in row.rsplit("|", 2)[1] for row in rows)


def test_the_matrix_has_every_line_of_the_threat_model():
    rows = PAGE.split("| who | what holds | shown by |")[1].split("\n\n")[0].splitlines()[2:]
    said = [row.split("|")[1].replace("**", "").strip() for row in rows]
    assert len(said) == len(MATRIX)
    assert all(who.startswith(line) for who, line in zip(said, MATRIX, strict=True))


def test_every_attack_of_the_matrix_is_played_by_tests_that_there_are():
    named = [shown for attacks in MATRIX.values() for tests in attacks.values() for shown in tests]
    missing = []
    for shown in named:
        path, _, test = shown.partition("::")
        file = ROOT / path
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        if not text or (test and f"\ndef {test}(" not in text):
            missing.append(shown)
    assert missing == []
