"""Every sentence that is said is one of the locale's, filled in with what it needs."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from local import sentence_keys
from skill.intents.registry import UNSUPPORTED
from skill.intents.sent import delivery_status
from skill.intents.settings import preferences
from skill.outbox import reasons
from skill.reading.planning.scope import NOTHING
from skill.speech.phrases import LOCALES

SKILL = Path(__file__).parents[3] / "skill"
SENTENCES = json.loads((LOCALES / "en-US.json").read_text(encoding="utf-8"))
SAYING = {"say", "sentence", "plain"}


def variables(key: str) -> set[str]:
    """Return what a sentence must be filled in with."""
    return {name for _, name, _, _ in Formatter().parse(SENTENCES[key]) if name}


def keys_in(node: ast.expr) -> Iterator[str]:
    """Yield the keys that an argument names, also where it chooses among them."""
    match node:
        case ast.Constant(str(key)):
            yield key
        case ast.IfExp():
            yield from keys_in(node.body)
            yield from keys_in(node.orelse)


def name_of(called: ast.expr) -> str:
    """Return a called function's own name."""
    match called:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def sources() -> Iterator[tuple[Path, ast.AST]]:
    """Yield every node of the skill's source, and where it stands."""
    for path in sorted(SKILL.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(SKILL), node


def test_the_typed_keys_are_those_of_the_locale(capsys):
    assert sentence_keys.main(["--check"]) == 0, capsys.readouterr().out


def test_each_is_filled_in_with_exactly_its_variables_and_none_is_there_in_vain():
    found, wrong, named = 0, {}, set()
    for path, node in sources():
        match node:
            case ast.Constant(str(value)):
                named.add(value)
            case ast.Call(func, [first, *_], words) if name_of(func) in SAYING:
                keys, given = list(keys_in(first)), {word.arg for word in words}
                found += bool(keys)
                if keys and None not in given and given != set().union(*map(variables, keys)):
                    wrong[f"{path}:{node.lineno}"] = given
    assert found > 200
    assert not wrong
    assert set(SENTENCES) - named == set()


@pytest.mark.parametrize(
    ("keys", "filled"),
    [
        (reasons.REASONS.values(), set()),
        (reasons.NOT_DONE.values(), {"conversation", "reason"}),
        (reasons.NOT_CONFIRMED.values(), {"conversation"}),
        (UNSUPPORTED.values(), set()),
        (preferences.SENTENCES.values(), set()),
        (preferences.READ_BACK_SENTENCES.values(), set()),
        (preferences.RATE_SENTENCES.values(), set()),
        (delivery_status.SENTENCES.values(), {"conversation", "reason"}),
        (NOTHING.values(), {"name"}),
    ],
    ids=["reasons", "not done", "not confirmed", "unsupported", "kinds", "read back", "rate",
         "status", "nothing"],
)  # fmt: skip
def test_a_table_of_sentences_needs_no_more_than_it_is_given(keys, filled):
    assert all(variables(key) <= filled for key in keys)


def test_a_sentence_of_no_locale_is_refused_before_it_runs():
    stub = sentence_keys.stub()
    assert '    "sent",\n' in stub
    assert "no_such_sentence" not in stub
