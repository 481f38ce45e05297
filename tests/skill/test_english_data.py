"""What is known of English: its common words, given names and places, and its grammar."""

import json
import re
from pathlib import Path

import pytest

import skill

ENGLISH = Path(skill.__file__).parent / "understanding" / "locales" / "en"
WORD = r"[a-z]+(?:['-][a-z]+)*"
LISTS = {
    "words": (3000, WORD),
    "given_names": (1200, "[a-z]+"),
    "places": (400, "[a-z]+(?: [a-z]+)*"),
}
WORDS_THAT_ARE_NAMES = {"bill", "mark", "pat", "will"}
"""Common as words, and as common as names."""


def lines(name: str) -> list[str]:
    text = (ENGLISH / f"{name}.txt").read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_duplicates_and_ends_its_last_line(name):
    listed = lines(name)
    assert listed == sorted(set(listed))
    assert (ENGLISH / f"{name}.txt").read_bytes().endswith(b"\n")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_lower_case_ascii_without_blank_lines(name):
    _, written = LISTS[name]
    assert [line for line in lines(name) if not re.fullmatch(written, line)] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_long_enough_to_be_of_use(name):
    least, _ = LISTS[name]
    assert len(lines(name)) >= least


def test_hardly_a_given_name_is_also_a_common_word():
    assert set(lines("words")) & set(lines("given_names")) <= WORDS_THAT_ARE_NAMES


def test_the_grammar_has_only_lists_with_something_in_them():
    for part, listed in grammar().items():
        assert isinstance(listed, list), part
        assert listed, part


def test_the_grammar_lists_nothing_twice():
    twice = {part: [word for word in of if of.count(word) > 1] for part, of in grammar().items()}
    assert {part: found for part, found in twice.items() if found} == {}


def grammar() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((ENGLISH / "grammar.json").read_text(encoding="utf-8"))
    return found


def once_each(pairs):
    names = [name for name, _ in pairs]
    assert sorted(names) == sorted(set(names))
    return dict(pairs)


@pytest.mark.parametrize(
    "path", sorted(Path(skill.__file__).parent.rglob("*.json")), ids=lambda path: path.stem
)
def test_no_name_stands_twice_in_an_object_for_only_the_last_is_read(path):
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once_each)
