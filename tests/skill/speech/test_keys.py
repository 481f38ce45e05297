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
TREES = {
    path.relative_to(SKILL): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SKILL.rglob("*.py"))
}
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


SAID = [
    (f"{path}:{call.lineno}", keys, {word.arg for word in call.keywords})
    for path, tree in TREES.items()
    for call in ast.walk(tree)
    if isinstance(call, ast.Call) and name_of(call.func) in SAYING and call.args
    if (keys := list(keys_in(call.args[0])))
]


def test_the_typed_keys_are_those_of_the_locale(capsys):
    assert sentence_keys.main(["--check"]) == 0, capsys.readouterr().out


def test_sentences_are_found_in_the_source():
    assert len(SAID) > 200


def test_each_is_filled_in_with_exactly_its_variables():
    wrong = {
        where: given
        for where, keys, given in SAID
        if None not in given and given != set().union(*map(variables, keys))
    }
    assert not wrong


def test_no_sentence_is_there_in_vain():
    named = {
        node.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
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
