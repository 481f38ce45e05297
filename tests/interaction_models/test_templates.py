"""Sentence templates: what they stand for, and what is said of those that cannot be used."""

import json
import shutil
from pathlib import Path

import pytest

from local.interaction_model import InteractionModel
from local.sentence_templates.__main__ import main
from local.sentence_templates.carriers import swallowed
from local.sentence_templates.examples import Example, misunderstood
from local.sentence_templates.expander import Expander
from local.sentence_templates.templates import TemplateError, Templates

ROOT = Path(__file__).parents[2]
MODEL = InteractionModel.load(ROOT / "interaction_models" / "en-US.json")

SMALL = {
    "model.yaml": """
        invocation_name: my chat
        fallback_sensitivity: LOW
        locales: [en-US]
        files: [said]
        rules: {please: "(please|can you)"}
    """,
    "types.yaml": "types: {PLACE: {general: [main], random: }}",
    "said.yaml": """
        SendIntent:
          slots: {message: AMAZON.SearchQuery}
          sentences: ["[<please>] send {message}"]
    """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "interaction_models" / "templates" / "en"
    place.mkdir(parents=True)
    for name, content in SMALL.items():
        (place / name).write_text(content)
    return place


@pytest.mark.parametrize(
    ("template", "samples"),
    [
        ("send it", ["send it"]),
        ("[please] send it", ["please send it", "send it"]),
        ("(send|post) it", ["send it", "post it"]),
        ("<ask> send {message}", ["to send {message}", "can you send {message}"]),
        ("[good]bye", ["goodbye", "bye"]),
        ("[it|it] again", ["it again", "again"]),
        ("don't [ever] {verb} {thing}", ["don't ever {verb} {thing}", "don't {verb} {thing}"]),
        ("[ ]", []),
    ],
)
def test_a_template_stands_for_all_its_samples_in_order(template, samples):
    assert Expander({"ask": "(to|can you)"}).samples([template]) == samples


def test_a_sample_that_two_templates_stand_for_is_there_once():
    assert Expander({}).samples(["[please] stop", "(stop|please stop|halt)"]) == [
        "please stop",
        "stop",
        "halt",
    ]


@pytest.mark.parametrize(
    ("template", "words"),
    [("<nobody> send it", "names a rule that is not there"), ("(send", "cannot be read")],
)
def test_a_template_that_cannot_be_used_is_named(template, words):
    with pytest.raises(TemplateError, match=words):
        Expander({}).samples([template])


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        (
            "said.yaml",
            "SendIntent: {samples: [send]}",
            "SendIntent has samples, which nobody reads",
        ),
        ("said.yaml", "SendIntent: {sentences: [no]}", "False is no text; put it in quotes"),
        ("said.yaml", "SendIntent: {sentences: [send]}", "no sentence names the rule please"),
        ("said.yaml", "[", "is not YAML"),
        ("said.yaml", "[send]", "must be a mapping"),
        ("types.yaml", "types: {PLACE: {general: [on]}}", "True is no text"),
        ("model.yaml", "invocation_name: my chat", "'files' is missing"),
        ("model.yaml", None, "cannot be read: No such file"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(folder, file, content, words):
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content)
    with pytest.raises(TemplateError, match=words) as error:
        Templates.load(folder)
    named = "model.yaml" if "rule please" in words else file
    assert named in str(error.value)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all that the templates make, and of the templates."""
    shutil.copytree(ROOT / "interaction_models", tmp_path / "interaction_models")
    shutil.copy(ROOT / "README.md", tmp_path)
    locales = Path("skill", "understanding", "locales", "en")
    (tmp_path / locales).mkdir(parents=True)
    for name in ("carriers.json", "openings.json"):
        shutil.copy(ROOT / locales / name, tmp_path / locales)
    return tmp_path


def test_files_that_differ_from_the_templates_are_named_and_written_anew(copy, capsys):
    files = [
        "interaction_models/en-US.json",
        "skill/understanding/locales/en/openings.json",
        "README.md",
    ]
    as_it_is = copy / "skill/understanding/locales/en/carriers.json"
    before = as_it_is.read_text(encoding="utf-8")
    wanted = [(copy / file).read_text(encoding="utf-8") for file in files]
    changed = [
        text.replace("SetPreferenceIntent", "Other")
        .replace("| say |", "| speak |")
        .replace("there's", "there is")
        for text in wanted
    ]
    for file, content in zip(files, changed, strict=True):
        (copy / file).write_text(content, encoding="utf-8")
    assert main(["--check"], copy) == 1
    named = [line.partition(" is not what")[0] for line in capsys.readouterr().out.splitlines()]
    assert named == files
    assert [(copy / file).read_text(encoding="utf-8") for file in files] == changed
    assert main([], copy) == 0
    assert [(copy / file).read_text(encoding="utf-8") for file in files] == wanted
    assert as_it_is.read_text(encoding="utf-8") == before


def test_templates_that_cannot_be_used_change_nothing(copy, capsys):
    file = copy / "interaction_models" / "templates" / "en" / "session.yaml"
    file.write_text(file.read_text() + 'OtherIntent: {sentences: ["(oh"]}\n')
    model = (copy / "interaction_models" / "en-US.json").read_bytes()
    assert main([], copy) == 1
    assert "cannot be read" in capsys.readouterr().out
    assert (copy / "interaction_models" / "en-US.json").read_bytes() == model


def test_other_arguments_are_told_how_it_is_used(capsys):
    assert main(["--all"]) == 2
    assert "usage:" in capsys.readouterr().err


def example(*said: str, intents: tuple[str, ...]) -> Example:
    return Example(said, "something", frozenset(intents))


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        (example("tell Slack to send ...", intents=("SendMessageIntent",)), []),
        (example("... post ... to random", intents=("SendMessageIntent",)), []),
        (
            example("ask Slack to fly", intents=("SendMessageIntent",)),
            [
                '"ask Slack to fly" leads to CorrectionIntent.',
                'No example of "something" leads to SendMessageIntent.',
            ],
        ),
    ],
)
def test_an_example_that_does_not_do_what_it_shows_is_told(shown, wrong):
    assert list(misunderstood([shown], MODEL)) == wrong


def model(**intents: tuple[dict[str, str], list[str]]) -> InteractionModel:
    """A model of intents, each with its slots' types and its samples."""
    parts = [
        {
            "name": name,
            "slots": [{"name": slot, "type": kind} for slot, kind in slots.items()],
            "samples": samples,
        }
        for name, (slots, samples) in intents.items()
    ]
    manner = [{"name": {"value": "loud", "synonyms": ["very loud"]}}]
    language_model = {
        "invocationName": "chat",
        "intents": parts,
        "types": [{"name": "MANNER", "values": manner}],
    }
    return InteractionModel.from_document(
        {"interactionModel": {"languageModel": language_model}}, locale="en-US"
    )


PHRASE = {"message": "AMAZON.SearchQuery"}
SEND = (PHRASE, ["send {message}", "please send {message}", "send it off"])


@pytest.mark.parametrize(
    ("other", "tails"),
    [
        (({}, ["send it again", "please send it again", "do it"]), {"it again": ["Other"]}),
        (({}, ["resend it", "send", "sending"]), {}),
        (({"place": "PLACE"}, ["send it to {place} now"]), {}),
        (({"place": "PLACE"}, ["send {place}"]), {}),
        (
            ({"a": "MANNER", "b": "MANNER"}, ["send it {a} {b}"]),
            {
                "it loud loud": ["Other"],
                "it loud very loud": ["Other"],
                "it very loud loud": ["Other"],
                "it very loud very loud": ["Other"],
            },
        ),
    ],
)
def test_a_carrier_swallows_what_other_samples_have_behind_it(other, tails):
    assert swallowed(model(Send=SEND, Other=other))["Send"] == tails


def test_a_tail_tells_every_intent_that_it_may_belong_to():
    tails = swallowed(model(Send=SEND, B=({}, ["send it again"]), A=({}, ["please send it again"])))
    assert tails == {"Send": {"it again": ["A", "B"]}}


def test_only_intents_that_take_a_phrase_swallow():
    assert swallowed(model(A=({}, ["send"]), B=({}, ["send it"]))) == {}


def test_whatever_alexa_may_give_to_a_message_though_it_is_a_command_is_known():
    carriers = Path(ROOT, "skill", "understanding", "locales", "en", "carriers.json")
    known = json.loads(carriers.read_text(encoding="utf-8"))["swallowed"]["SendMessageIntent"]
    assert known["it again"] == ["AMAZON.RepeatIntent", "SendAgainIntent"]
    assert known["links out loud"] == ["SetPreferenceIntent"]
    assert known["someone a message"] == ["ComposeIntent"]
    assert "lunch is here" not in known
