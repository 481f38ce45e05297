"""People and conversations as code in the same process makes and finds them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from local.workspace import NotInWorkspace, Workspace
from local.workspace.entities import Conversation


@pytest.mark.parametrize("name", ["kevin", "Kevin Park", "@KEVIN", "kevin park"])
def test_a_person_is_found_by_any_of_their_names(workspace: Workspace, name: str) -> None:
    assert workspace.find_person(name).real_name == "Kevin Park"


def test_a_first_name_that_two_have_finds_neither(workspace: Workspace) -> None:
    workspace.add_person("Robin Good")
    workspace.add_person("Robin Wood")
    with pytest.raises(NotInWorkspace, match="robin"):
        workspace.find_person("robin")
    assert workspace.find_person("Robin Wood").handle == "robin.wood"


def test_a_display_name_is_what_slack_shows(workspace: Workspace) -> None:
    zo = workspace.add_person("Zoë Núñez", display_name="Zo")
    assert zo.label == "Zo"
    assert workspace.find_person("zo") is zo
    assert workspace.find_person("zoë") is zo


def test_a_direct_message_is_one_whoever_asks_first(workspace: Workspace) -> None:
    giselle, kevin = workspace.find_person("Giselle"), workspace.find_person("Kevin")
    chat = workspace.direct_message(kevin, giselle)
    assert workspace.direct_message(giselle, kevin) is chat
    assert workspace.find_conversation("@kevin") is chat
    assert workspace.find_conversation(chat.id) is chat
    assert chat.kind == "im"


def test_what_is_not_there_is_not_found(workspace: Workspace, general: Conversation) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: workspace.find_person("Nobody"),
        lambda: workspace.find_conversation("#nowhere"),
        lambda: workspace.find_conversation("@nobody"),
        lambda: workspace.edit(general, "1.000000", "x"),
        lambda: workspace.delete(general, "never"),
        lambda: workspace.revoke("xoxp-unknown"),
        lambda: workspace.post(workspace.find_person("Ana"), general, "x", "1.000000"),
    ]
    for attempt in attempts:
        with pytest.raises(NotInWorkspace):
            attempt()


def test_a_channel_has_everyone_in_it_unless_told_who(workspace: Workspace) -> None:
    kevin = workspace.find_person("Kevin")
    assert workspace.add_channel("#Launch").members == [person.id for person in workspace.people]
    assert workspace.find_conversation("#launch").name == "launch"
    assert workspace.add_channel("few", private=True, members=[kevin]).members == [kevin.id]


def test_an_integration_posts_under_its_own_name(
    workspace: Workspace, general: Conversation
) -> None:
    message = workspace.post_as_bot("Builds", general, "Green & done")
    assert (message.subtype, message.username, message.user) == ("bot_message", "Builds", None)
    assert message.text == "Green &amp; done"


def test_a_preview_of_a_link_changes_no_text(workspace: Workspace, general: Conversation) -> None:
    kevin = workspace.find_person("Kevin")
    message = workspace.post(kevin, general, "https://a.example")
    shown = workspace.unfurl(general, message.ts, {"title": "A"})
    assert (shown.text, shown.edited_ts) == (message.text, None)
    assert shown.attachments == ({"title": "A"},)


def test_people_who_post_at_once_lose_nothing(workspace: Workspace, general: Conversation) -> None:
    told: list[str] = []
    workspace.subscribe(lambda change: told.append(change.event_ts))
    authors = workspace.people * 100

    def post(number: int) -> str:
        return workspace.post(authors[number], general, str(number)).ts

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(post, range(300)))
    assert len(set(made)) == 300
    assert told == [message.ts for message in workspace.messages(general)] == sorted(told)


def test_a_listener_that_left_is_told_nothing(workspace: Workspace, general: Conversation) -> None:
    told: list[str] = []
    leave = workspace.subscribe(lambda change: told.append(change.kind))
    workspace.post(workspace.people[0], general, "one")
    leave()
    workspace.post(workspace.people[0], general, "two")
    assert told == ["message"]
