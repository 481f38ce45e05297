"""The command line answers at once: a command that needs no stack imports no client of any."""

import subprocess
import sys

import pytest
import typer

from deploy.packages import ROOT
from local.cli.main import COMMANDS, app

CLIENTS = (
    "boto3",
    "botocore",
    "httpx",
    "moto",
    "rich.console",
    "starlette",
    "uvicorn",
    "ask_sdk_core",
)
HEAVY = (*CLIENTS, "pydantic")
MOST_MODULES = 200
"""Besides our own, typer among them; pydantic alone brings 60 more, boto3 390."""
MOST_OF_OURS_FOR_HELP = 4
"""Only what a choice among words needs; to understand a phrase takes some 140 of them."""
ARN = "arn:aws:lambda:us-east-1:123456789012:function:earshot-prod-skill"
DIRECTORY = '{"people": [], "channels": [{"id": "C1", "name": "general"}], "default": "general"}'


def imported(*arguments: str, said: str = "") -> set[str]:
    """Run the command in a fresh process; return the modules that it has at its end."""
    program = (
        "import sys; from local.cli.door import main\n"
        "try: main()\n"
        "except SystemExit as ended: code = ended.code\n"
        "print(); print(code or 0, *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        input=said,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *modules = done.stdout.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(modules)


def test_help_and_what_needs_no_stack_import_little(tmp_path):
    (tmp_path / "names.json").write_text(DIRECTORY)
    package = ["--lambda-arn", ARN, "--folder", str(tmp_path / "package")]
    explained = ["--directory", str(tmp_path / "names.json"), "send hi to general"]
    for arguments, said in [
        (["--help"], ""),
        (["explain", "--help"], ""),
        (["render", "--help"], ""),
        (["slack-manifest"], ""),
        (["skill-package", *package], ""),
        (["explain", *explained], ""),
        (["render"], '{"text": "hello"}\n'),
    ]:
        modules = imported(*arguments, said=said)
        assert [name for name in HEAVY if name in modules] == [], arguments
        ours = {name for name in modules if name.split(".")[0] in {"skill", "postbox", "bridge"}}
        assert len(modules - ours) < MOST_MODULES, (arguments, len(modules - ours))
        assert "--help" not in arguments or len(ours) <= MOST_OF_OURS_FOR_HELP, ours


def test_a_commands_help_and_one_without_its_stack_import_no_client(tmp_path):
    """All in one process: what one of them imports, all of them have at the end."""
    program = f"""
import sys, pathlib
from local.cli import stack_file
stack_file.FILE = pathlib.Path({str(tmp_path / "none")!r})
from local.cli.main import COMMANDS, app
asked = [[name, "--help"] for name in COMMANDS]
asked += [["say", "hi"], ["doctor"], ["outbox", "list"], ["outbox", "drop", "x"], ["owner", "show"]]
asked += [["audit"], ["explain", "hi"], ["play", "--stack", "tests/conversations/demo.txt"]]
for arguments in asked:
    try:
        app(arguments)
    except SystemExit as ended:
        assert ended.code == (0 if "--help" in arguments else 1), arguments
print()
print(*[name for name in {CLIENTS!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""
    assert done.stderr.count("No local stack is running.") == 8


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_each_command_what_its_own_help_says(name):
    group = typer.main.get_command(app)
    command = group.get_command(None, name)  # type: ignore[attr-defined]
    assert (command.help or "").splitlines()[0] == COMMANDS[name].does


def test_every_command_is_in_the_list_of_help(earshot):
    listed = earshot("--help").stdout
    for name in COMMANDS:
        assert f"  {name} " in listed
