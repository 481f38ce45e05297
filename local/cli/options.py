"""What commands have in common: which deployment is meant, and how a group of them is made."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

Stage = Annotated[str, typer.Option(help="The deployed stage; `local` is the running stack.")]
Region = Annotated[str, typer.Option(help="The AWS region.")]


class _WholeHelp(TyperGroup):
    """Lists its commands without cutting what they do."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list; click would end each line after half a sentence."""
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, (found.help or "").splitlines()[0]) for name, found in named if found]
            )


def group(does: str) -> typer.Typer:
    """Return a group of commands, of which its list says all that their first lines say."""
    return typer.Typer(
        cls=_WholeHelp,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=does,
    )
