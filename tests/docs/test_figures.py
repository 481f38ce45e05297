"""What the documentation says in figures and names is what the commands and files say."""

import json
import re
from pathlib import Path

import pytest
import yaml

from deploy.packages import build_all
from local.cli.accounts.placement import REGIONS

ROOT = Path(__file__).parents[2]
SETUP = (ROOT / "docs" / "setup.md").read_text(encoding="utf-8")
BENCHMARKS = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MEGABYTE = 1e6
NEAR = 0.05
"""By so much a figure may be off that is written with one decimal and grows with the code."""


def test_the_sizes_of_the_packages_are_those_that_are_built():
    for package in build_all():
        row = re.search(rf"\| {package.function} \| ([\d.]+) MB \| ([\d.]+) MB \|", BENCHMARKS)
        assert row is not None
        said = [float(figure) for figure in row.groups()]
        built = [package.size / MEGABYTE, package.unpacked / MEGABYTE]
        assert said == pytest.approx(built, rel=NEAR), package.function


def test_as_many_alarms_as_there_are_are_paid_for():
    alarms = (ROOT / "deploy" / "resources" / "alarms.yml").read_text(encoding="utf-8")
    assert f"CloudWatch: {alarms.count('AlarmName:')} alarms" in SETUP


def test_the_regions_are_those_that_setup_takes():
    assert re.findall(r"^\| `([\w-]+)` \|", SETUP, re.MULTILINE) == list(REGIONS)


def test_the_usual_causes_are_ten_and_quote_what_is_really_said():
    causes = re.findall(r'^\| \d+ \| (?:"([^"]+)"|[^|]+) \|', SETUP, re.MULTILINE)
    assert len(causes) == 10
    spoken = (ROOT / "skill" / "speech" / "locales" / "en-US.json").read_text(encoding="utf-8")
    own = [said for said in causes if re.search(r"Earshot|Slack", said)]
    assert len(own) == 4
    assert [said for said in own if said not in spoken] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_about_a_stage_in_aws_names_its_region(page):
    commands = re.findall(r"`[^`]*--stage prod[^`]*`", page.read_text(encoding="utf-8"))
    assert [command for command in commands if "--region" not in command] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_tells_to_put_a_secret_on_a_command_line(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"put-parameter[^`]*--value", text)


def test_the_defaults_of_the_settings_are_those_of_the_deployment():
    given = yaml.safe_load(re.sub(r"!\w+", "", (ROOT / "serverless.yml").read_text("utf-8")))
    defaults = given["params"]["default"]
    rows = re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", CONFIGURATION, re.MULTILINE)
    told = {name: said.replace("<stage>", "${sls:stage}") for name, said in rows}
    told = {name: said for name, said in told.items() if name in defaults}
    assert len(told) >= 10
    assert {name: str(defaults[name]) for name in told} == told


def test_the_readme_shows_the_way_to_a_real_echo():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for named in ("earshot setup", "earshot doctor", "earshot skill-package", "docs/setup.md"):
        assert named in readme


def test_the_skills_files_in_the_guide_are_there():
    resources = json.loads((ROOT / "interaction_models" / "en-US.json").read_text("utf-8"))
    name = resources["interactionModel"]["languageModel"]["invocationName"]
    assert f'The invocation name is "{name}"' in SETUP


@pytest.mark.parametrize(
    ("picture", "width"),
    [("page", 1280), ("page-dark", 1280), ("page-phone", 390), ("page-phone-dark", 390)],
)
def test_the_readme_shows_the_page_by_day_and_night_desktop_and_phone(picture, width):
    """Small enough to be read over a slow line, and as wide as the screen that they show."""
    assert f"docs/{picture}.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    data = (ROOT / "docs" / f"{picture}.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20]) == width
    assert len(data) < 200_000
