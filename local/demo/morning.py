"""The demo's team, and what it wrote before anybody spoke to the Echo.

There is one of each kind that the README's table speaks of: two Kevins, channels whose names are
several words, a thread, an integration's alert, a mention, messages that nobody heard yet.
"""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.workspace.team.entities import Conversation, Message

TEAM = Setting(
    people=("Giselle", "Kevin Park", "Kevin Sato", "Ana Lima", "Omar Haddad"),
    channels=("general", "random", "dev-ops", "design"),
)
_ALERT = {
    "title": "Disk almost full on db-2",
    "text": "91 % used, 12 GB left. It was 74 % an hour ago.",
    "fallback": "Disk almost full on db-2",
    "color": "danger",
}


def write_the_morning(workspace: Workspace) -> None:
    """Let the team write, react and answer; the speaker heard none of it."""
    omar = workspace.find_person("Omar Haddad")
    question = _say(workspace, "Omar Haddad", "#design", "Which blue for the buttons, A or B?")
    _say(workspace, "Ana Lima", "#design", "B, it reads better on a phone.", question)
    lunch = _say(workspace, "Kevin Sato", "#random", "There is *cake* in the kitchen :cake:")
    workspace.react(_place(workspace, "#random"), lunch.ts, omar, "heart_eyes")
    workspace.post_as_bot("Watchtower", _place(workspace, "#dev-ops"), "", attachments=(_ALERT,))
    _say(workspace, "Kevin Sato", "#dev-ops", "@Giselle can you look at `db-2` before noon?")
    _say(workspace, "Ana Lima", "@Ana Lima", "The slides are ready. Shall I send them to Omar?")


def _say(
    workspace: Workspace, author: str, place: str, text: str, thread: Message | None = None
) -> Message:
    return workspace.post(
        workspace.find_person(author),
        _place(workspace, place),
        text,
        thread.ts if thread else None,
    )


def _place(workspace: Workspace, name: str) -> Conversation:
    return workspace.find_conversation(name)
