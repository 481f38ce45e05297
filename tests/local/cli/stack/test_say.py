"""`earshot say` prints what Alexa says, or why she says nothing."""

import json

import pytest

from local.cli import stack_file
from local.cli.stack_file import find, forget
from tests.local.cli.stack.answering_stack import stack_that_answers


def test_what_alexa_says_is_printed(earshot):
    with stack_that_answers({"heard": "Sent to general.", "rejected": None}) as said:
        result = earshot("say", "tell slack to send hi & <bye>")
    assert (result.exit_code, result.stdout) == (0, "Sent to general.\n")
    assert said == ["tell slack to send hi & <bye>"]


def test_silence_is_told(earshot):
    with stack_that_answers({"heard": "", "rejected": None}):
        result = earshot("say", "what is the weather")
    assert result.exit_code == 0
    assert result.stdout == "(Alexa says nothing: that was not for Slack.)\n"


def test_an_answer_that_a_device_would_reject_is_a_failure(earshot):
    with stack_that_answers({"heard": "", "rejected": "too late"}):
        result = earshot("say", "open slack")
    assert result.exit_code == 1
    assert result.stderr == "A device would reject the answer: too late\n"


def test_what_the_stack_does_not_take_is_told_in_its_words(earshot):
    with stack_that_answers({"error": "Nothing was said."}, status=400):
        result = earshot("say", " ")
    assert (result.exit_code, result.stderr) == (1, "Nothing was said.\n")


def test_without_a_running_stack_it_says_how_to_start_one(earshot):
    result = earshot("say", "open slack")
    assert result.exit_code == 1
    assert result.stderr == "No local stack is running. Start it with: make demo\n"


@pytest.mark.parametrize(
    "left_behind", ["", "no json", "[]", "{}", json.dumps({"address": "http://127.0.0.1:9"})]
)
def test_a_note_that_an_earlier_stack_left_behind_is_no_stack(left_behind):
    stack_file.FOLDER.mkdir()
    stack_file.FILE.write_text(left_behind)
    assert find() is None


def test_a_stack_that_does_not_answer_any_more_does_not_run():
    with stack_that_answers({}):
        assert find() is not None
    assert find() is None


def test_a_stack_is_forgotten_once_it_ends():
    with stack_that_answers({}):
        forget()
        assert find() is None
        forget()
