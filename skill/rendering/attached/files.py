"""Files by kind and title, clips by length, snippets by lines."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from skill.rendering import amounts
from skill.rendering.attached.file_kinds import FileKind, kind_of, without_end
from skill.rendering.code.code_blocks import language
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.markup.flow import line
from skill.rendering.shapes import mapping, number, text, whole
from skill.speech.phrases import Phrases

MOST_NAMED = 10
"""Of more files only the number is told; Slack's clients attach no more than ten at once."""

_GIVEN_BY_MACHINES = ("image", "audio_message", "audio message", "video_message", "untitled")
_CLIPS = {FileKind.AUDIO, FileKind.VIDEO}


def files_words(files: Sequence[Mapping[str, Any]], listener: Listener) -> str:
    """Return all files of a message in words."""
    said = [file_words(file, listener) for file in files[:MOST_NAMED]]
    if (left := len(files) - MOST_NAMED) > 0:
        count = amounts.counted(left, listener.phrases)
        said.append(listener.phrases.plain("more_files", count=count))
    return flowing(said)


def file_words(file: Mapping[str, Any], listener: Listener) -> str:
    """Return one file in words."""
    phrases, mode = listener.phrases, file.get("mode")
    if mode == "tombstone":
        return phrases.plain("a_deleted_file")
    if mode == "hidden_by_limit":
        return phrases.plain("a_file_out_of_reach")
    kind = kind_of(file)
    what, title = _what(file, kind, listener), _title(file, kind, listener)
    words = _transcript(file, listener)
    if words:
        return phrases.plain("saying", what=what, words=words)
    return phrases.plain("titled", what=what, title=title) if title else what


def _what(file: Mapping[str, Any], kind: FileKind, listener: Listener) -> str:
    phrases = listener.phrases
    what = _kinds(phrases.locale)[kind]
    if kind is FileKind.SNIPPET:
        return _snippet(file, what, phrases)
    milliseconds = number(file.get("duration_ms"))
    if kind in _CLIPS and milliseconds is not None and milliseconds > 0:
        return phrases.plain("of", what=what, of=amounts.length(milliseconds / 1000, phrases))
    return what


def _snippet(file: Mapping[str, Any], what: str, phrases: Phrases) -> str:
    if count := whole(file.get("lines")):
        what = phrases.plain("of", what=what, of=amounts.lines(count, phrases))
    named = language(text(file.get("filetype")))
    return phrases.plain("in_language", what=what, language=named) if named else what


def _title(file: Mapping[str, Any], kind: FileKind, listener: Listener) -> str:
    given = text(file.get("title")) or text(file.get("name"))
    title = line(without_end(given.strip(), file, kind), listener)
    if title.lower().startswith(_GIVEN_BY_MACHINES) and " " not in title.replace("message", ""):
        title = ""
    if kind in _CLIPS and text(file.get("subtype")):
        return ""
    return title or line(text(file.get("alt_txt")), listener)


def _transcript(file: Mapping[str, Any], listener: Listener) -> str:
    transcription = mapping(file.get("transcription"))
    return line(text(mapping(transcription.get("preview")).get("content")), listener)


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
        FileKind.IMAGE: phrases.plain("an_image"),
        FileKind.PDF: phrases.plain("a_pdf"),
        FileKind.PRESENTATION: phrases.plain("a_presentation"),
        FileKind.SNIPPET: phrases.plain("a_snippet"),
        FileKind.SPREADSHEET: phrases.plain("a_spreadsheet"),
        FileKind.VIDEO: phrases.plain("a_video"),
    }
