"""`earshot setup --accounts` from the first answer to where everybody links, and once more."""

import json
import time

import pytest

from local.cli.checks import look
from local.cli.deployment import Deployed
from local.cli.setup import guide
from local.cloud.deployment import Deployment
from local.echo import Echo
from local.world.models import model_for
from tests.local.cli.deployment.setup.conftest import SKILL_ID, STAGE, Bench

pytestmark = pytest.mark.stack

VENDOR = "M2ABCDEFGH"


def as_the_doctor_finds_it(bench: Bench) -> Deployed:
    there = guide.find(STAGE, bench.region)
    assert there.endpoint is None
    return there


def test_from_nothing_to_where_everybody_links(bench: Bench, reachable):
    app = bench.workspace.consents.app
    bench.options = ["--accounts"]
    cut = bench.setup(app.client_id, "not it", app.client_secret, bench.secret, SKILL_ID)
    assert cut.exit_code == 1
    assert "A Client Secret is 32 digits" in cut.stdout
    whole = bench.setup("general", "", "not one", VENDOR, "", "", "")
    assert whole.exit_code == 0, whole.stdout + whole.stderr
    assert bench.stored("slack/client-secret") == app.client_secret
    assert bench.stored("slack/signing-secret") == bench.secret
    made = bench.stored("alexa/client-secret")
    assert made is not None
    assert len(made) == 64

    deployed = Deployment.find(bench.cloud, STAGE)
    assert "A vendor id begins with M" in whole.stdout
    assert f"account linking: answers as https://{deployed.api_id}." in whole.stdout
    assert f"{deployed.api_url}/authorize" in whole.stdout
    assert "PKCE: on, S256" in whole.stdout
    assert f"earshot setup --stage {STAGE} --region us-east-1 --accounts" in whole.stdout
    shown = cut.stdout + whole.stdout + whole.stderr
    assert not any(secret in shown for secret in (app.client_secret, bench.secret, made))
    manifest = json.loads((bench.folder / "slack-manifest.json").read_text())
    assert manifest["settings"]["token_rotation_enabled"]
    (redirect,) = manifest["oauth_config"]["redirect_urls"]
    assert redirect == f"{deployed.api_url}/slack/linked"

    # Whoever speaks first is told where to link, however long a busy machine takes for it.
    deployed.invoke("skill", {})
    skill = lambda event: deployed.invoke("skill", event)  # noqa: E731
    echo = Echo(model_for("en-US"), skill, time.time, skill_id=SKILL_ID, timer=lambda: 0.0)
    assert "a card leads you to it" in echo.say("ask slack for replies").heard
    findings = list(look(as_the_doctor_finds_it(bench), time.time))
    assert [finding.what for finding in findings if not finding.is_right] == ["alarms"]
    told = {finding.what: finding.found for finding in findings}
    assert told["Slack links"].startswith("0 looked after")

    again = bench.setup()
    assert again.exit_code == 0, again.stderr
    assert "Deployed already, and nothing has changed" in again.stdout
    assert again.stdout.count("Done already") == 3
    assert bench.stored("alexa/client-secret") == made

    bench.options = []
    other = bench.setup()
    assert other.exit_code == 1
    assert "This stage was set up with --accounts." in other.stderr
