"""Every rule finds what it is there for, names the place, and is silent otherwise."""

import pytest

from local.interaction_model import Entity, InteractionModel, ModelError, check
from tests.interaction_models.sound_model import (
    DELETE,
    DIALOG_SLOT,
    READ,
    SEND,
    SOUND,
    D,
    L,
    added,
    assert_found,
    broken,
    letters,
    send_sample,
)


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


@pytest.mark.parametrize(
    ("document", "place", "words"),
    [
        (
            broken(f"{READ}.slots[0].samples", ["the {channel} one"]),
            f"{READ}.slots[0].samples",
            "nobody is asked for channel",
        ),
        (
            broken(f"{SEND}.slots[0].samples", ["say {message}", "Say {message}"]),
            f"{SEND}.slots[0].samples[1]",
            "there twice",
        ),
        (
            broken(f"{SEND}.slots[0].samples", ["hello"]),
            f"{SEND}.slots[0].samples[0]",
            'not have the slot "message"',
        ),
        (
            broken(f"{L}.types[0].values[0].name.synonyms", ["all", "General"]),
            f"{L}.types[0].values[0].name",
            '"General" is there twice',
        ),
        (
            broken(f"{L}.types[0].values[1].id", "1"),
            f"{L}.types[0].values[1].id",
            'id "1" is there twice',
        ),
    ],
)
def test_slots_that_are_asked_for_and_what_their_values_are_called(document, place, words):
    assert_found(document, place, words)


def test_a_slot_that_is_asked_for_has_samples_of_its_own():
    assert check(broken(f"{SEND}.slots[0].samples", ["it says {message}"]), "en-US") == []


def test_values_may_share_a_synonym():
    assert check(broken(f"{L}.types[0].values[1].name.synonyms", ["all"]), "en-US") == []


def test_an_intent_that_takes_whatever_is_said_is_warned_of():
    (finding,) = check(added(f"{READ}.samples", "{channel}"), "en-US")
    assert (finding.path, finding.warning) == (f"{READ}.samples[2]", True)
    assert "whatever is said" in finding.sentence


def test_slots_of_numbers_and_ordinals_are_no_repetition():
    document = added(f"{READ}.samples", "{number}")
    place = document["interactionModel"]["languageModel"]["intents"][1]
    place["slots"] += [
        {"name": "number", "type": "AMAZON.NUMBER"},
        {"name": "position", "type": "AMAZON.Ordinal"},
    ]
    place["samples"] += ["{position}"]
    assert check(document, "en-US") == []
    place["samples"] += ["read {channel}"]
    assert_found(document, f"{READ}.samples[4]", "is already at")


def test_a_model_is_read_with_values_and_samples_of_slots():
    document = broken(f"{SEND}.slots[0].samples", ["it says {message}"])
    model = InteractionModel.from_document(document, locale="en-US")
    assert model.types == {"CHANNEL": (Entity("general", ("all",), "1"), Entity("random"))}
    assert model.slot("SendIntent", "message").samples == ("it says {message}",)
    with pytest.raises(KeyError):
        model.slot("SendIntent", "channel")
