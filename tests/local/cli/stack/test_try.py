"""`earshot try` tells what is said, and what then stands in Slack, each line in a fresh world."""

import json

import pytest

WORKSPACE = {
    "speaker": "Giselle Aubert",
    "people": ["Giselle Aubert", "Kevin Park", "Ana Lima", "Grace Hall"],
    "left": ["Grace Hall"],
    "channels": ["general", "random", "legal"],
    "archived": ["legal"],
    "default": "general",
    "timezone": "Europe/Berlin",
    "clock": "2026-11-20 10:00",
}


@pytest.fixture
def tried(earshot, tmp_path):
    def run(lines: list[str], *options: str, workspace: object = WORKSPACE):
        path = tmp_path / "workspace.json"
        path.write_text(workspace if isinstance(workspace, str) else json.dumps(workspace))
        return earshot("try", "--workspace", path, *options, stdin="\n".join(lines))

    return run


def test_each_utterance_is_answered_with_what_stands_in_slack(tried):
    result = tried(["tell slack to send lunch is here", "ask slack to tell ana hello"])
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split("\n\n")[:2] == [
        "you:    tell slack to send lunch is here\n"
        "alexa:  Sent to general.\n"
        "slack   #general: lunch is here",
        "you:    ask slack to tell ana hello\nalexa:  Sent to Ana Lima.\nslack   Ana Lima: hello",
    ]


def test_as_json_a_dialogue_hears_what_came_in_before_and_posts_where_it_was_meant(tried):
    before = [["Kevin Park", "to me", "are you in?"]]
    trials = [
        {"before": before, "say": ["open slack", "replies", "reply yes i am", "stop"]},
        {"say": ["open slack", "(nothing)"]},
    ]
    result = tried([json.dumps(trial) for trial in trials], "--json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert "are you in?" in first["heard"][1]
    assert first["posted"] == [["Kevin Park", "yes I am"]]
    assert second["posted"] == []


def test_nothing_reaches_a_channel_that_is_archived_or_somebody_who_left(tried):
    result = tried(
        [
            json.dumps({"say": ["ask slack to post the draft is done in the legal channel"]}),
            json.dumps({"say": ["ask slack to tell grace hall hello"]}),
        ],
        "--json",
    )
    assert [json.loads(line)["posted"] for line in result.stdout.splitlines()] == [[], []]


@pytest.mark.parametrize(
    ("workspace", "reason"),
    [
        ("{", "is not JSON"),
        ("[]", "holds no JSON object"),
        ({"people": ["Ana"]}, 'needs "people" and "channels"'),
        ({**WORKSPACE, "left": ["Nobody"]}, 'Nobody is not among its "people"'),
        ({**WORKSPACE, "archived": ["general"]}, "the default is not archived"),
        ({**WORKSPACE, "timezone": "Berlin"}, "there is no time zone Berlin"),
        ({**WORKSPACE, "clock": "noon"}, '"clock" is a time such as'),
        ({**WORKSPACE, "channels": "general"}, '"channels" is no list of names'),
    ],
)
def test_a_workspace_that_is_none_is_refused_with_the_reason(tried, workspace, reason):
    result = tried(["tell slack to send hi"], workspace=workspace)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("hello", "line 1: a line is not JSON"),
        ('{"say": "hi"}', 'line 1: a line needs "say"'),
        ('{"say": ["hi"], "before": [["Ana Lima", "to me"]]}', "[author, place, text]"),
        (
            '{"say": ["hi"], "before": [["Zoe", "to me", "x"]]}',
            "Nobody in the workspace is called 'Zoe'",
        ),
    ],
)
def test_a_line_that_cannot_be_tried_is_named_with_the_reason(tried, line, reason):
    result = tried([line], "--json")
    assert result.exit_code == 2
    assert reason in result.stderr
