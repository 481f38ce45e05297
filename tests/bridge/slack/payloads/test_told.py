"""What Slack notes down is no message; what nobody knows and says nothing is counted."""

from typing import Any

import pytest

from bridge.slack.payloads import events
from bridge.slack.payloads.changes import Arrived, Redrawn, Unknown

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hi"}}


def read(**event: Any) -> object:
    whole = {"type": "message", "channel": "C1", "user": "U2", "ts": "1795132800.000100", **event}
    return events.read({"team_id": "T1", "event": whole})


def huddle(**room: Any) -> dict[str, Any]:
    """As Slack sends it: by itself, with who began it in the room."""
    begun = {"id": "R1", "created_by": "U3", "date_start": 1795132800, "date_end": 0}
    more = {"participants": ["U3"], "has_ended": False, "was_missed": False, "locale": "en-US"}
    return {
        "subtype": "huddle_thread",
        "user": "USLACKBOT",
        "text": "",
        "no_notifications": True,
        "room": {**begun, **more, **room},
    }


@pytest.mark.parametrize(
    "subtype",
    [
        "app_conversation_join",
        "bot_add",
        "bot_disable",
        "bot_enable",
        "bot_remove",
        "channel_canvas_updated",
        "channel_join",
        "external_channel_migrated",
        "joiner_notification",
        "mpdm_move",
        "reminder_delete",
        "tabbed_canvas_updated",
        "tombstone",
    ],
)
def test_what_slack_notes_down_is_not_told(subtype):
    assert read(subtype=subtype, text="Ana did something") is None


@pytest.mark.parametrize("event", [{"text": ""}, {"text": " ", "blocks": []}, {"files": [None]}])
def test_an_unknown_kind_without_anything_to_tell_is_counted(event):
    assert read(subtype="of_tomorrow", **event) == Unknown()


@pytest.mark.parametrize(
    "event", [{"text": "hi"}, {"blocks": [SECTION]}, {"files": [{"title": "x"}]}]
)
def test_an_unknown_kind_that_says_something_is_told(event):
    assert isinstance(read(subtype="of_tomorrow", **event), Arrived)


def test_a_huddle_is_of_who_began_it():
    arrived = read(**huddle())
    assert isinstance(arrived, Arrived)
    assert arrived.message.author_id == "U3"


def test_a_huddle_that_ends_shows_something_else():
    ended = {**huddle(date_end=1795133040, has_ended=True), "ts": "1795132800.000100"}
    changed = read(
        subtype="message_changed",
        hidden=True,
        message=ended,
        previous_message={**huddle(), "ts": ended["ts"]},
    )
    assert isinstance(changed, Redrawn)
    assert '"has_ended":true' in changed.message.content


def test_a_transcript_that_comes_later_is_shown_with_the_message():
    clip = {"user": "U2", "text": "", "ts": "1795132800.000100", "subtype": "file_share"}
    file = {"subtype": "slack_audio", "duration_ms": 12000}
    words = {"status": "complete", "preview": {"content": "call me back", "has_more": False}}
    changed = read(
        subtype="message_changed",
        hidden=True,
        message={**clip, "files": [{**file, "transcription": words}]},
        previous_message={**clip, "files": [{**file, "transcription": {"status": "processing"}}]},
    )
    assert isinstance(changed, Redrawn)
    assert "call me back" in changed.message.content


@pytest.mark.parametrize(
    ("text", "language"),
    [("Wir treffen uns erst um drei, nicht um zwei", "de"), ("we meet at three", "en"), ("ok", "")],
)
def test_the_language_is_guessed_when_a_message_comes(text, language):
    arrived = read(text=text)
    assert isinstance(arrived, Arrived)
    assert arrived.message.language == language
