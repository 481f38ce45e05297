"""All commands together; each is imported when it is asked for, so that none waits for another."""

import importlib
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup

from local.cli.given import PlainCommand, plainly
from local.cli.in_words import in_words

FAILED = 1
_FOLDER = "local.cli.commands"


class Command(NamedTuple):
    """Where a command is, and what it does."""

    module: str
    """In local/cli/commands."""
    name: str
    """Its function, or the Typer application of a group."""
    does: str
    """The first line of its help."""


COMMANDS = {
    "up": Command(
        "workbench.up",
        "up",
        "Start MiniStack, deploy Earshot to it, start the Slack workspace and the page.",
    ),
    "say": Command(
        "workbench.say",
        "say",
        "Say one thing to the Echo of the running local stack, and print what Alexa says.",
    ),
    "play": Command(
        "workbench.play",
        "play_files",
        "Play conversations; exit with 1 when a line differs, 2 when a file is no transcript.",
    ),
    "explain": Command(
        "workbench.explain",
        "explain",
        "Print how phrases are understood: recipients with scores, and the text.",
    ),
    "try": Command(
        "workbench.trial",
        "try_utterances",
        "Try each line of standard input in a fresh world in this process.",
    ),
    "render": Command(
        "workbench.render",
        "render",
        "Print how Slack messages sound: one JSON object a line in, one a line out.",
    ),
    "setup": Command(
        "deployment.setup",
        "setup",
        "Set up everything for a real Echo, step by step; run it again at any time, it goes on.",
    ),
    "doctor": Command(
        "deployment.doctor",
        "doctor",
        "Look at AWS, Slack and Alexa, and say of each thing that is wrong how to mend it.",
    ),
    "slack-manifest": Command(
        "deployment.manifest",
        "slack_manifest",
        'Print the manifest of the Slack app, for api.slack.com/apps, "from a manifest".',
    ),
    "skill-package": Command(
        "deployment.package",
        "skill_package",
        "Write the skill package, which `ask deploy` or the developer console's import takes.",
    ),
    "deploy": Command(
        "deployment.deploy", "deploy", "Deploy to AWS with the credentials of this shell."
    ),
    "outbox": Command("deployment.outbox", "app", "What was spoken, and what became of it."),
    "audit": Command(
        "deployment.audit",
        "audit_outbox",
        "Check that every accepted message was posted once, or told of; fail where one was not.",
    ),
    "owner": Command("deployment.owner", "app", "Whom Earshot answers."),
    "forget": Command(
        "deployment.forget",
        "forget",
        "Delete all that is kept of a link or an account; print how much of it.",
    ),
}


class _WhenAskedFor(TyperGroup):
    """A group that imports no command but the one that is called."""

    def get_params(self, ctx: Any) -> list[Any]:
        return plainly(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        return _loaded(cmd_name) if cmd_name in COMMANDS else None

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            said = in_words(error)
            if said is None:
                raise
            typer.echo(said, err=True)
            raise typer.Exit(FAILED) from None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.does) for name, command in COMMANDS.items()])


def _loaded(name: str) -> Any:
    command = COMMANDS[name]
    found = getattr(importlib.import_module(f"{_FOLDER}.{command.module}"), command.name)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(
            add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
        )
        single.command(name, cls=PlainCommand)(found)
        found = single
    loaded = typer.main.get_command(found)
    loaded.name = name
    return loaded


app = typer.Typer(
    cls=_WhenAskedFor,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def earshot() -> None:
    """Earshot: Slack by voice, through an Amazon Echo."""
