"""Commands as records and back: of the queue as JSON, of the table as items. Pure."""

from collections.abc import Mapping
from typing import Any, ClassVar, get_args

from postbox.outbox import version_1
from postbox.outbox.commands import Command, Envelope
from postbox.store.codec import from_record, is_newer, record_in
from postbox.store.errors import MalformedRecord, NewerRecord

_KINDS: dict[str, type[Command]] = {kind.KIND: kind for kind in get_args(Command)}
_VERSION = max(kind.VERSION for kind in _KINDS.values())


class NewerCommand(Envelope, kw_only=True):
    """A command that a newer version of Earshot wrote, as far as any version can read it."""

    VERSION: ClassVar[int] = 0

    kind: str
    text: str = ""
    """What was to be posted, where there is something; without its mentions."""


def command_in(body: str) -> Command:
    """Return what a record of the queue holds; raises as command_of does."""
    return command_of(record_in(body, "Command"))


def command_of(record: Mapping[str, Any]) -> Command:
    """Return the command that a record is of, or raise NewerRecord or MalformedRecord."""
    if record.get("version") == 1:
        record = version_1.command(record)
    kind = _KINDS.get(str(record.get("kind")))
    if kind is not None:
        return from_record(kind, record)
    problem = "Command: of no kind that this version knows"
    raise NewerRecord(problem) if is_newer(record, _VERSION) else MalformedRecord(problem)


def newer_command_in(body: str) -> NewerCommand:
    """Return the envelope of a newer version's command, or raise MalformedRecord."""
    record = record_in(body, "NewerCommand")
    text = record.get("text")
    known = {**record, "version": NewerCommand.VERSION, "text": text if type(text) is str else ""}
    return from_record(NewerCommand, known)
