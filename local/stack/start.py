"""Starting the whole, in order, and ending it in the other."""

import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.packages import build_all
from local.cloud.deploying import deploy
from local.cloud.deployment import Deployment
from local.cloud.ministack import MiniStack
from local.cloud.ports import steady_port
from local.conversations.steps import Setting
from local.page.app import create_page
from local.stack.alexa_accounts import CLIENT, VENDOR, AlexaAccounts
from local.stack.alexa_routes import alexa_routes
from local.stack.gateway import Gateway
from local.stack.people import People
from local.stack.room import Room
from local.stack.routes import stack_routes
from local.workspace import EventOutlet, OutletThread, Workspace, create_app, http_transport, serve

Progress = Callable[[str], None]


@dataclass(frozen=True)
class RunningStack:
    """A stack that runs."""

    address: str
    """The page's."""
    deployment: Deployment
    ministack: MiniStack
    room: Room
    workspace: Workspace


@contextmanager
def started(
    folder: Path,
    progress: Progress,
    port: int | None = None,
    *,
    lively: bool = False,
    accounts: bool = False,
) -> Iterator[RunningStack]:
    """Start everything, with its state in this folder, and end what was started on the way out.

    The page takes the port that is asked for, else the one it had last, else a free one. A lively
    one has the demo's team in it, else three people who wrote nothing. With accounts everybody
    links their own Slack, on the page. Raises what local.cloud raises; its messages say what to do.
    """
    page_port = steady_port(folder / "page-port", port, progress)
    address = f"http://127.0.0.1:{page_port}"
    workspace = Workspace(time.time, seed=1)
    # Each kind of deployment has a cloud of its own, so that either starts quickly again.
    cloud = folder / ("ministack-accounts" if accounts else "ministack")
    progress("Starting MiniStack, the local AWS")
    aside = ThreadPoolExecutor(1)
    packages = aside.submit(build_all)
    aside.shutdown(wait=False)
    with MiniStack(cloud, tell=progress) as ministack:
        progress("Deploying serverless.yml")
        deployment = deploy(
            ministack,
            {
                "slackApiUrl": f"{address}/api/",
                **(_accounts_parameters(address, workspace) if accounts else {}),
            },
            on_line=lambda line: _tell_deploying(line, progress),
            built=packages.result,
        )
        outlet = EventOutlet(workspace, http_transport(deployment.events_url), time.time)
        secret = secrets.token_hex()
        alexa = AlexaAccounts(address, secret) if accounts else None
        room = Room(
            deployment,
            workspace,
            outlet,
            lambda: secrets.randbits(63),
            address,
            People(deployment, workspace, alexa, secret) if alexa else None,
        )
        gateway = Gateway(deployment.api_url, address)
        routes = [
            *stack_routes(room),
            *room.settings.routes,
            *alexa_routes(room, alexa),
            *(gateway.routes if alexa else []),
        ]
        page = create_page(room, create_app(workspace), routes)
        with serve(page, page_port), OutletThread(outlet):
            progress("Linking Earshot to the local Slack workspace")
            if lively:
                room.enliven()
            else:
                room.reset(Setting())
                room.warm_up()
            yield RunningStack(address, deployment, ministack, room, workspace)
            progress("Ending what was started")


def _tell_deploying(line: str, progress: Progress) -> None:
    """Hand on what osls prints, but for the address that the API would have in AWS."""
    if not line.strip().startswith("endpoint"):
        progress(f"  {line}")


def _accounts_parameters(address: str, workspace: Workspace) -> dict[str, str]:
    """Return what serverless.yml is given for several people, linked at this address."""
    return {
        "accounts": "yes",
        "alexaClientId": CLIENT,
        "alexaVendorIds": VENDOR,
        "issuer": address,
        "slackAuthorizeUrl": f"{address}/oauth/v2/authorize",
        "slackClientId": workspace.consents.app.client_id,
    }
