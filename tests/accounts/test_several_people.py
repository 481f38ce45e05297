"""Several people of one workspace: each hears of what they may see, and nobody of anything else."""

import pytest

from postbox.inbox.message import AttentionReason
from postbox.inbox.stores.inbox import Inbox
from postbox.links.link import Link, LinkState
from tests.accounts.linking_world import Linked
from tests.accounts.people import calls, linked, send, texts, write


@pytest.fixture
def people(world: Linked) -> tuple[Link, Link]:
    return linked(world, "Giselle"), linked(world, "Kevin")


def test_a_channel_that_both_are_in_is_kept_for_each(world, people):
    giselle, kevin = people
    general = world.parts.workspace.find_conversation("#general")
    write(world, "Ana", general, "hello all")
    assert texts(world, giselle, general.id) == ["hello all"]
    assert texts(world, kevin, general.id) == ["hello all"]
    assert giselle.team_id != kevin.team_id


def test_a_private_channel_is_kept_for_its_members_alone(world):
    workspace = world.parts.workspace
    members = [workspace.find_person(name) for name in ("Giselle", "Ana")]
    secret = workspace.add_channel("secret", private=True, members=members)
    giselle, kevin = linked(world, "Giselle"), linked(world, "Kevin")
    named = f"<@{kevin.user_id}> must not hear this, <!channel>"
    workspace.store(secret, named, None, user=workspace.find_person("Ana").id)
    world.parts.pump()
    assert texts(world, giselle, secret.id) == [named]
    assert calls(world, giselle) == [AttentionReason.EVERYBODY]
    assert texts(world, kevin, secret.id) == []
    assert calls(world, kevin) == []
    assert not [
        item
        for item in world.items()
        if kevin.team_id in item["pk"]["S"] and secret.id in str(item)
    ]


def test_a_direct_message_of_two_others_is_kept_for_neither_third(world, people):
    giselle, kevin = people
    workspace = world.parts.workspace
    pair = [workspace.find_person(name) for name in ("Giselle", "Ana")]
    between = workspace.direct_message(*pair)
    write(world, "Ana", between, "between us")
    assert texts(world, giselle, between.id) == ["between us"]
    assert texts(world, kevin, between.id) == []


def test_two_that_write_to_each_other_each_have_it(world):
    workspace = world.parts.workspace
    between = workspace.direct_message(
        workspace.find_person("Giselle"), workspace.find_person("Kevin")
    )
    giselle, kevin = linked(world, "Giselle"), linked(world, "Kevin")
    write(world, "Giselle", between, "dinner?")
    assert texts(world, kevin, between.id) == ["dinner?"]
    assert calls(world, kevin) == [AttentionReason.DIRECT]
    assert calls(world, giselle) == []


def test_who_left_a_private_channel_gets_no_more_of_it(world):
    workspace = world.parts.workspace
    everybody = [workspace.find_person(name) for name in ("Giselle", "Kevin", "Ana")]
    secret = workspace.add_channel("secret", private=True, members=everybody)
    giselle, kevin = linked(world, "Giselle"), linked(world, "Kevin")
    workspace.leave(workspace.find_person("Kevin"), secret)
    write(world, "Ana", secret, "now without Kevin")
    assert texts(world, giselle, secret.id) == ["now without Kevin"]
    assert texts(world, kevin, secret.id) == []


def test_edits_deletions_and_reactions_reach_each_mailbox(world, people):
    workspace = world.parts.workspace
    general = workspace.find_conversation("#general")
    write(world, "Ana", general, "frist")
    message = workspace.messages(general)[-1]
    workspace.edit(general, message.ts, "first")
    world.parts.pump()
    assert [texts(world, link, general.id) for link in people] == [["first"], ["first"]]
    workspace.delete(general, message.ts)
    world.parts.pump()
    inbox = Inbox(world.table)
    assert all(inbox.get(link.team_id, general.id, message.ts).deleted for link in people)


def test_what_somebody_says_is_posted_as_them(world, people):
    workspace = world.parts.workspace
    general = workspace.find_conversation("#general")
    for link, text in zip(people, ("from Giselle", "from Kevin"), strict=True):
        send(world, link, general.id, text)
    posted = [(message.user, message.text) for message in workspace.messages(general)]
    assert posted == [(people[0].user_id, "from Giselle"), (people[1].user_id, "from Kevin")]


def test_one_whose_token_ended_keeps_no_other_from_anything(world, people):
    giselle, kevin = people
    workspace = world.parts.workspace
    general = workspace.find_conversation("#general")
    for installation in workspace.installations.active():
        if installation.person.id == giselle.user_id:
            workspace.revoke(installation.token)
    world.parts.pump()
    assert world.links.get(giselle.link_id).state is LinkState.BROKEN
    assert world.links.get(kevin.link_id).state is LinkState.ACTIVE
    write(world, "Ana", general, "still here")
    assert texts(world, kevin, general.id) == ["still here"]
