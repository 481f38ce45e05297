"""reactions.* with Slack's own client, and what stands where."""

from collections.abc import Callable

import pytest
from slack_sdk import WebClient

from local.workspace import Workspace
from local.workspace.team.entities import Conversation, Message, Reaction


@pytest.fixture
def asked(workspace: Workspace, general: Conversation) -> Message:
    return workspace.post(workspace.find_person("Kevin"), general, "Nice?")


def test_a_reaction_is_added_once(
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    asked: Message,
    refusal: Callable[..., str],
) -> None:
    item = {"channel": general.id, "timestamp": asked.ts}
    slack.reactions_add(**item, name="tada")
    add = slack.reactions_add
    assert refusal(add, **item, name="tada") == "already_reacted"
    assert refusal(add, **item, name="ta da") == "invalid_name"
    nowhere = {"channel": general.id, "timestamp": "1.0"}
    assert refusal(add, **nowhere, name="tada") == "message_not_found"
    giselle = workspace.find_person("Giselle").id
    message = slack.reactions_get(**item)["message"]
    assert message["reactions"] == [{"name": "tada", "users": [giselle], "count": 1}]


def test_a_person_takes_back_their_own_reaction_alone(
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    asked: Message,
    refusal: Callable[..., str],
) -> None:
    ana = workspace.find_person("Ana")
    item = {"channel": general.id, "timestamp": asked.ts}
    workspace.react(general, asked.ts, ana, "tada")
    remove = slack.reactions_remove
    assert refusal(remove, **item, name="tada") == "no_reaction"
    slack.reactions_add(**item, name="tada")
    slack.reactions_remove(**item, name=":tada:")
    [left] = slack.reactions_get(**item)["message"]["reactions"]
    assert left["users"] == [ana.id]
    workspace.unreact(general, asked.ts, ana, "tada")
    assert "reactions" not in slack.reactions_get(**item)["message"]


def test_reacting_and_looking_need_their_scopes(
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    asked: Message,
    refusal: Callable[..., str],
) -> None:
    giselle = workspace.find_person("Giselle")
    reader = workspace.install_app(giselle, ["channels:history", "reactions:read"])
    writer = workspace.install_app(giselle, ["reactions:write"])
    item = {"channel": general.id, "timestamp": asked.ts}
    for change in (slack.reactions_add, slack.reactions_remove):
        assert refusal(change, token=reader, **item, name="tada") == "missing_scope"
    slack.reactions_add(token=writer, **item, name="tada")
    assert refusal(slack.reactions_get, token=writer, **item) == "missing_scope"
    assert slack.reactions_get(token=reader, **item)["message"]["reactions"]


def test_reactions_are_listed_in_the_order_of_adding_as_long_as_they_stand(
    workspace: Workspace, general: Conversation, asked: Message
) -> None:
    kevin, ana = workspace.find_person("Kevin"), workspace.find_person("Ana")
    other = workspace.post(ana, general, "And this?")
    workspace.react(general, other.ts, kevin, "tada")
    workspace.react(general, asked.ts, ana, "wave")
    workspace.react(general, asked.ts, kevin, "tada")
    workspace.unreact(general, asked.ts, ana, "wave")
    first, second = Reaction(other.ts, "tada", kevin.id), Reaction(asked.ts, "tada", kevin.id)
    assert workspace.reactions(general) == [first, second]
    workspace.delete(general, other.ts)
    assert workspace.reactions(general) == [second]
    workspace.reset()
    assert workspace.reactions(general) == []
