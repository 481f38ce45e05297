"""Starting the whole, in order, and ending it in the other."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local.cloud.deploying import deploy
from local.cloud.deployment import Deployment
from local.cloud.ministack import MiniStack
from local.cloud.ports import steady_port
from local.conversations.steps import Setting
from local.page.app import create_page
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
    folder: Path, progress: Progress, port: int | None = None, *, lively: bool = False
) -> Iterator[RunningStack]:
    """Start everything, with its state in this folder, and end what was started on the way out.

    The page takes the port that is asked for, else the one it had last, else a free one. A lively
    one has the demo's team in it, else three people who wrote nothing. Raises what local.cloud
    raises; its messages say what to do.
    """
    page_port = steady_port(folder / "page-port", port, progress)
    address = f"http://127.0.0.1:{page_port}"
    workspace = Workspace(time.time, seed=1)
    progress("Starting MiniStack, the local AWS")
    with MiniStack(folder / "ministack", tell=progress) as ministack:
        progress("Deploying serverless.yml")
        deployment = deploy(
            ministack,
            {"slackApiUrl": f"{address}/api/"},
            on_line=lambda line: progress(f"  {line}"),
        )
        outlet = EventOutlet(workspace, http_transport(deployment.events_url), time.time)
        room = Room(deployment, workspace, outlet, lambda: secrets.randbits(63), address)
        routes = [*stack_routes(room), *room.alexa.routes]
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
