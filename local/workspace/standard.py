"""The workspace of the demo and of the conversations that are tests."""

from collections.abc import Callable

from local.workspace.model import Workspace


def demo_workspace(clock: Callable[[], float], seed: int = 1) -> tuple[Workspace, str]:
    """Return a workspace and the token of the app in it.

    Giselle speaks (the app is installed for her); Kevin Park and Ana Lima write in Slack. There
    are the channels general and random, and Giselle's direct messages with each of the others.
    """
    workspace = Workspace(clock, seed)
    giselle = workspace.add_person("Giselle", handle="giselle")
    kevin = workspace.add_person("Kevin Park", handle="kevin")
    ana = workspace.add_person("Ana Lima", handle="ana")
    workspace.add_channel("general")
    workspace.add_channel("random")
    workspace.direct_message(giselle, kevin)
    workspace.direct_message(giselle, ana)
    return workspace, workspace.install_app(giselle)
