"""A group whose list says of each command all that its first line of help says."""

from typing import Any

from typer.core import TyperGroup


class WholeHelp(TyperGroup):
    """Lists its commands without cutting what they do."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list; click would end each line after half a sentence."""
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, (found.help or "").splitlines()[0]) for name, found in named if found]
            )
