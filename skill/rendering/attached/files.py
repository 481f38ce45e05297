"""Files by kind and title, clips by length, snippets by lines."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from skill.rendering import amounts
from skill.rendering.attached.file_kinds import (
    FileKind,
    kind_of,
    without_end,
    without_stamp,
)
from skill.rendering.code.languages import language
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.markup.flow import line
from skill.rendering.shapes import mapping, number, text, whole
from skill.rendering.terms.kind import is_by_a_machine
from skill.speech.keys import Key
from skill.speech.phrases import Phrases

MOST_NAMED = 10
"""Of more files only the number is told; Slack's clients attach no more than ten at once."""

_JOINT = re.compile(r"_|(?<!\d)-|-(?!\d)")
_MANY: Mapping[FileKind | None, Key] = {
    FileKind.FILE: "several_files",
    FileKind.IMAGE: "several_images",
    FileKind.PDF: "several_pdfs",
    FileKind.VIDEO: "several_videos",
}
_CLIPS = {FileKind.AUDIO, FileKind.VIDEO}


def files_words(files: Sequence[Mapping[str, Any]], listener: Listener) -> str:
    """Return all files of a message in words."""
    told = [file_words(file, listener) for file in files[:MOST_NAMED]]
    said = [words for alike, run in groupby(told) for words in _together(alike, [*run], listener)]
    if (left := len(files) - MOST_NAMED) > 0:
        count = amounts.counted(left, listener.phrases)
        said.append(listener.phrases.plain("more_files", count=count))
    return flowing(said)


def _together(words: str, run: Sequence[str], listener: Listener) -> Sequence[str]:
    """Return "four images" for four of which nothing else can be told."""
    key = _MANY.get(
        next((kind for kind, one in _kinds(listener.phrases.locale).items() if one == words), None)
    )
    if key is None or len(run) == 1:
        return run
    return [listener.phrases.plain(key, count=amounts.counted(len(run), listener.phrases))]


def file_words(file: Mapping[str, Any], listener: Listener) -> str:
    """Return one file in words."""
    phrases, mode = listener.phrases, file.get("mode")
    if mode == "tombstone":
        return phrases.plain("a_deleted_file")
    if mode == "hidden_by_limit":
        return phrases.plain("a_file_out_of_reach")
    kind = kind_of(file)
    what, title = _what(file, kind, listener), _title(file, kind, listener)
    words = transcript(file, listener)
    if words:
        return phrases.plain("titled", what=what, title=words)
    return phrases.plain("titled", what=what, title=title) if title else what


def is_voice_clip(file: Mapping[str, Any]) -> bool:
    """Whether somebody spoke this into Slack."""
    return file.get("subtype") == "slack_audio"


def transcript(file: Mapping[str, Any], listener: Listener) -> str:
    """Return what Slack understood of a clip, as far as the event tells; "" where it does not."""
    preview = mapping(mapping(file.get("transcription")).get("preview"))
    words = line(text(preview.get("content")), listener)
    if words and preview.get("has_more") is True:
        words = flowing([words, listener.phrases.plain("the_rest_is_in_slack")])
    return words


def _what(file: Mapping[str, Any], kind: FileKind, listener: Listener) -> str:
    phrases = listener.phrases
    what = _kinds(phrases.locale)[kind]
    if is_voice_clip(file):
        what = phrases.plain("a_voice_message")
    if kind is FileKind.SNIPPET:
        return _snippet(file, what, phrases)
    milliseconds = number(file.get("duration_ms"))
    if kind in _CLIPS and milliseconds is not None and milliseconds > 0:
        length = amounts.length(milliseconds / 1000, phrases)
        key: Key = "lasting" if is_voice_clip(file) else "of"
        return phrases.plain(key, what=what, of=length)
    return what


def _snippet(file: Mapping[str, Any], what: str, phrases: Phrases) -> str:
    if count := whole(file.get("lines")):
        what = phrases.plain("of", what=what, of=amounts.lines(count, phrases))
    named = language(text(file.get("filetype")))
    return phrases.plain("in_language", what=what, language=named) if named else what


def _title(file: Mapping[str, Any], kind: FileKind, listener: Listener) -> str:
    """Return a title that a person gave, and what they say that a picture shows."""
    if kind in _CLIPS and text(file.get("subtype")):
        return ""
    given = text(file.get("title")) or text(file.get("name"))
    bare = without_stamp(without_end(given.strip(), file, kind))
    title = "" if is_by_a_machine(bare) else line(_unjoined(bare, kind), listener)
    shown = without_end(text(file.get("alt_txt")).strip(), file, kind)
    shown = "" if is_by_a_machine(shown) or shown == bare else line(shown, listener)
    if shown and title.lower() in shown.lower():
        return shown
    return ", ".join(filter(None, (title, shown)))


def _unjoined(title: str, kind: FileKind) -> str:
    """Return "q3_roadmap-final" as words; a file's own name stays one."""
    if " " in title or kind is FileKind.FILE:
        return title
    return _JOINT.sub(" ", title)


@cache
def _kinds(locale: str) -> Mapping[FileKind, str]:
    phrases = Phrases(locale)
    return {
        FileKind.ARCHIVE: phrases.plain("an_archive"),
        FileKind.AUDIO: phrases.plain("an_audio_clip"),
        FileKind.CANVAS: phrases.plain("a_canvas"),
        FileKind.DOCUMENT: phrases.plain("a_document"),
        FileKind.EMAIL: phrases.plain("an_email"),
        FileKind.FILE: phrases.plain("a_file"),
        FileKind.LIST: phrases.plain("a_slack_list"),
        FileKind.IMAGE: phrases.plain("an_image"),
        FileKind.PDF: phrases.plain("a_pdf"),
        FileKind.PRESENTATION: phrases.plain("a_presentation"),
        FileKind.SNIPPET: phrases.plain("a_snippet"),
        FileKind.SPREADSHEET: phrases.plain("a_spreadsheet"),
        FileKind.VIDEO: phrases.plain("a_video"),
    }
