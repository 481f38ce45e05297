"""Questions on the terminal. A secret is never echoed, repeated or kept here."""

from collections.abc import Callable

import typer

Check = Callable[[str], str | None]
"""Returns what is wrong with an answer, or None."""


def tell(*lines: str) -> None:
    """Print these lines."""
    for line in lines:
        typer.echo(line)


def step(title: str) -> None:
    """Begin a part of the way."""
    typer.echo()
    typer.secho(title, bold=True)


def ask(question: str, check: Check, default: str | None = None) -> str:
    """Ask until an answer passes the check; what is wrong with one is said."""
    return _asked(lambda: typer.prompt(question, default=default), check)


def ask_secret(question: str, check: Check) -> str:
    """Ask for a secret until one passes; nothing of it is shown."""
    return _asked(lambda: typer.prompt(question, hide_input=True), check)


def agreed(question: str) -> bool:
    """Ask yes or no; no is the default."""
    return typer.confirm(question)


def wait(until: str) -> None:
    """Wait for Enter."""
    typer.prompt(f"Press Enter {until}", default="", show_default=False)


def _asked(prompt: Callable[[], str], check: Check) -> str:
    while True:
        answer = prompt().strip()
        wrong = check(answer)
        if wrong is None:
            return answer
        typer.echo(f"  {wrong}")
