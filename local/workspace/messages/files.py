"""The file objects of what people share (docs.slack.dev/reference/objects/file-object)."""

import re
from typing import Any

_KINDS = {
    "csv": ("text/csv", "CSV"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word Document",
    ),
    "gif": ("image/gif", "GIF"),
    "jpg": ("image/jpeg", "JPEG"),
    "js": ("text/plain", "JavaScript"),
    "json": ("text/plain", "JSON"),
    "m4a": ("audio/mp4", "M4A"),
    "md": ("text/plain", "Markdown (raw)"),
    "mov": ("video/quicktime", "QuickTime Movie"),
    "mp3": ("audio/mpeg", "MP3"),
    "mp4": ("video/mp4", "MPEG 4 Video"),
    "pdf": ("application/pdf", "PDF"),
    "png": ("image/png", "PNG"),
    "pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "PowerPoint Presentation",
    ),
    "py": ("text/plain", "Python"),
    "txt": ("text/plain", "Plain Text"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    "zip": ("application/zip", "Zip"),
}
_FILETYPES = {"jpeg": "jpg", "js": "javascript", "md": "markdown", "py": "python", "txt": "text"}
_CLIP = re.compile(r"(?P<kind>audio|video) clip of (?P<seconds>\d+) seconds?", re.IGNORECASE)


def file_object(id_: str, named: str, person: str, now: int) -> dict[str, Any]:
    """Return a file as Slack describes it; `named` may be "audio clip of 14 seconds"."""
    clip = _CLIP.fullmatch(named.strip())
    own = _clip(clip["kind"].lower(), int(clip["seconds"])) if clip else _file(named.strip())
    return {
        "id": id_,
        "created": now,
        "timestamp": now,
        **own,
        "user": person,
        "mode": "hosted",
        "is_external": False,
        "is_public": True,
        "file_access": "visible",
    }


def _file(name: str) -> dict[str, Any]:
    _, dot, ending = name.rpartition(".")
    ending = {"jpeg": "jpg"}.get(ending.lower(), ending.lower()) if dot else ""
    mimetype, pretty = _KINDS.get(ending, ("application/octet-stream", "Binary"))
    filetype = _FILETYPES.get(ending, ending) if ending in _KINDS else "binary"
    return {
        "name": name,
        "title": name,
        "mimetype": mimetype,
        "filetype": filetype,
        "pretty_type": pretty,
    }


def _clip(kind: str, seconds: int) -> dict[str, Any]:
    """Return what the client records in Slack itself."""
    ending = "m4a" if kind == "audio" else "mp4"
    clip = {"subtype": f"slack_{kind}", "duration_ms": seconds * 1000}
    return _file(f"{kind}_message.{ending}") | clip
