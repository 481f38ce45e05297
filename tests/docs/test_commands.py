"""Every command that a page or another command names is one, with options that it has."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from local.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
PRINTING = [*sorted((ROOT / "local" / "cli").rglob("*.py")), ROOT / "Makefile"]
CALL = re.compile(r"(?<![\w./-])(?:\.venv/bin/)?earshot ((?:[a-z<\[A-Z.{\"'-][^\s`]* ?)+)")
NAMED = re.compile(r"earshot ((?:[a-z-]+)(?: [a-z]+)?(?: --[a-z-]+)*)")
ASKED_FOR = {"setup", "doctor", "deploy", "outbox", "owner", "slack-manifest", "up"}
TARGET = re.compile(r"(?:^ {4}|`)make ([a-z-]+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def commands() -> Any:
    return typer.main.get_command(app)


def wrong_with(call: str) -> str | None:
    """Say what is wrong with what follows the word earshot, or None."""
    words, command = re.findall(r"[\w-]+", call.partition("`")[0]), commands()
    found = command.get_command(None, words[0])
    if found is None:
        return f"earshot {words[0]}"
    if hasattr(found, "list_commands") and len(words) > 1:
        found = found.get_command(None, words[1]) or found
    named = {option for parameter in found.params for option in parameter.opts}
    named |= {option for parameter in found.params for option in parameter.secondary_opts}
    asked = re.findall(r"(?<!\S)--[a-z-]+", call)
    unknown = [option for option in asked if option not in {*named, "--help"}]
    return f"earshot {words[0]} {' '.join(unknown)}" if unknown else None


def code_of(page: Path) -> str:
    """Return what a page shows as code: blocks, and what stands between backquotes."""
    text = page.read_text(encoding="utf-8")
    blocks, spans = re.findall(r"^ {4}.*$", text, re.MULTILINE), re.findall(r"`[^`]+`", text)
    return "\n".join([*blocks, *(" ".join(span.split()) for span in spans)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_is_there_with_its_options(page):
    calls = CALL.findall(code_of(page))
    assert [wrong for call in calls if (wrong := wrong_with(call))] == []


def test_every_command_that_another_one_names_is_there():
    calls = [
        call
        for path in PRINTING
        for call in NAMED.findall(path.read_text(encoding="utf-8"))
        if call.split()[0] in ASKED_FOR
    ]
    assert len(calls) > 20
    assert [wrong for call in calls if (wrong := wrong_with(call))] == []


def test_a_command_or_an_option_that_is_not_there_would_be_noticed():
    assert wrong_with("hepl --stage prod") == "earshot hepl"
    assert wrong_with("doctor --stage prod --deep") == "earshot doctor --deep"
    assert wrong_with("owner reset --stage prod") is None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_door_of_make_that_a_page_names_is_there(page):
    doors = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(TARGET.findall(page.read_text(encoding="utf-8"))) - doors == set()


def anchors(page: Path) -> set[str]:
    """Return where links may lead within a page, as GitHub names its headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_within_the_repository_is_dead(page):
    dead = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        there = (page.parent / path) if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            dead.append(link)
    assert dead == []
