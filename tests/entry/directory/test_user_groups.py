"""A call of a group that the speaker is in is a mention, once Slack told who is in it."""

import pytest

from local.world.played import PlayedInProcess
from postbox.links.stores.links import PERSONAL, Links
from tests.entry.directory.named import Named
from tests.entry.talking import table


@pytest.fixture
def named(world: PlayedInProcess) -> Named:
    return Named(world)


def groups(named: Named) -> tuple[str, ...]:
    link = Links(table(named.world)).get(PERSONAL)
    assert link is not None
    return link.user_groups


def call(named: Named, group_id: str) -> None:
    workspace = named.workspace
    kevin, place = workspace.find_person("Kevin"), workspace.find_conversation("random")
    workspace.store(place, f"<!subteam^{group_id}> lunch", user=kevin.id)
    named.world.advance(2)


def test_a_call_of_ones_own_group_is_a_mention_and_of_anothers_is_none(named):
    workspace = named.workspace
    giselle, ana = workspace.find_person("Giselle"), workspace.find_person("Ana")
    devs = workspace.add_user_group("devs", [giselle, ana])
    sales = workspace.add_user_group("sales", [ana])
    named.told()
    assert groups(named) == (devs.id,)
    call(named, sales.id)
    assert named.world.say("ask slack for mentions").heard == "No new mentions."
    call(named, devs.id)
    assert "lunch" in named.world.say("ask slack for mentions").heard


def test_who_left_a_group_is_not_called_by_it_any_more(named):
    workspace = named.workspace
    devs = workspace.add_user_group("devs", [workspace.find_person("Giselle")])
    named.told()
    devs.members.clear()
    named.told()
    assert groups(named) == ()


@pytest.mark.parametrize("fault", ["missing_scope", "500", "429"])
def test_where_slack_tells_nothing_the_groups_stay_and_the_link_is_good(named, fault):
    workspace = named.workspace
    devs = workspace.add_user_group("devs", [workspace.find_person("Giselle")])
    named.told()
    devs.members.clear()
    named.world.fail(fault, "usergroups.list")
    assert named.told()["linked"]
    assert groups(named) == (devs.id,)
