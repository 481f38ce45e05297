"""SECURITY.md names tests that there are."""

import re
from pathlib import Path

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
