"""What kind of thing a file is, by what Slack or its name says."""

import re
from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Any

from skill.rendering.shapes import text


class FileKind(StrEnum):
    """How a person would call it."""

    ARCHIVE = auto()
    AUDIO = auto()
    CANVAS = auto()
    DOCUMENT = auto()
    EMAIL = auto()
    FILE = auto()
    IMAGE = auto()
    LIST = auto()
    PDF = auto()
    PRESENTATION = auto()
    SNIPPET = auto()
    SPREADSHEET = auto()
    VIDEO = auto()


_BY_TYPE = {
    "canvas": FileKind.CANVAS,
    "quip": FileKind.CANVAS,
    "post": FileKind.CANVAS,
    "space": FileKind.CANVAS,
    "email": FileKind.EMAIL,
    "list": FileKind.LIST,
    "pdf": FileKind.PDF,
    **dict.fromkeys(("zip", "gz", "tar", "tgz", "rar", "7z", "bz2", "xz"), FileKind.ARCHIVE),
    **dict.fromkeys(("mp3", "m4a", "wav", "ogg", "oga", "flac", "aac", "opus"), FileKind.AUDIO),
    **dict.fromkeys(("doc", "docx", "gdoc", "odt", "pages", "rtf"), FileKind.DOCUMENT),
    **dict.fromkeys(
        ("png", "jpg", "jpeg", "gif", "heic", "webp", "svg", "bmp", "tiff"), FileKind.IMAGE
    ),
    **dict.fromkeys(("ppt", "pptx", "gpres", "odp", "keynote", "key"), FileKind.PRESENTATION),
    **dict.fromkeys(("xls", "xlsx", "gsheet", "ods", "numbers", "csv"), FileKind.SPREADSHEET),
    **dict.fromkeys(("mp4", "mov", "webm", "mkv", "avi", "m4v"), FileKind.VIDEO),
}
_BY_SUBTYPE = {"slack_audio": FileKind.AUDIO, "slack_video": FileKind.VIDEO}
_BY_MIMETYPE = {
    "application/vnd.slack-docs": FileKind.CANVAS,
    "application/vnd.slack-list": FileKind.LIST,
    "audio": FileKind.AUDIO,
    "image": FileKind.IMAGE,
    "video": FileKind.VIDEO,
}
_BY_MODE = {
    "snippet": FileKind.SNIPPET,
    "post": FileKind.CANVAS,
    "space": FileKind.CANVAS,
    "quip": FileKind.CANVAS,
    "email": FileKind.EMAIL,
    "list": FileKind.LIST,
}


_TWO_ENDS = (".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst")


def kind_of(file: Mapping[str, Any]) -> FileKind:
    """Return the kind; FILE for what has no name of its own."""
    return (
        _BY_SUBTYPE.get(text(file.get("subtype")))
        or _BY_MODE.get(text(file.get("mode")))
        or _BY_MIMETYPE.get(text(file.get("mimetype")))
        or _BY_MIMETYPE.get(text(file.get("mimetype")).partition("/")[0])
        or _BY_TYPE.get(text(file.get("filetype")))
        or _BY_TYPE.get(_end(text(file.get("name"))))
        or _BY_TYPE.get(_end(text(file.get("title"))))
        or FileKind.FILE
    )


_STAMP = re.compile(
    r"(?<![-_ .(])[-_ .(]*+(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d"
    r"(?:[-_ .T]{0,3}(?:at )?[0-2]\d[-_.:]?[0-5]\d(?:[-_.:]?[0-5]\d)?)?(?!\d)\)?"
    r"|[ _]\(\d{1,2}\)(?=\.|\Z)"
)
"""When a file was written, or the number of a copy, which machines put into its name."""


def without_stamp(title: str) -> str:
    """Return a title without the moment that a machine put behind other words."""
    bare = _STAMP.sub("", title)
    return bare if any(map(str.isalpha, bare.rpartition(".")[0] or bare)) else title


def without_end(title: str, file: Mapping[str, Any], kind: FileKind) -> str:
    """Return a title without the ".png" that its kind says already."""
    if kind is FileKind.ARCHIVE and title.lower().endswith(_TWO_ENDS):
        title = title.rpartition(".")[0]
    end = _end(title)
    told = end and (
        _BY_TYPE.get(end) is kind or (kind.value != "file" and end == file.get("filetype"))
    )
    return title[: -len(end) - 1] if told else title


def _end(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    return end.lower() if stem and dot else ""
