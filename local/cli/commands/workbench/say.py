"""`earshot say "..."`: one utterance to the running stack."""

from typing import TYPE_CHECKING, Annotated

import typer

from local.cli import waits
from local.cli.stack_file import running_stack

if TYPE_CHECKING:
    import httpx

REJECTED = 1


def say(
    utterance: Annotated[
        str, typer.Argument(help='What to say, such as "tell slack to send I am late".')
    ],
) -> None:
    """Say one thing to the Echo of the running local stack, and print what Alexa says."""
    address = running_stack().address
    # Only where a stack runs is there anything to ask, and to ask with.
    import httpx  # noqa: PLC0415

    answer = httpx.post(
        f"{address}/echo/say", json={"utterance": utterance}, timeout=waits.SPOKEN_SECONDS
    )
    if answer.is_error:
        typer.echo(_why(answer), err=True)
        raise typer.Exit(REJECTED)
    turn = answer.json()
    if turn.get("rejected"):
        typer.echo(f"A device would reject the answer: {turn['rejected']}", err=True)
        raise typer.Exit(REJECTED)
    typer.echo(turn["heard"] or "(Alexa says nothing: that was not for Slack.)")


def _why(answer: "httpx.Response") -> str:
    try:
        return str(answer.json()["error"])
    except (ValueError, KeyError, TypeError):
        return f"The stack did not take that (HTTP {answer.status_code})."
