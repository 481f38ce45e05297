"""Messages that nobody wrote: what Slack tells of a huddle, in the words of who began it.

`room` as Slack's events have it: created_by, date_start and date_end (epoch seconds, 0 while it
lasts), has_ended, was_missed, participant_history.
"""

from collections.abc import Mapping
from typing import Any

from skill.rendering.amounts import length
from skill.rendering.attached.files import file_words, is_voice_clip, transcript
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.shapes import mapping, number, rows, text
from skill.speech.keys import Key

_Message = Mapping[str, Any]
HUDDLES = {"huddle_thread", "sh_room_created"}


def happening(message: _Message, listener: Listener) -> str:
    """Return what the author did, behind their name; empty for what has words of its own."""
    if text(message.get("subtype")) in HUDDLES:
        return _huddle(mapping(message.get("room")), listener)
    return _voice_message(message, listener)


def who_began(message: _Message) -> str:
    """Return the id of who began a huddle; Slack itself tells of it."""
    return text(mapping(message.get("room")).get("created_by"))


def _huddle(room: _Message, listener: Listener) -> str:
    phrases = listener.phrases
    begun, ended = number(room.get("date_start")), number(room.get("date_end"))
    if room.get("has_ended") is not True:
        return phrases.plain("started_a_huddle")
    key: Key = "missed_huddle" if room.get("was_missed") is True else "held_a_huddle"
    if not begun or not ended or ended <= begun:
        return phrases.plain(key)
    lasting = length(ended - begun, phrases)
    return phrases.plain("lasting", what=phrases.plain(key), of=lasting)


def _voice_message(message: _Message, listener: Listener) -> str:
    """Return a message that is one voice clip and nothing else."""
    files = rows(message.get("files"))
    if len(files) != 1 or not is_voice_clip(files[0]) or text(message.get("text")).strip():
        return ""
    left = listener.phrases.plain("left", what=file_words(files[0], listener))
    return flowing([left]) if transcript(files[0], listener) else left
