"""All commands together."""

import typer

from local.cli.commands import (
    audit,
    deploy,
    doctor,
    explain,
    manifest,
    outbox,
    owner,
    package,
    play,
    render,
    say,
    trying,
    up,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Earshot: Slack by voice, through an Amazon Echo.",
)

app.command("up")(up.up)
app.command("say")(say.say)
app.command("play")(play.play_files)
app.command("explain")(explain.explain)
app.command("try")(trying.try_utterances)
app.command("render")(render.render)
app.command("doctor")(doctor.doctor)
app.command("slack-manifest")(manifest.slack_manifest)
app.command("skill-package")(package.skill_package)
app.command("deploy")(deploy.deploy)
app.command("audit")(audit.audit_outbox)
app.add_typer(outbox.app, name="outbox")
app.add_typer(owner.app, name="owner")
