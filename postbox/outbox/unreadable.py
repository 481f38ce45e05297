"""Receipts that this version cannot read: of a newer one, or damaged. Pure.

Their keys tell whose they are and when the command was spoken; what a state is called stays the
same in all versions. That is enough to tell the speaker, whom nothing may be kept from.
"""

from collections.abc import Mapping
from typing import Any

from postbox.frozen import Frozen
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FINAL
from postbox.store import keys


class UnreadableReceipt(Frozen):
    """As much of a receipt as can be known."""

    key: keys.Key
    link_id: str
    spoken_at: float
    command_id: str
    kind: CommandKind | None
    """None where this version does not know it."""
    conversation_id: str
    conversation_name: str
    is_final: bool

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "UnreadableReceipt":
        """Return what an item of the table tells."""
        sort = str(item["sk"])
        prefix, moment, command_id = sort.split("#", 2)
        return cls(
            key={"pk": str(item["pk"]), "sk": sort},
            link_id=str(item["pk"]).removeprefix(keys.link_partition("")),
            spoken_at=float(moment),
            command_id=command_id,
            kind=_kind(f"{prefix}#", item),
            conversation_id=str(item.get("conversation_id", "")),
            conversation_name=str(item.get("conversation_name", "")),
            is_final=str(item.get("state")) in FINAL,
        )


def _kind(prefix: str, item: Mapping[str, Any]) -> CommandKind | None:
    if prefix == keys.SENT:
        return CommandKind.SEND_MESSAGE
    kind = str(item.get("kind"))
    return CommandKind(kind) if kind in set(CommandKind) else None
