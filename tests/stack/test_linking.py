"""Account linking on the local cloud, deployed for several people: a browser and Alexa play it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from local.cloud.deploying import deploy
from local.cloud.deployment import Deployment
from local.cloud.ministack import MiniStack
from local.workspace import Workspace, create_app, demo_workspace, serve
from local.world.aws.moto_cloud import ALEXA_SECRET, ALEXA_VENDOR
from postbox.accounts.stores.access import Access
from postbox.links.stores.links import Links
from postbox.store.table import Table
from tests.accounts.linking_world import REDIRECT, VERIFIER
from tests.accounts.over_http import Forwarding
from tests.accounts.test_over_http import linked_by, tokens

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Running:
    address: str
    deployment: Deployment
    workspace: Workspace


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    workspace, _ = demo_workspace(time.time)
    forwarding, app = Forwarding(), workspace.consents.app
    folder: Path = tmp_path_factory.mktemp("several")
    with (
        serve(create_app(workspace)) as slack,
        serve(forwarding.app) as served,
        MiniStack(folder, tell=lambda _line: None) as ministack,
    ):
        deployment = deploy(
            ministack,
            {
                "accounts": "yes",
                "alexaVendorIds": ALEXA_VENDOR,
                "issuer": served.url,
                "slackApiUrl": slack.api_url,
                "slackAuthorizeUrl": f"{slack.url}/oauth/v2/authorize",
                "slackClientId": app.client_id,
            },
        )
        forwarding.address = deployment.events_url.removesuffix("/slack/events")
        deployment.put_secret(deployment.signing_secret_parameter, workspace.signing_secret)
        deployment.put_secret("/earshot/local/slack/client-secret", app.client_secret)
        deployment.put_secret("/earshot/local/alexa/client-secret", ALEXA_SECRET)
        yield Running(served.url, deployment, workspace)


def test_kevin_links_his_slack_and_is_looked_after(running):
    with httpx.Client(trust_env=False, timeout=60) as http:
        code = linked_by(http, running.address)
        first = tokens(
            http,
            running.address,
            grant_type="authorization_code",
            code=code,
            redirect_uri=REDIRECT,
            code_verifier=VERIFIER,
        )
        newer = tokens(
            http, running.address, grant_type="refresh_token", refresh_token=first["refresh_token"]
        )
    table = Table(running.deployment.client("dynamodb"), running.deployment.table)
    account = Access(table).account_of(newer["access_token"], time.time())
    assert [link.user_name for link in account.links] == ["kevin"]
    report = running.deployment.invoke_refresh()
    assert (report["links"], report["problems"]) == (1, 0)
    link = Links(table).get(account.links[0].link_id)
    assert link.default_conversation_name == "general"
    assert link.default_conversation_id
