"""Events in the shapes in which Slack sends them, made by hand: huddles, clips, lists, forms."""

import pytest

from skill.rendering.message import render, spoken
from tests.skill.rendering.told import BERLIN

BEGUN = 1795132800
ROOM = {
    "id": "R1",
    "created_by": "U1",
    "date_start": BEGUN,
    "date_end": 0,
    "participants": ["U1"],
    "participant_history": ["U1"],
    "has_ended": False,
    "was_missed": False,
    "is_dm_call": True,
    "call_family": "huddle",
    "media_backend_type": "free_willy",
}
ENDED = {**ROOM, "date_end": BEGUN + 240, "participants": [], "has_ended": True}
CLIP = {
    "subtype": "slack_audio",
    "mimetype": "audio/mp4",
    "filetype": "m4a",
    "name": "audio_message.m4a",
    "title": "audio_message.m4a",
    "duration_ms": 12000,
}


def huddle(room: dict[str, object], **more: object) -> dict[str, object]:
    return {"subtype": "huddle_thread", "user": "USLACKBOT", "text": "", "room": room, **more}


def clip(user: str = "U2", **more: object) -> dict[str, object]:
    return {"user": user, "text": "", "files": [{**CLIP, **more}]}


def transcript(words: str, *, has_more: bool = False) -> dict[str, object]:
    preview = {"content": words, "has_more": has_more}
    return {"transcription": {"status": "complete", "locale": "en-US", "preview": preview}}


HUDDLES = [
    (huddle(ROOM), "Kevin Park started a huddle"),
    (huddle(ROOM, text="A huddle started"), "Kevin Park started a huddle"),
    (huddle(ENDED), "Kevin Park held a huddle, four minutes"),
    (huddle({**ENDED, "was_missed": True}), "Kevin Park started a huddle that was missed, "
     "four minutes"),
    (huddle({**ENDED, "date_end": 0}), "Kevin Park held a huddle"),
    (huddle({}), "Somebody started a huddle"),
    ({**huddle(ROOM), "subtype": "sh_room_created"}, "Kevin Park started a huddle"),
]  # fmt: skip
CLIPS = [
    (clip(**transcript("call me back")),
     "ana left a voice message, twelve seconds: call me back"),
    (clip(**transcript("call me and", has_more=True)),
     "ana left a voice message, twelve seconds: call me and. The rest is in Slack."),
    (clip(transcription={"status": "processing"}), "ana left a voice message, twelve seconds"),
    (clip(), "ana left a voice message, twelve seconds"),
    (clip(duration_ms=None), "ana left a voice message"),
    ({**clip(), "text": "listen"}, "listen. a voice message, twelve seconds"),
]  # fmt: skip
CANVASES_AND_LISTS = [
    ({"files": [{"mode": "space", "filetype": "quip", "title": "Notes"}]}, "a canvas: Notes"),
    ({"files": [{"mode": "list", "filetype": "list", "title": "Snacks"}]}, "a list: Snacks"),
    ({"files": [{"mode": "list", "filetype": "list", "title": ""}]}, "a list"),
    ({"files": [{"mimetype": "application/vnd.slack-list", "title": "Open_issues"}]},
     "a list: Open issues"),
    ({"files": [{"mimetype": "application/vnd.slack-docs", "title": "Launch plan"}]},
     "a canvas: Launch plan"),
]  # fmt: skip
PICTURES = [
    ({"files": [{"name": "IMG_2.jpg", "mimetype": "image/jpeg", "alt_txt": "IMG_2.jpg"}]},
     "an image"),
    ({"files": [{"name": "IMG_1.jpg", "mimetype": "image/jpeg", "alt_txt": "a whiteboard"}]},
     "an image: a whiteboard"),
    ({"files": [{"title": "Roadmap", "mimetype": "image/png", "alt_txt": "three bars"}]},
     "an image: Roadmap, three bars"),
    ({"files": [{"title": "Screenshot 2026-11-28 at 10.31.04.png", "mimetype": "image/png"}]},
     "an image"),
    ({"files": [{"name": "IMG-20261128-WA0003.jpg", "mimetype": "image/jpeg"}]}, "an image"),
    ({"files": [{"name": "a.mp4", "mimetype": "video/mp4", "alt_txt": "the opening"}]},
     "a video: a, the opening"),
    ({"blocks": [{"type": "image", "alt_text": "IMG_33.png"}]}, "an image"),
    ({"blocks": [{"type": "image", "alt_text": "three cups"}]}, "an image: three cups"),
]  # fmt: skip
HAPPENINGS = {
    "huddles": HUDDLES,
    "clips": CLIPS,
    "canvases and lists": CANVASES_AND_LISTS,
    "pictures": PICTURES,
}


def test_each_happening_has_siblings():
    assert [kind for kind, rows in HAPPENINGS.items() if len(rows) < 4] == []


@pytest.mark.parametrize(("message", "said"), [row for rows in HAPPENINGS.values() for row in rows])
def test_what_happened_is_told_as_what_somebody_did(message, said):
    assert spoken(message, BERLIN) == said


@pytest.mark.parametrize(
    ("message", "author"),
    [
        ({"bot_id": "B1"}, "an app"),
        ({"bot_id": "B1", "bot_profile": {"name": "Deploys"}}, "Deploys"),
        ({"user": "U9", "bot_id": "B1"}, "an app"),
        ({"user": "U9", "user_profile": {"real_name": "Max Ray"}, "user_team": "T9"}, "Max Ray"),
        (huddle(ROOM), "Kevin Park"),
    ],
)
def test_who_it_was_is_said_as_well_as_slack_tells(message, author):
    assert render({"text": "hi", **message}, BERLIN).author == author


def test_a_workflows_form_is_read_line_by_line():
    leaves = [
        {"type": "text", "text": "New request", "style": {"bold": True}},
        {"type": "text", "text": "\nWho: "},
        {"type": "user", "user_id": "U2"},
        {"type": "text", "text": "\nFrom: 2026-12-21\nWhy: rest"},
    ]
    section = {"type": "rich_text_section", "elements": leaves}
    button = {"type": "button", "text": {"type": "plain_text", "text": "Approve"}}
    blocks = [
        {"type": "rich_text", "elements": [section]},
        {"type": "actions", "elements": [button]},
    ]
    said = "New request. Who: ana. From: December 21, 2026. Why: rest"
    assert spoken({"text": "x", "blocks": blocks}, BERLIN) == said


@pytest.mark.parametrize(
    ("attachment", "said"),
    [
        ({"from_url": "x", "text": "Meetings grew.", "fallback": "x"}, "Meetings grew."),
        ({"from_url": "x", "title": "*The* plan", "text": "long"}, "Its title: The plan"),
        ({"from_url": "x", "service_name": "YouTube"}, "YouTube"),
        ({"title": "A dog", "image_url": "x", "footer": "by /gifs"}, "an image: A dog"),
    ],
)
def test_what_is_shown_of_a_link_is_said_once(attachment, said):
    assert spoken({"text": "", "attachments": [attachment]}, BERLIN) == said
