"""What the documents say of transcripts is what the player takes, neither more nor less."""

import re
from pathlib import Path

import pytest

from local.conversations.notation import grammar
from local.conversations.notation.grammar import parse
from local.conversations.notation.settings import SETTINGS
from local.conversations.steps import Setting, Step
from local.workspace import parse_fault

ROOT = Path(__file__).parents[3]
STORIES = ROOT / "tests" / "conversations"
PAGE = (ROOT / "docs" / "conversations.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILLED_IN = {"TEXT": "words", "#channel": "#general", "@Person": "@Kevin", "FAULT": "500"}


def cells(heading: str) -> list[str]:
    """Return what stands between backticks in the first column of the table under a heading."""
    table = PAGE.split(f"| {heading} |", maxsplit=1)[1].split("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [cell for row in rows for cell in re.findall(r"`([^`]+)`", row)]


def filled_in(line: str) -> str:
    for blank, words in FILLED_IN.items():
        line = line.replace(blank, words)
    return line


def blocks(text: str) -> list[str]:
    """Return the indented examples that begin as a transcript does, with a comment."""
    found = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", text, re.MULTILINE)
    return [block for block in found if block.lstrip().startswith("# ")]


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_story_is_a_transcript_that_begins_with_what_it_tells(path):
    text = path.read_text(encoding="utf-8")
    assert parse(text).steps
    assert text.startswith("# ")


@pytest.mark.parametrize("line", cells("line"))
def test_every_documented_line_is_one(line):
    if line.partition(":")[0] in SETTINGS:
        line += "\nyou: hi"
    assert parse(filled_in(line)).steps


def test_every_line_is_documented():
    documented = {
        type(step)
        for line in cells("line")
        if line.partition(":")[0] not in SETTINGS
        for step in parse(filled_in(line)).steps
    }
    assert documented == set(Step.__subclasses__())


def test_every_setting_is_documented_with_its_default():
    rows = PAGE.split("| line | default |", maxsplit=1)[1].split("\n\n")[0].splitlines()[2:]
    examples = [re.findall(r"`([^`]+)`", row)[0] for row in rows]
    assert {example.partition(":")[0] for example in examples} == set(SETTINGS)
    defaults = [line for line, row in zip(examples, rows, strict=True) if "| none: " not in row]
    assert parse("\n".join([*defaults, "you: hi"])).setting == Setting()
    chosen = vars(parse("\n".join([*examples, "you: hi"])).setting)
    changed = {name for name, value in vars(Setting()).items() if chosen[name] != value}
    assert changed == {line.partition(":")[0] for line in examples if line not in defaults}


@pytest.mark.parametrize("fault", cells("fault"))
@pytest.mark.parametrize("often", ["", " once", " twice", " 5 times", " for 30 s"])
def test_every_documented_fault_is_one(fault, often):
    assert parse_fault(fault + often)


def test_the_examples_are_the_stories_themselves():
    stories = [path.read_text(encoding="utf-8").split() for path in STORIES.glob("*.txt")]
    examples = blocks(PAGE)
    assert examples
    assert all(example.split() in stories for example in examples)


def test_the_stories_that_the_readme_names_are_there():
    named = re.findall(r"tests/conversations/\S+\.txt", README)
    assert named
    assert all((ROOT / name).is_file() for name in named)


def test_the_readme_tells_the_conversation_of_the_demo():
    demo = parse((STORIES / "demo.txt").read_text(encoding="utf-8"))
    spoken = " ".join(README.casefold().replace("send,", "send").split())
    for step in demo.steps:
        for said in (getattr(step, "utterance", None), getattr(step, "text", None)):
            assert said is None or said.casefold() in spoken


def test_the_forms_of_lines_are_those_that_are_documented():
    beginnings = {form.partition(":")[0] for form in grammar.FORMS}
    for line in [*cells("line"), *SETTINGS]:
        key = line.partition(":")[0].replace("kevin", "NAME").replace("Jenkins", "NAME")
        assert key in beginnings
