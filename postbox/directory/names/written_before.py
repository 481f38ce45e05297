"""Names as Earshot stored them before they were in tables: one compressed JSON text. Pure."""

import gzip
import json
import zlib

from postbox.directory.entries import Conversation, Directory, Person


def directory_before(packed: bytes) -> Directory | None:
    """Return the directory of such a text, None where a part of it is missing."""
    try:
        content = json.loads(gzip.decompress(packed))
    except (EOFError, OSError, ValueError, zlib.error):
        return None
    return Directory.of(
        (Person(*row) for row in content["people"]),
        (
            Conversation(str(row[0]), str(row[1]), str(row[2]), tuple(row[3]))
            for row in content["conversations"]
        ),
    )
