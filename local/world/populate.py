"""A workspace with the people and channels of a transcript's setting."""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.entities import Conversation, NotInWorkspace, Person


def populate(workspace: Workspace, setting: Setting) -> str:
    """Add who and what is not there yet, and return a token for the one who speaks.

    Tokens of an earlier story now speak for that person, too: a function may remember one.
    """
    people = [_person(workspace, name) for name in setting.people]
    for name in setting.channels:
        channel = _channel(workspace, name)
        channel.members += [each.id for each in people if each.id not in channel.members]
    speaker = workspace.find_person(setting.speaker)
    for person in people:
        if person is not speaker:
            workspace.direct_message(speaker, person)
    installed = workspace.installations.all()
    for each in installed:
        each.person = speaker
    return installed[0].token if installed else workspace.install_app(speaker)


def _person(workspace: Workspace, name: str) -> Person:
    try:
        return workspace.find_person(name)
    except NotInWorkspace:
        return workspace.add_person(name)


def _channel(workspace: Workspace, name: str) -> Conversation:
    try:
        return workspace.find_conversation(f"#{name}")
    except NotInWorkspace:
        return workspace.add_channel(name)
