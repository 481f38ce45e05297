"""Who says what where: a pile of messages, all spoken before the first is posted."""

from dataclasses import dataclass

from local.workspace import Workspace
from local.workspace.team.entities import Conversation
from postbox.links.link import Link, LinkState
from postbox.outbox.commands import SendMessage

CONVERSATIONS = 20
SPEAKERS = 10
BETWEEN_UTTERANCES = 0.001


@dataclass(frozen=True)
class Speaker:
    """Somebody with a link and a token of their own."""

    link: Link
    token: str


@dataclass(frozen=True)
class Load:
    """The pile, in the order spoken."""

    speakers: list[Speaker]
    conversations: list[Conversation]
    messages: list[SendMessage]


def load_of(workspace: Workspace, count: int, end: float) -> Load:
    """Put people and channels into the workspace; their `count` messages are spoken before `end`.

    Everybody speaks in turn, and everywhere in turn.
    """
    people = [workspace.add_person(f"Speaker {number}") for number in range(SPEAKERS)]
    conversations = [workspace.add_channel(f"channel-{n}") for n in range(CONVERSATIONS)]
    speakers = [
        Speaker(_link(workspace, person.id, number), workspace.install_app(person))
        for number, person in enumerate(people)
    ]
    messages = [
        _message(
            number,
            speakers[number % SPEAKERS].link,
            conversations[number // SPEAKERS % CONVERSATIONS],
            end - (count - number) * BETWEEN_UTTERANCES,
        )
        for number in range(count)
    ]
    return Load(speakers, conversations, messages)


def _link(workspace: Workspace, user_id: str, number: int) -> Link:
    return Link(
        link_id=f"speaker-{number}",
        team_id=workspace.team_id,
        user_id=user_id,
        user_name=f"Speaker {number}",
        state=LinkState.ACTIVE,
        default_conversation_id=None,
        default_conversation_name="",
    )


def _message(number: int, link: Link, conversation: Conversation, spoken_at: float) -> SendMessage:
    return SendMessage(
        id=f"message-{number}",
        link_id=link.link_id,
        team_id=link.team_id,
        conversation_id=conversation.id,
        conversation_name=conversation.name,
        text=f"message {number} of a long day, by {link.user_name}",
        spoken_at=spoken_at,
        locale="en-US",
    )
