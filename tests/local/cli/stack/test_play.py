"""`earshot play` tells by its exit status and in words whether conversations went as written."""

import pytest

HELD = "you: tell slack to send hi\nalexa: Sent to general.\n"
DIFFERS = "# Wrong\nyou: open slack\nalexa: Good evening.\n"


@pytest.fixture
def transcript(tmp_path):
    def write(name: str, content: str | bytes):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_a_conversation_that_goes_as_written_is_a_success(earshot, transcript):
    path = transcript("held.txt", HELD)
    result = earshot("play", path)
    assert result.exit_code == 0
    assert result.stdout == f"{path}: as written\n"


def test_the_first_line_that_differs_is_shown_with_what_came_and_the_others_are_played(
    earshot, transcript
):
    wrong, held = transcript("wrong.txt", DIFFERS), transcript("held.txt", HELD)
    result = earshot("play", wrong, held)
    assert result.exit_code == 1
    shown, instead, other = result.stdout.splitlines()
    assert shown == f"{wrong}: line 3: alexa: Good evening."
    assert instead == "  instead: Nothing new. Say send and your message."
    assert other == f"{held}: as written"


def test_a_file_that_is_no_transcript_is_named_with_its_line_before_anything_is_played(
    earshot, transcript
):
    held, wrong = transcript("held.txt", HELD), transcript("wrong.txt", "you: hi\nhello?\n")
    result = earshot("play", held, wrong)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"{wrong}: line 2: 'hello?' is no line of a transcript")


@pytest.mark.parametrize("content", [b"you: gr\xfc\xdf Gott\n", b"\xff\xfe\x00you: hi"])
def test_a_file_that_is_not_utf_8_cannot_be_read(earshot, transcript, content):
    path = transcript("latin.txt", content)
    result = earshot("play", path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{path}: cannot be read: it is not text in UTF-8")


def test_a_file_that_is_not_there_cannot_be_read(earshot, tmp_path):
    result = earshot("play", tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "none.txt: cannot be read: " in result.stderr
    assert "No such file" in result.stderr


def test_a_folder_cannot_be_read(earshot, tmp_path):
    result = earshot("play", tmp_path)
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_a_world_that_cannot_be_is_a_difference_in_words(earshot, transcript):
    path = transcript("german.txt", "locale: de-DE\nyou: hallo\n")
    result = earshot("play", path)
    assert result.exit_code == 1
    assert "cannot be done: there is no interaction model for de-DE" in result.stdout


def test_without_a_file_it_says_what_it_wants(earshot):
    result = earshot("play")
    assert result.exit_code == 2
    assert "Missing argument" in result.stderr


def test_on_a_stack_that_does_not_run_it_says_how_to_start_one(earshot, transcript):
    result = earshot("play", "--stack", transcript("held.txt", HELD))
    assert result.exit_code == 1
    assert result.stderr == "No local stack is running. Start it with: make demo\n"
