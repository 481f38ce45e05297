"""A Slack workspace on this machine: the Web API, the Events API, and people who write in it."""

from local.workspace.events.http_transport import http_transport
from local.workspace.events.outlet import EventOutlet
from local.workspace.events.thread import OutletThread
from local.workspace.faults.faults import Fault, parse_fault
from local.workspace.model import Workspace
from local.workspace.server import Served, create_app, serve
from local.workspace.standard import demo_workspace
from local.workspace.team.entities import NotInWorkspace

__all__ = [
    "EventOutlet",
    "Fault",
    "NotInWorkspace",
    "OutletThread",
    "Served",
    "Workspace",
    "create_app",
    "demo_workspace",
    "http_transport",
    "parse_fault",
    "serve",
]
