"""`earshot render`: Slack message objects in, what is heard of them out."""

import json

import pytest
from typer.testing import CliRunner

from local.cli.main import app

DIRECTORY = {
    "people": [{"id": "U1", "real_name": "Kevin Park", "display_name": "", "name": "kevin"}],
    "channels": [{"id": "C1", "name": "general"}],
}


def render(*lines: object, options: tuple[str, ...] = ()):
    typed = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    result = CliRunner().invoke(app, ["render", *options], input=b"\n".join([*typed, b""]))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def printed(result) -> list[dict[str, str]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_message_is_said_on_a_line_of_its_own():
    result = render({"text": "a &lt; b"}, {"text": "see <https://github.com/x>"})
    assert result.exit_code == 0
    assert printed(result) == [
        {"speech": "a < b", "ssml": "a &lt; b"},
        {"speech": "see a link to github dot com", "ssml": "see a link to github dot com"},
    ]


def test_names_come_from_the_directory(tmp_path):
    file = tmp_path / "names.json"
    file.write_text(json.dumps(DIRECTORY))
    result = render({"text": "<@U1> in <#C1>"}, options=("--directory", str(file)))
    assert printed(result)[0]["speech"] == "Kevin in general"


def test_without_a_directory_strangers_are_somebody():
    assert printed(render({"text": "<@U1> in <#C1>"}))[0]["speech"] == "somebody in a channel"


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b'"x"', b"null", b"\xff\xfe", b"[" * 100_000, b"1" * 5000]
)
def test_a_line_that_is_no_object_is_told_and_the_others_still_come(line):
    result = render({"text": "one"}, line, b"", {"text": "two"})
    first, error, last = printed(result)
    assert (first["speech"], last["speech"]) == ("one", "two")
    assert set(error) == {"error"}
    assert result.exit_code == 1


def test_dates_are_said_in_the_time_zone_asked_for():
    message = {"text": "<!date^1700000000^{time}|then>"}
    assert printed(render(message))[0]["speech"] == "then"
    there = render(message, options=("--timezone", "Asia/Tokyo"))
    assert printed(there)[0]["speech"] == "7:13 AM"


def test_what_is_said_can_be_chosen():
    message = {"text": "x <https://a.bc> `y` :tada:"}
    options = ("--links", "shortened", "--code", "left_out", "--emoji", "left_out")
    assert printed(render(message, options=options))[0]["speech"] == "x, a link"


def test_a_very_long_message_is_said_in_part_and_the_rest_is_told():
    (said,) = printed(render({"text": "One more sentence & so on. " * 1000}))
    assert said["speech"].endswith("so on. There is more of this message. Shall I go on?")
    assert len(said["ssml"]) <= 6000
    assert said["left"].startswith("One more")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--timezone", "Mars/Olympus"), "There is no time zone 'Mars/Olympus'."),
        (("--timezone", "../etc"), "There is no time zone '../etc'."),
        (("--directory", "/nowhere.json"), "/nowhere.json cannot be read"),
    ],
)
def test_options_that_make_no_sense_are_told(options, problem):
    result = render({"text": "x"}, options=options)
    assert result.exit_code == 2
    assert problem in result.stderr


def test_lone_surrogates_do_not_stop_it():
    assert printed(render(b'{"text": "a \\ud83c b"}'))[0]["speech"] == "a b"


def test_a_choice_that_is_none_is_refused_with_those_that_are(earshot):
    refused = earshot("render", "--code", "hidden")
    assert refused.exit_code == 2
    assert "'hidden' is not one of 'said', 'shortened', 'left_out'." in refused.output
