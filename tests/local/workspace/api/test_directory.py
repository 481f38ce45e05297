"""Listing and opening conversations, people, and what a token may do."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from local.workspace import Served, Workspace, demo_workspace
from local.workspace.team.entities import Conversation
from tests.local.workspace.refusals import refusal


def test_auth_test_tells_whose_token_it_is(slack: WebClient, workspace: Workspace) -> None:
    answer = slack.auth_test()
    assert answer["user_id"] == workspace.find_person("Giselle").id
    assert answer["team_id"] == workspace.team_id


def test_a_token_is_taken_from_the_header_the_form_the_query_or_json(
    served: Served, token: str
) -> None:
    url = f"{served.api_url}auth.test"
    ways: list[dict[str, Any]] = [
        {"headers": {"Authorization": f"Bearer {token}"}},
        {"data": {"token": token}},
        {"json": {"token": token}},
        {"params": {"token": token}},
    ]
    assert [httpx.post(url, **way).json()["ok"] for way in ways] == [True] * 4


def test_each_kind_of_bad_token_has_its_own_code(
    slack: WebClient, served: Served, workspace: Workspace, token: str
) -> None:
    assert httpx.post(f"{served.api_url}auth.test").json()["error"] == "not_authed"
    assert refusal(slack.auth_test, token="xoxp-unknown") == "invalid_auth"
    of_ana = workspace.install_app(workspace.find_person("Ana"))
    workspace.deactivate(workspace.find_person("Ana"))
    assert refusal(slack.auth_test, token=of_ana) == "account_inactive"
    workspace.revoke(token)
    assert refusal(slack.auth_test) == "token_revoked"


def test_a_missing_scope_is_named(
    slack: WebClient, workspace: Workspace, general: Conversation
) -> None:
    reader = workspace.install_app(workspace.find_person("Ana"), ["channels:read", "users:read"])
    with pytest.raises(SlackApiError) as raised:
        slack.chat_postMessage(token=reader, channel=general.id, text="x")
    body = raised.value.response
    assert (body["error"], body["needed"]) == ("missing_scope", "chat:write")
    assert body["provided"] == "channels:read,users:read"
    history, listing = slack.conversations_history, slack.conversations_list
    assert refusal(history, token=reader, channel=general.id) == "missing_scope"
    assert refusal(listing, token=reader, types="im") == "missing_scope"
    assert refusal(slack.team_info) == "missing_scope"
    mark = slack.conversations_mark
    assert refusal(mark, token=reader, channel=general.id, ts="1.000000") == "missing_scope"


def test_an_unknown_method_is_refused(slack: WebClient) -> None:
    assert refusal(slack.api_call, api_method="chat.sing") == "unknown_method"


def test_conversations_are_listed_by_type_and_membership(
    slack: WebClient, workspace: Workspace
) -> None:
    kevin, giselle = workspace.find_person("Kevin"), workspace.find_person("Giselle")
    workspace.add_channel("open", members=[kevin])
    workspace.add_channel("closed", private=True, members=[kevin])
    workspace.add_channel("ours", private=True, members=[kevin, giselle])
    workspace.archive(workspace.add_channel("old"))

    def named(call: Callable[..., Any], **arguments: Any) -> set[str]:
        return {channel["name"] for channel in call(**arguments)["channels"]}

    both = "public_channel,private_channel"
    assert named(slack.conversations_list) == {"general", "random", "open", "old"}
    assert named(slack.conversations_list, types=both, exclude_archived=True) == {
        "general",
        "random",
        "open",
        "ours",
    }
    mine = named(slack.users_conversations, types=both, exclude_archived=True)
    assert mine == {"general", "random", "ours"}
    ims = slack.users_conversations(types="im")["channels"]
    assert {im["user"] for im in ims} == {kevin.id, workspace.find_person("Ana").id}
    assert all("name" not in im for im in ims)


def test_people_and_conversations_are_paged_by_cursor(
    slack: WebClient, workspace: Workspace
) -> None:
    for number in range(5):
        workspace.add_channel(f"c{number}")
    pages = [len(page["channels"]) for page in slack.conversations_list(limit=3)]
    assert pages == [3, 3, 1]
    names = [member["name"] for page in slack.users_list(limit=1) for member in page["members"]]
    assert names == ["giselle", "kevin", "ana", "slackbot"]
    assert refusal(slack.users_list, cursor="nonsense") == "invalid_cursor"
    assert refusal(slack.users_list, limit=0) == "invalid_limit"


def test_a_large_workspace_wants_a_limit(slack: WebClient, workspace: Workspace) -> None:
    for number in range(1000):
        workspace.add_person(f"Person {number}")
    assert refusal(slack.users_list) == "limit_required"
    assert len(slack.users_list(limit=200)["members"]) == 200


def test_a_persons_names_are_told_in_all_their_forms(
    slack: WebClient, workspace: Workspace
) -> None:
    zoe = workspace.add_person("Zoë Núñez", display_name="Zo")
    profile = slack.users_info(user=zoe.id)["user"]["profile"]
    assert profile["real_name_normalized"] == "Zoe Nunez"
    assert (profile["first_name"], profile["last_name"]) == ("Zoë", "Núñez")
    assert profile["display_name"] == "Zo"
    assert refusal(slack.users_info, user="U0NOBODY") == "user_not_found"


def test_a_direct_message_is_opened_once(slack: WebClient, workspace: Workspace) -> None:
    bea = workspace.add_person("Bea Ruiz")
    look = {"users": bea.id, "prevent_creation": True}
    assert refusal(slack.conversations_open, **look) == "channel_not_found"
    made = slack.conversations_open(users=bea.id)
    again = slack.conversations_open(users=bea.id, return_im=True)
    assert made["channel"] == {"id": again["channel"]["id"]}
    assert made["channel"]["id"].startswith("D")
    assert (again["already_open"], again["channel"]["user"]) == (True, bea.id)
    assert "already_open" not in made.data


def test_a_group_message_is_a_conversation_of_its_own(
    slack: WebClient, workspace: Workspace
) -> None:
    kevin, ana = workspace.find_person("Kevin"), workspace.find_person("Ana")
    opening = slack.conversations_open
    single = workspace.install_app(workspace.find_person("Giselle"), ["im:write"])
    assert refusal(opening, token=single, users=[kevin.id, ana.id]) == "missing_scope"
    token = workspace.install_app(workspace.find_person("Giselle"), ["mpim:write"])
    made = opening(token=token, users=[kevin.id, ana.id], return_im=True)["channel"]
    assert made["is_mpim"] is True
    assert made["name"] == "mpdm-giselle--kevin--ana-1"
    assert refusal(opening, users="U0NOBODY") == "user_not_found"
    assert refusal(opening, users="") == "users_list_not_supplied"
    workspace.deactivate(ana)
    assert refusal(opening, users=ana.id) == "user_disabled"


def test_the_same_seed_gives_the_same_ids(workspace: Workspace, token: str) -> None:
    twin, its_token = demo_workspace(workspace.clock)
    assert its_token == token
    assert [p.id for p in twin.people] == [p.id for p in workspace.people]
    assert demo_workspace(workspace.clock, seed=2)[1] != token
    ids = [x.id for x in (*twin.people, *twin.conversations)]
    assert all(9 <= len(id_) <= 11 and id_.isalnum() and id_.isupper() for id_ in ids)


def test_calls_are_counted_by_method(slack: WebClient, workspace: Workspace) -> None:
    slack.auth_test()
    slack.auth_test()
    assert workspace.calls == {"auth.test": 2}
