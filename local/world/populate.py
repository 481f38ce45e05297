"""A workspace with the people and channels of a transcript's setting."""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.team.entities import DEFAULT_ZONE, Conversation, Person


def populate(workspace: Workspace, setting: Setting) -> str:
    """Have the people and channels of this setting here, and nobody and nothing else.

    Return a token for the one who speaks. Tokens of an earlier story now speak for that person,
    too: a function may remember one. Who and what comes again has the id that it had.
    """
    with workspace.lock:
        people = [_person(workspace, name) for name in setting.people]
        staying = [member for member in people if member.real_name not in setting.deactivated]
        for person in people:
            person.deleted = person not in staying
            person.is_bot = person.real_name in setting.bots
            person.tz = DEFAULT_ZONE
        channels = [_channel(workspace, name) for name in setting.channels]
        workspace.roster.have_only(people, channels)
        for channel in channels:
            channel.archived = False
            channel.members += [member.id for member in staying if member.id not in channel.members]
        speaker = _person(workspace, setting.speaker)
        speaker.tz = setting.timezone or DEFAULT_ZONE
        for person in people:
            if person is not speaker:
                workspace.direct_message(speaker, person)
        installed = workspace.installations.all()
        for installation in installed:
            installation.person = speaker
        return installed[0].token if installed else workspace.install_app(speaker)


def _person(workspace: Workspace, name: str) -> Person:
    return workspace.roster.known_person(name) or workspace.add_person(name)


def _channel(workspace: Workspace, name: str) -> Conversation:
    return workspace.roster.known_channel(name) or workspace.add_channel(name)
