"""`earshot explain` prints how phrases are understood, as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from local.cli.main import app

TEAM = {
    "people": [
        {"id": "U1", "real_name": "Kevin Park", "display_name": "kev", "name": "kpark"},
        {"id": "U2", "real_name": "Kevin Sato"},
        {"id": "U3", "real_name": "Ana Lima", "display_name": "", "name": "ana"},
        {"id": "U4", "real_name": "Olga Novak", "deleted": True},
        {"id": "U5", "real_name": "Robot", "is_bot": True},
    ],
    "channels": [{"id": "C1", "name": "general"}, {"id": "C2", "name": "dev-ops"}],
    "default": "general",
}
KEYS = ["phrase", "outcome", "recipients", "text"]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    path = tmp_path / "team.json"
    path.write_text(json.dumps(TEAM), encoding="utf-8")
    return path


def piped(team: Path, *lines: str, end: str = "\n") -> Result:
    """Call `earshot explain` with these lines on standard input."""
    given = "".join(f"{line}{end}" for line in lines)
    return CliRunner().invoke(app, ["explain", "--directory", str(team)], input=given)


def test_a_phrase_is_explained_with_recipients_scores_and_reasons(earshot, team):
    result = earshot("explain", "send running late to general", "--directory", team)
    assert (result.exit_code, result.stderr) == (0, "")
    explained = json.loads(result.stdout)
    expected = {
        "phrase": "send running late to general",
        "outcome": "certain",
        "recipients": [{"id": "C1", "name": "general", "score": 1.0, "why": "name"}],
        "text": "running late",
        "action": "send",
        "signs": [],
    }
    assert expected.items() <= explained.items()
    assert explained["readings"][0]["evidence"]


def test_phrases_on_standard_input_give_one_object_a_line(team):
    result = piped(
        team,
        "message ana saying the build is green",
        "",
        "tell kevin i'm late",
        "tell olga i'm late",
        "send lunch is here",
        "tell the dev ops channel we're live",
    )
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(answer) for answer in found] == [KEYS] * 5
    assert all(
        list(who) == ["id", "name", "score"] for answer in found for who in answer["recipients"]
    )
    assert [
        (answer["outcome"], [who["id"] for who in answer["recipients"]], answer["text"])
        for answer in found
    ] == [
        ("certain", ["U3"], "the build is green"),
        ("doubtful", ["U1", "U2"], "i'm late"),
        ("unknown", [], "i'm late"),
        ("default", ["C1"], "lunch is here"),
        ("certain", ["C2"], "we're live"),
    ]


def test_phrases_come_back_to_the_letter(team):
    phrase = 'send "José" & שלום 🎉 to general'
    result = piped(team, phrase)
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["phrase"] == phrase
    assert "שלום 🎉" in line


def test_lines_may_end_as_on_windows_and_the_last_without_an_end(team):
    assert len(piped(team, "send hi", "send ho", end="\r\n").stdout.splitlines()) == 2
    result = piped(team, "send hi\nsend ho", end="")
    assert [json.loads(line)["phrase"] for line in result.stdout.splitlines()] == [
        "send hi",
        "send ho",
    ]


def test_nothing_on_standard_input_gives_nothing(team):
    result = piped(team)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("phrase", ["tell olga i'm late", "tell robot i'm late"])
def test_people_who_left_and_bots_are_nobody(earshot, team, phrase):
    result = earshot("explain", phrase, "--directory", team)
    assert json.loads(result.stdout)["outcome"] == "unknown"


def test_of_a_person_all_but_the_id_may_be_missing(earshot, tmp_path):
    path = tmp_path / "small.json"
    path.write_text('{"people": [{"id": "U1"}, {"id": "U2", "real_name": null, "name": "bea"}]}')
    result = earshot("explain", "tell bea hi", "--directory", path)
    assert json.loads(result.stdout)["recipients"][0]["id"] == "U2"


def test_an_empty_directory_is_one(earshot, tmp_path):
    path = tmp_path / "empty.json"
    path.write_text("{}")
    result = earshot("explain", "send hi", "--directory", path)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["recipients"] == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is not JSON"),
        (b"{not json", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[]", "holds no JSON object"),
        (b'"people"', "holds no JSON object"),
        (b'{"people": {}}', '"people" is no list of objects'),
        (b'{"people": null}', '"people" is no list of objects'),
        (b'{"people": ["Ana"]}', '"people" is no list of objects'),
        (b'{"channels": [1]}', '"channels" is no list of objects'),
        (b'{"people": [{"real_name": "Ana"}]}', 'an entry has no "id"'),
        (b'{"people": [{"id": 5}]}', 'an entry has no "id"'),
        (b'{"channels": [{"id": "C1"}]}', 'an entry has no "name"'),
        (b'{"channels": [{"name": "general"}]}', 'an entry has no "id"'),
    ],
)
def test_a_file_that_is_no_directory_is_refused_in_words(earshot, tmp_path, content, complaint):
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    result = earshot("explain", "send hi", "--directory", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(str(path))
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["none.json", "."])
def test_a_file_that_cannot_be_read_is_named(earshot, tmp_path, name):
    result = earshot("explain", "send hi", "--directory", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read" in result.stderr


def test_without_a_file_and_a_stack_it_says_how_to_start_one(earshot):
    result = earshot("explain", "send hi")
    assert result.exit_code == 1
    assert result.stderr == "No local stack is running. Start it with: make demo\n"
