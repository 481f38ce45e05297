"""A workspace with the people and channels of a transcript's setting."""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.team.entities import DEFAULT_ZONE, Conversation, NotInWorkspace, Person


def populate(workspace: Workspace, setting: Setting) -> str:
    """Add who and what is not there yet, and return a token for the one who speaks.

    Who and what is in the workspace from an earlier story only has left and is archived. Tokens of
    an earlier story now speak for that person, too: a function may remember one.
    """
    people = [_person(workspace, name) for name in setting.people]
    staying = [member for member in people if member.real_name not in setting.deactivated]
    for person in workspace.people:
        person.deleted = person not in staying
        person.is_bot = person.real_name in setting.bots
        person.tz = DEFAULT_ZONE
    channels = [_channel(workspace, name) for name in setting.channels]
    for channel in channels:
        channel.members += [member.id for member in staying if member.id not in channel.members]
    for conversation in workspace.conversations:
        if conversation.kind in ("channel", "private"):
            conversation.archived = conversation not in channels
    speaker = _person(workspace, setting.speaker)
    speaker.tz = setting.timezone or DEFAULT_ZONE
    for person in people:
        if person is not speaker:
            workspace.direct_message(speaker, person)
    installed = workspace.installations.all()
    for name in installed:
        name.person = speaker
    return installed[0].token if installed else workspace.install_app(speaker)


def _person(workspace: Workspace, name: str) -> Person:
    known = (person for person in workspace.people if person.real_name == name)
    return next(known, None) or workspace.add_person(name)


def _channel(workspace: Workspace, name: str) -> Conversation:
    try:
        return workspace.find_conversation(f"#{name}")
    except NotInWorkspace:
        return workspace.add_channel(name)
