"""The linking dance on the local cloud, deployed for several people: the first page to leaving."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from local.cloud.deploying import deploy
from local.cloud.deployment import Deployment
from local.cloud.ministack import MiniStack
from local.echo import Echo
from local.echo.echo import ACCOUNT
from local.stack.room import SKILL_ID
from local.workspace import (
    EventOutlet,
    OutletThread,
    Workspace,
    create_app,
    demo_workspace,
    http_transport,
    serve,
)
from local.world.aws.moto_cloud import ALEXA_SECRET, ALEXA_VENDOR
from local.world.models import model_for
from postbox.accounts.account import Account
from postbox.accounts.stores.access import Access
from postbox.links.stores.links import Links
from postbox.store.table import Table
from tests.accounts.linking_world import REDIRECT, VERIFIER
from tests.accounts.over_http import Forwarding
from tests.accounts.test_over_http import linked_by, tokens
from tests.stack.asking import eventually

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
        outlet = EventOutlet(workspace, http_transport(deployment.events_url), time.time)
        with OutletThread(outlet):
            yield Running(served.url, deployment, workspace)


def test_kevin_links_his_slack_speaks_hears_and_leaves(running: Running):
    with httpx.Client(trust_env=False, timeout=60) as http:
        code = linked_by(http, running.address)
        exchange = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": REDIRECT,
            "code_verifier": VERIFIER,
        }
        first = tokens(http, running.address, **exchange)
        link_id = looked_after(running, first["access_token"])

        echo = kevins_echo(running)
        echo.speak_as(ACCOUNT, access_token=first["access_token"])
        sent = echo.say("tell slack to send hello from the kitchen").heard
        assert sent in {"Sent to general.", "On its way to general."}
        assert eventually(lambda: "hello from the kitchen" in said_by_kevin(running))

        renewal = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
        newer = tokens(http, running.address, **renewal)
        echo.speak_as(ACCOUNT, access_token=newer["access_token"])
        write(running, "Giselle", "break a leg")
        assert eventually(lambda: "break a leg" in (echo.say("ask slack for replies").heard or ""))

        assert "nlink" in (echo.say("ask slack to unlink my slack").heard or "")
        echo.say("yes")
        assert eventually(lambda: account_of(running, newer["access_token"]) is None)
        heard = echo.say("tell slack to send nobody hears this").heard or ""
        assert heard.startswith("Your Slack has to be linked again.")
        last = {"grant_type": "refresh_token", "refresh_token": newer["refresh_token"]}
        assert tokens(http, running.address, **last) == {"error": "invalid_grant"}
    active = running.workspace.installations.active()
    assert "kevin" not in [installation.person.handle for installation in active]
    running.deployment.invoke_refresh()
    client = running.deployment.client("dynamodb")
    kept = {
        item["pk"]["S"].partition("#")[0]
        for item in client.scan(TableName=running.deployment.table)["Items"]
        if link_id in str(item)
    }
    assert kept <= {"AUDIT", "DUE"}


def looked_after(running: Running, access_token: str) -> str:
    """Let the link have its turn, and return its id."""
    account = account_of(running, access_token)
    assert account is not None
    assert [link.user_name for link in account.links] == ["kevin"]
    report = running.deployment.invoke_refresh()
    assert (report["links"], report["problems"]) == (1, 0)
    link = Links(table_of(running)).get(account.links[0].link_id)
    assert link is not None
    assert link.default_conversation_name == "general"
    assert link.default_conversation_id
    return link.link_id


def kevins_echo(running: Running) -> Echo:
    """Return an Echo that waits for as long as this machine takes; each function has started."""
    for function, event in (("skill", {}), ("receive", {}), ("post", {"Records": []})):
        running.deployment.invoke(function, event)
    return Echo(
        model_for("en-US"),
        lambda event: running.deployment.invoke("skill", event),
        time.time,
        skill_id=SKILL_ID,
        timer=lambda: 0.0,
        api_endpoint=running.address,
    )


def table_of(running: Running) -> Table:
    return Table(running.deployment.client("dynamodb"), running.deployment.table)


def account_of(running: Running, access_token: str) -> Account | None:
    return Access(table_of(running)).account_of(access_token, time.time())


def said_by_kevin(running: Running) -> list[str]:
    workspace = running.workspace
    general, kevin = workspace.find_conversation("#general"), workspace.find_person("Kevin")
    return [message.text for message in workspace.messages(general) if message.user == kevin.id]


def write(running: Running, author: str, text: str) -> None:
    workspace = running.workspace
    people = [workspace.find_person(name) for name in (author, "Kevin")]
    workspace.post(people[0], workspace.direct_message(*people), text)
