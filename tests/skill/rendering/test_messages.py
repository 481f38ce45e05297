"""Whole messages: bots', files, and those that are no one's words."""

import pytest

from skill.rendering.message import render
from tests.skill.rendering.told import BERLIN, told


def mrkdwn(written: str) -> dict[str, object]:
    return {"type": "mrkdwn", "text": written}


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "header", "text": mrkdwn("Deploy failed :fire:")}, "Deploy failed, fire"),
        ({"type": "section", "text": mrkdwn("*api* in <#C1|general>")}, "api in general"),
        ({"type": "section", "fields": [mrkdwn("*By:*\nKevin"), mrkdwn("*At:*\nnoon")]},
         "By: Kevin. At: noon"),
        ({"type": "section", "text": mrkdwn("x"), "accessory": {"type": "image", "alt_text": "y"}},
         "x. an image: y"),
        ({"type": "section", "text": mrkdwn("x"), "accessory": {"type": "button"}}, "x"),
        ({"type": "context", "elements": [mrkdwn("from CI"), {"type": "image", "alt_text": "i"}]},
         "from CI. an image: i"),
        ({"type": "image", "alt_text": "a graph"}, "an image: a graph"),
        ({"type": "image", "alt_text": "a graph", "title": mrkdwn("CPU")}, "an image: CPU"),
        ({"type": "image"}, "an image"),
        ({"type": "video", "title": mrkdwn("Demo"), "description": mrkdwn("how")},
         "a video: Demo. how"),
        ({"type": "call", "call": {"v1": {"name": "Standup"}}}, "a call: Standup"),
        ({"type": "input", "label": mrkdwn("Your name")}, "Your name"),
        ({"type": "markdown", "text": "# Plan\n**soon** see [the page](https://x.y)"},
         "Plan. soon see the page"),
        ({"type": "markdown", "text": "| a | b |\n|---|---|\n| 1 | 2 |"}, "a: 1, b: 2"),
        ({"type": "markdown", "text": "- x\n- y\n\n---\n> z"}, "a list of two: x. y. quote: z"),
        ({"type": "table", "rows": [[mrkdwn("A"), mrkdwn("B")], [mrkdwn("1")]]}, "A: 1"),
        ({"type": "of tomorrow", "title": mrkdwn("t"), "body": mrkdwn("for <@U2>")}, "t. for ana"),
        ({"type": "actions", "elements": [{"type": "button", "text": mrkdwn("Retry")}]}, "a text"),
        ({"type": "divider"}, "a text"),
    ],
)  # fmt: skip
def test_blocks_are_said_before_a_text_that_is_only_a_notification(block, said):
    assert told({"text": "a text", "blocks": [block]}) == said


@pytest.mark.parametrize(
    ("attachment", "said"),
    [
        ({"fallback": "build <https://a.bc|5> failed"}, "build 5 failed"),
        ({"title": "CPU high", "title_link": "https://g", "text": "on *web*", "fallback": "x"},
         "CPU high. on web"),
        ({"pretext": "Alert", "author_name": "Grafana", "text": "x", "footer": "v10"},
         "Alert. Grafana. x. version 10"),
        ({"fields": [{"title": "Value", "value": "97%"}, {"value": "now"}]}, "Value: 97%. now"),
        ({"text": "x", "image_url": "https://a.bc/x.png"}, "x. an image"),
        ({"blocks": [{"type": "section", "text": mrkdwn("in a block")}], "fallback": "x"},
         "in a block"),
        ({"from_url": "https://a.bc", "title": "Fix the build", "text": "long"},
         "Its title: Fix the build"),
        ({"is_share": True, "author_name": "Ana", "text": "hello <@U1>", "from_url": "x"},
         "a shared message from Ana: hello Kevin Park"),
        ({"is_msg_unfurl": True, "text": "hello"}, "a shared message: hello"),
    ],
)  # fmt: skip
def test_attachments_are_said(attachment, said):
    assert told({"text": "", "attachments": [attachment]}) == said
    assert told({"text": "see", "attachments": [attachment, attachment]}) == f"see. {said}"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ({"title": "Roadmap", "mimetype": "image/png"}, "an image: Roadmap"),
        ({"title": "Roadmap.PNG"}, "an image: Roadmap"),
        ({"title": "image.png", "mimetype": "image/png"}, "an image"),
        ({"title": "image.png", "mimetype": "image/png", "alt_txt": "a cat"}, "an image: a cat"),
        ({"title": "plan.pdf", "filetype": "pdf"}, "a PDF: plan"),
        ({"subtype": "slack_audio", "duration_ms": 14200, "title": "audio_message.m4a"},
         "a voice message, 14 seconds"),
        ({"subtype": "slack_audio", "duration_ms": 900}, "a voice message, one second"),
        ({"mimetype": "audio/mp3", "title": "Song.mp3"}, "an audio clip: Song"),
        ({"subtype": "slack_audio", "duration_ms": 14200,
          "transcription": {"status": "complete", "preview": {"content": "call me"}}},
         "a voice message, 14 seconds: call me"),
        ({"mimetype": "video/mp4", "duration_ms": 75000, "title": "Demo"},
         "a video of one minute and 15 seconds: Demo"),
        ({"mimetype": "video/mp4", "duration_ms": 5400000}, "a video of one hour and 30 minutes"),
        ({"mode": "snippet", "lines": 12, "filetype": "python", "title": "the fix"},
         "a snippet of twelve lines in Python: the fix"),
        ({"mode": "snippet", "filetype": "text"}, "a snippet"),
        ({"filetype": "gsheet", "title": "Q3"}, "a spreadsheet: Q3"),
        ({"filetype": "docx", "title": "Letter.docx"}, "a document: Letter"),
        ({"filetype": "pptx", "title": "Pitch"}, "a presentation: Pitch"),
        ({"filetype": "zip", "name": "logs.zip"}, "an archive: logs"),
        ({"mode": "space", "title": "Notes"}, "a canvas: Notes"),
        ({"mode": "email", "title": "Re: lunch"}, "an e-mail: Re: lunch"),
        ({"title": "notes.txt"}, "a file: notes dot txt"),
        ({}, "a file"),
        ({"mode": "tombstone"}, "a deleted file"),
        ({"mode": "hidden_by_limit"}, "a file that your Slack plan no longer shows"),
    ],
)  # fmt: skip
def test_files_are_told_by_kind_and_title(file, said):
    assert told({"text": "", "files": [file]}).removeprefix("Somebody left ") == said
    assert told({"text": "here", "files": [file, {"title": "x"}]}) == f"here. {said}. a file: x"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["image.png"] * 4, "four images"),
        (["clip.mov", "IMG_1.mov", "IMG_2.mov"], "a video: clip. two videos"),
        (["a.png", "b.png"], "an image: a. an image: b"),
        (["job-17-logs-2026-06-08-06-15-40.tar.gz"], "an archive: job 17 logs"),
        (["logs-2026-06-08 13_34_09.txt"], "a file: logs dot txt"),
        (["Report 2026-06-08 (1).pdf"], "a PDF: Report"),
        (["plan-2026.pdf"], "a PDF: plan 2026"),
    ],
)
def test_files_that_say_nothing_are_counted_and_stamps_are_left_out(names, said):
    assert told({"files": [{"title": name, "name": name} for name in names]}) == said


def test_of_very_many_files_the_number_is_told():
    files = [{"title": f"plan {number}"} for number in range(13)]
    assert told({"files": files}).endswith("a file: plan 9. and three more files")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"subtype": "me_message", "user": "U2", "text": "waves"}, "ana waves"),
        ({"subtype": "me_message", "user": "U9", "text": "waves"}, "Somebody waves"),
        ({"subtype": "thread_broadcast", "text": "hi", "root": {"text": "x"}}, "hi"),
        ({"subtype": "bot_message", "username": "ci", "text": "done"}, "done"),
        ({"subtype": "channel_join", "text": "<@U2> has joined the channel"},
         "ana has joined the channel"),
        ({"subtype": "ekm_access_denied", "text": "x"}, "a message your admins have hidden"),
        ({"subtype": "tombstone", "text": "This message was deleted."}, "a deleted message"),
        ({"subtype": "message_deleted", "deleted_ts": "1.2"}, "a deleted message"),
        ({"subtype": "message_changed", "message": {"text": "new"}}, "new"),
        ({"subtype": "of_tomorrow", "text": "hi"}, "hi"),
        ({"text": ""}, "a message without words"),
        ({}, "a message without words"),
        (None, "a message without words"),
    ],
)  # fmt: skip
def test_subtypes_are_told_as_what_they_are(message, said):
    assert told(message) == said


@pytest.mark.parametrize(
    ("message", "author"),
    [
        ({"user": "U2"}, "ana"),
        ({"user": "U2", "username": "app"}, "ana"),
        ({"user": "U9", "user_profile": {"display_name": "", "real_name": "Max Ray"}}, "Max Ray"),
        ({"user": "U9", "username": "max :wave:"}, "max"),
        ({"bot_id": "B1", "bot_profile": {"name": "ci"}}, "ci"),
        ({"user": "U9"}, ""),
    ],
)
def test_the_author_is_named_also_from_another_workspace(message, author):
    assert render({**message, "text": "x"}, BERLIN).author == author


def test_an_author_from_another_workspace_is_named_in_the_text_too():
    profile = {"display_name": "Max"}
    assert told({"user": "U9", "user_profile": profile, "text": "ask <@U9>"}) == "ask Max"
