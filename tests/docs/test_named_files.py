"""What the documentation names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
FOLDERS = "skill postbox bridge interaction_models local tests benchmarks deploy docs"
NAMED = re.compile(rf"(?<![\w./-])((?:{'|'.join(FOLDERS.split())})/[\w./*-]*\w)/?(?![\w-])")


def named(page: Path) -> list[str]:
    """Return the files and folders of this repository that a page names, patterns too."""
    return sorted(set(NAMED.findall(page.read_text(encoding="utf-8"))))


def is_there(path: str) -> bool:
    # A module may be named as one: `skill/intents/messages/send_message`.
    return any(any(ROOT.glob(pattern)) for pattern in (path, f"{path}.py"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page):
    assert [path for path in named(page) if not is_there(path)] == []


def test_the_architecture_tells_its_ways_in_file_names():
    assert len(named(ROOT / "docs" / "architecture.md")) >= 40


def test_a_file_that_is_missing_would_be_noticed():
    assert not is_there("skill/nowhere")
    assert not is_there("bridge/outbox/nowhere.py")
