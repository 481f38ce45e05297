"""Every rule finds what it is there for, names the place, and is silent otherwise."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.interaction_model import InteractionModel, ModelError, check
from local.interaction_model.__main__ import main

L = "interactionModel.languageModel"
D = "interactionModel.dialog"

SOUND: dict[str, Any] = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "my team chat",
            "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
            "intents": [
                {
                    "name": "SendIntent",
                    "slots": [{"name": "message", "type": "AMAZON.SearchQuery"}],
                    "samples": ["send {message}", "i'd like to send {message}"],
                },
                {
                    "name": "ReadIntent",
                    "slots": [{"name": "channel", "type": "CHANNEL"}],
                    "samples": ["read {channel}", "read {channel}'s news"],
                },
                {"name": "AMAZON.StopIntent", "samples": []},
                {"name": "AMAZON.CancelIntent", "samples": []},
                {"name": "AMAZON.HelpIntent", "samples": []},
                {"name": "AMAZON.FallbackIntent", "samples": []},
            ],
            "types": [
                {
                    "name": "CHANNEL",
                    "values": [
                        {"id": "1", "name": {"value": "general", "synonyms": ["all"]}},
                        {"name": {"value": "random"}},
                    ],
                }
            ],
        },
        "dialog": {
            "delegationStrategy": "SKILL_RESPONSE",
            "intents": [
                {
                    "name": "SendIntent",
                    "confirmationRequired": False,
                    "prompts": {},
                    "slots": [
                        {
                            "name": "message",
                            "type": "AMAZON.SearchQuery",
                            "elicitationRequired": True,
                            "confirmationRequired": False,
                            "prompts": {"elicitation": "What"},
                        }
                    ],
                }
            ],
        },
        "prompts": [{"id": "What", "variations": [{"type": "PlainText", "value": "What?"}]}],
    }
}

SEND = f"{L}.intents[0]"
READ = f"{L}.intents[1]"
DIALOG_SLOT = f"{D}.intents[0].slots[0]"


def broken(path: str, value: Any) -> dict[str, Any]:
    """Return a copy of the sound model with one place changed; DELETE takes it out."""
    document = copy.deepcopy(SOUND)
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    place: Any = document
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    key = int(last) if last.isdigit() else last
    if value is DELETE:
        del place[key]
    else:
        place[key] = value
    return document


DELETE = object()


def added(path: str, item: Any) -> dict[str, Any]:
    """Return a copy of the sound model with one item more in a list."""
    place: Any = SOUND
    for step in path.replace("]", "").replace("[", ".").split("."):
        place = place[int(step) if step.isdigit() else step]
    return broken(path, [*place, item])


def places(part: Any, path: str = "") -> Iterator[str]:
    """Yield the path of everything in a document."""
    if path:
        yield path
    if isinstance(part, dict):
        for key, each in part.items():
            yield from places(each, f"{path}.{key}" if path else key)
    elif isinstance(part, list):
        for at, each in enumerate(part):
            yield from places(each, f"{path}[{at}]")


def send_sample(sample: str) -> dict[str, Any]:
    return broken(f"{SEND}.samples[1]", sample)


def test_a_sound_model_has_no_findings():
    assert check(SOUND, "en-US") == []


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        ([], "the file", "must be an object"),
        ({}, "the file", '"interactionModel" is missing'),
        (broken(f"{L}.invocationName", DELETE), L, '"invocationName" is missing'),
        (broken(f"{SEND}.sample", []), f"{SEND}.sample", "no such key"),
        (broken(f"{SEND}.samples", "send"), f"{SEND}.samples", "must be a list"),
        (broken(f"{SEND}.samples[0]", 1), f"{SEND}.samples[0]", "must be a string"),
        (broken(f"{L}.intents", []), f"{L}.intents", "must not be empty"),
        (
            broken(f"{L}.modelConfiguration.fallbackIntentSensitivity.level", "SOME"),
            f"{L}.modelConfiguration.fallbackIntentSensitivity.level",
            "LOW, MEDIUM, HIGH",
        ),
        (broken(f"{L}.types[0].valueSupplier", "x"), f"{L}.types[0].valueSupplier", "an object"),
        (
            broken(f"{DIALOG_SLOT}.elicitationRequired", "no"),
            f"{DIALOG_SLOT}.elicitationRequired",
            "true or false",
        ),
    ],
)
def test_a_misshapen_file_is_named_by_its_place(document, place, words):
    assert_found(document, place, words)
    with pytest.raises(ModelError):
        InteractionModel.from_document(document, locale="en-US")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("s", "2 to 50"),
        ("a" * 51, "2 to 50"),
        ("My Chat", "lower-case"),
        ("chat  room", "single spaces"),
        ("team chat 2", "lower-case"),
        ("ask chat", "launch phrase"),
        ("hey alexa chat", "wake word"),
        ("chat app", "may not be part"),
        ("the chat", "article"),
    ],
)
def test_invocation_names_keep_amazons_rules(name, words):
    assert_found(broken(f"{L}.invocationName", name), f"{L}.invocationName", words)


def test_a_name_of_one_word_is_only_warned_of():
    (finding,) = check(broken(f"{L}.invocationName", "slack"), "en-US")
    assert finding.warning
    assert "development" in finding.sentence


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        (broken(f"{READ}.name", "Read2Intent"), f"{READ}.name", "no intent name"),
        (broken(f"{READ}.name", "AMAZON.ReadIntent"), f"{READ}.name", "no built-in intent"),
        (broken(f"{READ}.name", "SendIntent"), f"{READ}.name", "already at"),
        (broken(f"{READ}.slots[0].name", "2nd"), f"{READ}.slots[0].name", "no slot name"),
        (broken(f"{READ}.name", "Channel"), f"{L}.types[0].name", "already at"),
        (broken(f"{L}.types[0].name", "1ST"), f"{L}.types[0].name", "no slot type name"),
        (broken(f"{L}.intents[5]", {"name": "OtherIntent"}), f"{L}.intents", "AMAZON.Fallback"),
        (broken(f"{L}.intents[2].name", "OtherIntent"), f"{L}.intents", "AMAZON.StopIntent"),
    ],
)
def test_names(document, place, words):
    assert_found(document, place, words)


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        ("", "must not be empty"),
        (" send {message}", "spaces at its ends"),
        ("send  {message}", "more than one in a row"),
        ("send {message", "brace without its partner"),
        ("send message}", "brace without its partner"),
        ("send, {message}", "letters, spaces"),
        ("send? {message}", "letters, spaces"),
        ("send (now) {message}", "letters, spaces"),
        ("send{message}", "no space sets apart"),
        ("send {message}now", "no space sets apart"),
        ("send {text}", "not among the slots"),
        ("{message}", "carrier phrase"),
    ],
)
def test_samples_are_written_as_alexa_takes_them(sample, words):
    assert_found(send_sample(sample), f"{SEND}.samples[1]", words)


@pytest.mark.parametrize("sample", ["send it to u.s.a. {message}", "e-mail {message}", "schick’s"])
def test_periods_hyphens_and_apostrophes_may_be_in_a_sample(sample):
    assert check(send_sample(sample), "en-US") == []


def test_a_phrase_slot_has_no_other_slot_beside_it():
    document = broken(
        f"{SEND}.slots",
        [{"name": "message", "type": "AMAZON.SearchQuery"}, {"name": "to", "type": "CHANNEL"}],
    )
    document["interactionModel"]["languageModel"]["intents"][0]["samples"].append(
        "send {message} to {to}"
    )
    assert_found(document, f"{SEND}.samples[2]", "another slot beside")


def test_what_answers_a_question_for_a_phrase_slot_has_a_carrier_too():
    document = broken(f"{SEND}.slots[0].samples", ["it says {message}", "{message}"])
    assert_found(document, f"{SEND}.slots[0].samples[1]", "carrier phrase")


def test_one_phrase_slot_is_all_that_an_intent_can_have():
    more = {"name": "rest", "type": "AMAZON.SearchQuery"}
    assert_found(added(f"{SEND}.slots", more), SEND, "more than one AMAZON.SearchQuery")


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        (
            added(f"{SEND}.slots", {"name": "where", "type": "CHANNEL"}),
            f"{SEND}.slots[1]",
            "No sample",
        ),
        (
            added(f"{READ}.samples", "Send {channel}"),
            f"{READ}.samples[2]",
            f"already at {SEND}.samples[0]",
        ),
        (added(f"{READ}.samples", "never mind"), f"{READ}.samples[2]", "AMAZON.CancelIntent"),
        (
            broken(f"{READ}.slots[0].type", "PLACE"),
            f"{READ}.slots[0].type",
            "no slot type PLACE",
        ),
        (
            added(f"{L}.types", {"name": "SPARE", "values": [{"name": {"value": "x"}}]}),
            f"{L}.types[1]",
            "No slot has the type SPARE",
        ),
        (broken(f"{L}.types[0].values", []), f"{L}.types[0].values", "has no values"),
        (
            broken(f"{L}.types[0].values[0].name.synonyms", [" "]),
            f"{L}.types[0].values[0].name",
            "must not be empty",
        ),
        (
            broken(f"{L}.types[0].values[0].name.value", "x" * 141),
            f"{L}.types[0].values[0].name",
            "more than 140",
        ),
        (
            broken(f"{L}.types[0].values[1].name.value", "General"),
            f"{L}.types[0].values[1].name",
            "there twice",
        ),
    ],
)
def test_slots_types_and_values(document, place, words):
    assert_found(document, place, words)


def test_samples_that_differ_by_one_word_are_no_repetition():
    assert check(added(f"{READ}.samples", "send the {channel}"), "en-US") == []


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        (broken(f"{D}.intents[0].name", "NoIntent"), f"{D}.intents[0].name", "has no intent"),
        (broken(f"{DIALOG_SLOT}.name", "text"), f"{DIALOG_SLOT}.name", 'has no slot "text"'),
        (broken(f"{DIALOG_SLOT}.type", "CHANNEL"), f"{DIALOG_SLOT}.type", "has the type"),
        (broken(f"{D}.intents[0].slots", []), f"{D}.intents[0].slots", "is missing here"),
        (
            broken(f"{DIALOG_SLOT}.prompts.elicitation", "Which"),
            f"{DIALOG_SLOT}.prompts.elicitation",
            "no prompt Which",
        ),
        (broken(f"{DIALOG_SLOT}.prompts", {}), f"{DIALOG_SLOT}.prompts", "has no prompt"),
        (
            added("interactionModel.prompts", SOUND["interactionModel"]["prompts"][0]),
            "interactionModel.prompts[1].id",
            "there twice",
        ),
        (
            added(f"{D}.intents", SOUND["interactionModel"]["dialog"]["intents"][0]),
            f"{D}.intents[1].name",
            "a dialog already",
        ),
    ],
)
def test_the_dialog_speaks_of_what_exists(document, place, words):
    assert_found(document, place, words)


def test_more_intents_than_alexa_takes():
    many = [{"name": f"Other{letters(at)}Intent", "samples": []} for at in range(350)]
    document = broken(f"{L}.intents", SOUND["interactionModel"]["languageModel"]["intents"] + many)
    assert_found(document, f"{L}.intents", "356 intents are more than 250")
    assert_found(document, L, "357 intents and slot types are more than 350")


def test_a_model_that_is_too_large():
    samples = [f"send {letters(at)} {'word ' * 60}{{message}}" for at in range(5_000)]
    document = broken(f"{SEND}.samples", samples)
    assert_found(document, "the file", "bytes are more than 1,500,000")


def test_the_fallback_sensitivity_is_for_english_and_german_only():
    place = f"{L}.modelConfiguration.fallbackIntentSensitivity"
    assert_found(SOUND, place, "not for it-IT", locale="it-IT")
    assert check(SOUND, "de-DE") == []


def test_a_file_named_after_no_locale():
    assert_found(SOUND, "the file name", "no locale en-CH", locale="en-CH")


def test_the_command_prints_every_finding_and_fails(tmp_path, capsys):
    file = tmp_path / "en-US.json"
    file.write_text(json.dumps(send_sample("{message}")), encoding="utf-8")
    assert main([str(file)]) == 1
    assert f'{file}: {SEND}.samples[1]: "{{message}}" must include' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes at line 1"),
        (b"\xff", "is not UTF-8"),
        (None, "cannot be read: No such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, capsys, content, words):
    file = tmp_path / "en-US.json"
    if content is not None:
        file.write_bytes(content)
    assert main([str(file)]) == 1
    assert f"{file} {words}" in capsys.readouterr().out


def test_the_command_without_a_file_says_how_to_use_it(capsys):
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(places(SOUND))), JSON)
def test_whatever_stands_in_a_file_is_judged_and_never_breaks_the_judge(place, value):
    document = broken(place, value)
    findings = check(document, "en-US")
    assert all(each.path and each.sentence for each in findings)


def assert_found(document: Any, place: str, words: str, *, locale: str = "en-US") -> None:
    findings = [str(each) for each in check(document, locale)]
    assert any(each.startswith(f"{place}: ") and words in each for each in findings), findings


def letters(number: int) -> str:
    """Return a number in letters, which is all that an intent's name takes."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))
