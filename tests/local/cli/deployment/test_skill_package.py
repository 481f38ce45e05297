"""`earshot skill-package` writes what Amazon's tools take."""

import json
from pathlib import Path

import pytest

from local.cli.accounts.skill_package import MODELS, manifest
from local.interaction_model.smapi_schema import complaints, find_spec, validator

ROOT = Path(__file__).parents[4]
ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill"


@pytest.mark.parametrize(
    "arn",
    [
        ARN,
        f"{ARN}:live",
        ARN.replace("us-east-1", "eu-west-1"),
    ],
)
def test_the_package_holds_the_function_and_every_interaction_model(earshot, tmp_path, arn):
    result = earshot("skill-package", "--lambda-arn", arn, "--folder", tmp_path / "new" / "one")
    assert result.exit_code == 0
    assert str(tmp_path / "new" / "one") in result.stdout
    package = tmp_path / "new" / "one" / "skill-package"
    skill = json.loads((package / "skill.json").read_text(encoding="utf-8"))
    assert skill["manifest"]["apis"]["custom"]["endpoint"]["uri"] == arn
    for model in MODELS.glob("*.json"):
        copied = package / "interactionModels" / "custom" / model.name
        assert copied.read_bytes() == model.read_bytes()
    resources = json.loads((package.parent / "ask-resources.json").read_text(encoding="utf-8"))
    metadata = resources["profiles"]["default"]["skillMetadata"]
    assert (package.parent / metadata["src"]).resolve() == package


def test_writing_it_again_renews_it(earshot, tmp_path):
    for arn in (ARN, f"{ARN}:live"):
        assert earshot("skill-package", "--lambda-arn", arn, "--folder", tmp_path).exit_code == 0
    assert f"{ARN}:live" in (tmp_path / "skill-package" / "skill.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arn",
    [
        "",
        "earshot-prod-skill",
        "arn:aws:lambda:us-east-1:1234:function:earshot",
        "arn:aws:s3:::bucket",
        f"{ARN} ",
        f"{ARN}\n",
    ],
)
def test_what_is_no_function_is_refused_and_nothing_is_written(earshot, tmp_path, arn):
    result = earshot("skill-package", "--lambda-arn", arn, "--folder", tmp_path / "none")
    assert result.exit_code == 2
    assert "not the ARN of a Lambda function" in result.stderr
    assert not (tmp_path / "none").exists()


def test_amazons_own_schema_takes_the_manifest():
    judge = validator(find_spec(ROOT), "v1.skill.Manifest.SkillManifestEnvelope")
    assert complaints(manifest(ARN), judge) == []
    broken = manifest(ARN)
    broken["manifest"]["apis"]["custom"]["endpoint"]["url"] = ARN
    assert complaints(broken, judge) != []


def test_each_language_that_is_published_has_an_interaction_model():
    locales = set(manifest(ARN)["manifest"]["publishingInformation"]["locales"])
    assert locales == {model.stem for model in MODELS.glob("*.json")}


def test_the_first_example_opens_the_skill_by_its_name():
    for locale, published in manifest(ARN)["manifest"]["publishingInformation"]["locales"].items():
        model = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
        name = model["interactionModel"]["languageModel"]["invocationName"]
        assert published["examplePhrases"][0] == f"Alexa, open {name}"
        assert len(published["examplePhrases"]) <= 3


@pytest.mark.parametrize("region", ["eu-central-1", "us-gov-west-1"])
def test_a_function_where_alexa_does_not_call_is_refused_with_where_she_does(
    earshot, tmp_path, region
):
    arn = ARN.replace("us-east-1", region)
    result = earshot("skill-package", "--lambda-arn", arn, "--folder", tmp_path / "none")
    assert result.exit_code == 2
    assert "us-east-1, eu-west-1, us-west-2 and ap-northeast-1" in " ".join(result.stderr.split())
    assert not (tmp_path / "none").exists()


def test_with_a_skills_id_ask_cli_finds_which_skill_to_update(earshot, tmp_path):
    skill_id = "amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef"
    written = ("skill-package", "--lambda-arn", ARN, "--folder", tmp_path)
    assert earshot(*written, "--skill-id", skill_id).exit_code == 0
    states = json.loads((tmp_path / ".ask" / "ask-states.json").read_text(encoding="utf-8"))
    assert states["profiles"]["default"]["skillId"] == skill_id
    assert earshot(*written, "--skill-id", "mine").exit_code == 2


@pytest.mark.parametrize("folder", ["/proc/x", "/dev/null", "/dev/null/deeper"])
def test_a_folder_that_cannot_be_written_is_named_in_a_sentence(earshot, folder):
    result = earshot("skill-package", "--lambda-arn", ARN, "--folder", folder)
    assert result.exit_code == 1
    assert f"{folder} cannot be written: " in result.stderr
    assert "Name another one with --folder." in result.stderr
