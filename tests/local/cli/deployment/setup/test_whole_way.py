"""`earshot setup` from the first answer to the first sentence, cut off once, and run once more."""

import json
import time

import pytest

from deploy import osls
from local.cli.accounts import ask_cli
from local.cli.checks import look
from local.cli.setup import guide
from local.cloud.deployment import Deployment
from local.echo import Echo
from local.world.models import model_for
from tests.local.cli.deployment.setup.conftest import SKILL_ID, STAGE, Bench
from tests.patience import eventually

pytestmark = pytest.mark.stack


def test_from_nothing_to_the_first_sentence(bench: Bench, reachable, monkeypatch, tmp_path):
    broken = tmp_path / "broken.js"
    broken.write_text("console.log('The disk is full'); process.exit(3)")
    with monkeypatch.context() as patch:
        patch.setattr(osls, "OSLS", broken)
        cut = bench.setup(bench.token, bench.secret, SKILL_ID, "#random", "")
    assert cut.exit_code == 1
    assert "osls could not deploy" in cut.stderr
    assert "The disk is full" in cut.stderr

    whole = bench.setup("", "")
    assert whole.exit_code == 0, whole.stdout + whole.stderr
    deployed = Deployment.find(bench.cloud, STAGE)
    assert "Slack link: Slack takes the token" in whole.stdout
    assert f"events address: {deployed.events_url}" in whole.stdout
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:earshot-{STAGE}-skill"
    assert arn in whole.stdout
    assert f"earshot doctor --stage {STAGE} --region us-east-1" in whole.stdout
    manifest = json.loads((bench.folder / "slack-manifest.json").read_text())
    subscribed = manifest["settings"]["event_subscriptions"]
    assert subscribed["request_url"] == deployed.events_url
    shown = cut.stdout + cut.stderr + whole.stdout
    assert bench.token not in shown
    assert bench.secret not in shown

    # How long Alexa would have waited is no matter here: a busy machine is slow.
    deployed.invoke("skill", {})
    deployed.invoke("post", {"Records": []})
    echo = Echo(
        model_for("en-US"),
        lambda event: deployed.invoke("skill", event),
        time.time,
        skill_id=SKILL_ID,
        timer=lambda: 0.0,
    )
    assert echo.say("tell slack to send hello from my echo").heard in {
        "Sent to random.",
        "On its way to random.",
    }
    random = bench.workspace.find_conversation("#random")
    assert eventually(
        lambda: "hello from my echo" in [m.text for m in bench.workspace.messages(random)]
    )

    findings = list(look(guide.find(STAGE, bench.region), time.time, lambda _seconds: None))
    wrong = [finding.what for finding in findings if not finding.is_right]
    assert wrong == ["loop through Slack", "alarms"]

    again = bench.setup()
    assert again.exit_code == 0, again.stderr
    assert "Deployed already, and nothing has changed" in again.stdout
    assert again.stdout.count("Done already") == 2
    assert "Press Enter" not in again.stdout
    assert ask_cli.AskCli.find() is None
