"""The demo's colleagues answer what the speaker sends, and nothing else."""

from collections.abc import Callable

import pytest

from local.demo.colleagues import Colleagues
from local.demo.morning import TEAM, write_the_morning
from local.workspace import Workspace
from local.workspace.team.entities import Conversation
from local.world.populate import populate

Actions = list[Callable[[], None]]


@pytest.fixture
def workspace() -> Workspace:
    workspace = Workspace(lambda: 1_790_000_000.0)
    populate(workspace, TEAM)
    return workspace


@pytest.fixture
def later() -> Actions:
    return []


@pytest.fixture
def colleagues(workspace: Workspace, later: Actions) -> Colleagues:
    colleagues = Colleagues(workspace, lambda _seconds, action: later.append(action))
    colleagues.come()
    return colleagues


def send(workspace: Workspace, place: str, text: str) -> Conversation:
    conversation = workspace.find_conversation(place)
    workspace.post(workspace.find_person("Giselle"), conversation, text, via_app=True)
    return conversation


def written(workspace: Workspace, conversation: Conversation) -> list[tuple[str, str]]:
    names = workspace.roster.names()
    return [(names[m.user or ""], m.text) for m in workspace.messages(conversation)]


@pytest.mark.usefixtures("colleagues")
@pytest.mark.parametrize(
    ("place", "text", "answer"),
    [
        ("#general", "I'm giving the demo now", ("Kevin Park", "Break a leg!")),
        ("#dev-ops", "Is db-2 fine?", ("Kevin Sato", "Yes. Give me five minutes.")),
        ("#random", "the cake was good", ("Ana Lima", "Got it, thanks!")),
        ("@Omar Haddad", "I'm late", ("Omar Haddad", "No problem, see you then.")),
    ],
)
def test_one_colleague_answers(workspace, later, place, text, answer):
    conversation = send(workspace, place, text)
    for action in later:
        action()
    assert written(workspace, conversation) == [("Giselle", text), answer]


@pytest.mark.usefixtures("colleagues")
def test_whoever_linked_their_own_slack_is_answered_too(workspace, later):
    general = workspace.find_conversation("#general")
    workspace.post(workspace.find_person("Kevin Park"), general, "it works", via_app=True)
    later.pop()()
    (author, _) = written(workspace, general)[-1]
    assert author != "Kevin Park"


@pytest.mark.usefixtures("colleagues")
def test_nobody_answers_what_people_write_or_what_was_taken_back(workspace, later):
    general = workspace.find_conversation("#general")
    workspace.post(workspace.find_person("Giselle"), general, "typed by hand")
    workspace.post(workspace.find_person("Ana Lima"), general, "so is this")
    assert later == []

    send(workspace, "#general", "oops")
    workspace.delete(general, workspace.messages(general)[-1].ts)
    later.pop()()
    assert len(workspace.messages(general)) == 2


def test_who_has_left_answers_nothing_more(workspace, later, colleagues):
    general = send(workspace, "#general", "hello")
    colleagues.leave()
    later.pop()()
    send(workspace, "#general", "anybody?")
    assert (later, len(workspace.messages(general))) == ([], 2)


def test_the_morning_has_each_kind_that_the_readme_speaks_of(workspace):
    write_the_morning(workspace)
    everything = [m for place in workspace.conversations for m in workspace.messages(place)]
    giselle = workspace.find_person("Giselle")
    assert any(message.is_reply for message in everything)
    assert any(message.reactions for message in everything)
    assert any(message.attachments for message in everything)
    assert any(giselle.id in message.text for message in everything)
    assert workspace.messages(workspace.find_conversation("@Ana Lima"))
