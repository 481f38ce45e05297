"""The README's table of what can be said, from the examples beside the templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from local.echo.utterances.understanding import Understanding
from local.interaction_model import InteractionModel
from local.sentence_templates.templates import TemplateError

BEGIN = "<!-- from interaction_models/templates/en/examples.yaml, by make models -->\n"
END = "<!-- end -->\n"
_OWN_WORDS = "lunch is here"


@dataclass(frozen=True)
class Example:
    """A row: what may be said, what happens then, and the intents that do it."""

    say: tuple[str, ...]
    happens: str
    intents: frozenset[str | None]
    """None: the skill is only opened."""


def read_examples(file: Path) -> list[Example]:
    """Return the rows of a language's examples."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [
        Example(tuple(row["say"]), row["happens"], frozenset(row["intents"] or [None]))
        for row in rows
    ]


def misunderstood(examples: list[Example], model: InteractionModel) -> Iterator[str]:
    """Yield a sentence for each example that leads somewhere else, or that nothing leads to."""
    understands = Understanding(model)
    for example in examples:
        reached = set()
        for said in example.say:
            spoken = _spoken(said)
            meaning = understands.opening(spoken) or understands.following(spoken)
            reached.add(meaning.intent)
            if meaning.intent not in example.intents:
                yield f'"{said}" leads to {meaning.intent}.'
        for intent in example.intents - reached:
            yield f'No example of "{example.happens}" leads to {intent}.'


def with_table(readme: str, examples: list[Example]) -> str:
    """Return the README with the table of these rows; TemplateError where it has no place."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise TemplateError("The README has no place for the table of what can be said.")
    rows = ["| say | what happens |", "|---|---|", *map(_row, examples)]
    return before + begin + "\n".join(rows) + "\n" + end + after


def _row(example: Example) -> str:
    said = ", ".join(f'"{sentence}"' for sentence in example.say)
    return f"| {said} | {example.happens} |"


def _spoken(said: str) -> str:
    text = said.removeprefix("... ")
    asked = text if text == said else f"ask slack to {text}"
    return asked.replace("...", _OWN_WORDS)
