"""A Slack workspace on this machine: the Web API, the Events API, and people who write in it."""

from local.workspace.entities import NotInWorkspace
from local.workspace.faults import Fault, parse_fault
from local.workspace.http_transport import http_transport
from local.workspace.model import Workspace
from local.workspace.outlet import EventOutlet
from local.workspace.outlet_thread import OutletThread
from local.workspace.server import Served, create_app, serve
from local.workspace.standard import demo_workspace

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
