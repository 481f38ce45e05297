"""Everything that the README and the page say can be said works in the demo's workspace."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from local.conversations.world import Spoken
from local.demo.morning import TEAM, write_the_morning
from local.page.assets import FOLDER
from local.world.played import PlayedInProcess, world_for
from tests.local.demo.readme_lines import LINES

ROOT = Path(__file__).parents[3]
TABLE = yaml.safe_load(
    (ROOT / "interaction_models/templates/en/examples.yaml").read_text(encoding="utf-8")
)
AT_A_QUESTION = ("to Kevin Sato", "the second one", "to Ana instead", "change it", "add ...")
"""Said while Alexa asks."""
NOT_UNDERSTOOD = re.compile(
    r"didn't get that|wasn't asking|can't find|no name like|not for Slack", re.IGNORECASE
)


class _Examples(HTMLParser):
    """Collects what the page's buttons say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attributes if name == "data-say" and value]


def page_examples() -> list[str]:
    """Return what the page's buttons say, in their order."""
    examples = _Examples()
    examples.feed((FOLDER / "index.html").read_text(encoding="utf-8"))
    return examples.said


def spoken(example: str) -> str:
    """Return an example of the table as one would say it, with words of one's own."""
    example = example.strip("?").replace(",", "")
    lead, _, rest = example.partition(" ")
    if lead == "...":
        example = rest
    example = example.replace("...", "lunch is here")
    if re.match(r"(ask|tell|open) slack", example, re.IGNORECASE):
        return example
    return f"ask slack to {example}" if lead == "..." else f"ask slack {example}"


def say(world: PlayedInProcess, utterance: str) -> Spoken:
    answer = world.say(utterance)
    assert answer.rejected is None
    assert answer.heard, f"{utterance!r} was not for Slack"
    assert not NOT_UNDERSTOOD.search(answer.heard), f"{utterance!r}: {answer.heard}"
    world.settle()
    return answer


def test_the_page_has_at_least_ten_examples():
    assert len(page_examples()) >= 10


def test_the_examples_of_the_page_work_one_after_another():
    with world_for(TEAM) as world:
        write_the_morning(world.parts.workspace)
        for utterance in page_examples():
            say(world, utterance)
            world.advance(60)


@pytest.mark.parametrize(
    "row",
    [row for row in TABLE if row["say"][0] not in AT_A_QUESTION],
    ids=lambda row: row["say"][0],
)
def test_a_line_of_the_readme_works_as_written(row):
    for example in row["say"]:
        line = LINES[example]
        with world_for(TEAM) as world:
            write_the_morning(world.parts.workspace)
            for utterance in line.before:
                say(world, utterance)
            for utterance, answer in ((spoken(example), line.said), *line.then):
                heard = say(world, utterance).heard
                assert re.fullmatch(answer, heard), f"{utterance!r}: {heard}"


def test_there_is_an_answer_for_each_line_of_the_readme_and_for_no_other():
    said = [example for row in TABLE for example in row["say"]]
    assert {*LINES, *AT_A_QUESTION} == set(said)


@pytest.mark.parametrize("example", AT_A_QUESTION)
def test_an_answer_of_the_readme_works_as_written(example):
    assert any(example in row["say"] for row in TABLE)
    with world_for(TEAM) as world:
        say(world, "tell slack to send hello to Kevin")
        say(world, spoken(example).removeprefix("ask slack "))
