"""An outlet of events that is always answered well."""

import pytest

from local.workspace import Workspace
from local.workspace.events.outlet import EventOutlet
from local.world.clock import SteppedClock


@pytest.fixture
def outlet(workspace: Workspace, clock: SteppedClock) -> EventOutlet:
    return EventOutlet(workspace, lambda _headers, _body: 200, clock)
