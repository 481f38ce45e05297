"""A workspace with the people and channels of a transcript's setting."""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.entities import NotInWorkspace


def populate(workspace: Workspace, setting: Setting) -> str:
    """Add who and what is not there yet, and return a token for the one who speaks."""
    for name in setting.people:
        try:
            workspace.find_person(name)
        except NotInWorkspace:
            workspace.add_person(name)
    for name in setting.channels:
        try:
            workspace.find_conversation(f"#{name}")
        except NotInWorkspace:
            workspace.add_channel(name)
    speaker = workspace.find_person(setting.speaker)
    for name in setting.people:
        if name != setting.speaker:
            workspace.direct_message(speaker, workspace.find_person(name))
    return workspace.install_app(speaker)
