"""The personal link: what the owner stored, what Slack says of it, and what the speaker hears."""

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import SIGNING_SECRET_PARAMETER, TABLE, TOKEN_PARAMETER
from local.world.played import PlayedInProcess, world_for
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.table import Table


def link(world: PlayedInProcess) -> Link:
    found = Links(Table(world.parts.cloud.client("dynamodb"), TABLE)).get(PERSONAL)
    assert found is not None
    return found


def refreshed(world: PlayedInProcess) -> dict:
    return world.parts.refresh({"detail-type": "Parameter Store Change"})


def test_a_token_makes_the_link_of_its_owner(world: PlayedInProcess):
    found = link(world)
    assert (found.user_id, found.state) == (
        world.parts.workspace.find_person("Giselle").id,
        LinkState.ACTIVE,
    )
    assert found.default_conversation_name == "general"


def test_before_there_is_a_token_alexa_says_how_to_link():
    with world_for(Setting(), linked=False) as world:
        for said in ("tell slack to send hello", "ask slack for replies", "open slack"):
            assert "not linked to Slack yet" in world.say(said).heard
        assert "not linked" in world.say("ask slack for help").heard
        assert refreshed(world)["problem"] == "never linked"
        assert world.posts("#general") == []


@pytest.mark.parametrize("token", ["xoxp-made-up", " "])
def test_a_token_that_is_none_is_told_of(token):
    with world_for(Setting(), linked=False) as world:
        world.parts.cloud.put_parameter(TOKEN_PARAMETER, token)
        assert not refreshed(world)["linked"]
        assert "not linked to Slack yet" in world.say("tell slack to send hello").heard


def test_a_token_that_is_taken_away_breaks_the_link_and_says_since_when(world):
    world.parts.cloud.client("ssm").delete_parameter(Name=TOKEN_PARAMETER)
    report = refreshed(world)
    assert (report["linked"], report["problem"]) == (False, "token_missing")
    assert link(world).problem_since == world.parts.clock()
    assert world.say("open slack").heard.startswith("Your Slack link has ended.")


def test_a_default_conversation_that_is_not_there_is_told_of_and_nothing_is_posted():
    with world_for(Setting(default_channel="ops")) as world:
        assert not refreshed(world)["default_conversation_found"]
        said = world.say("tell slack to send hello").heard
        assert said.startswith("There is no conversation called ops in your Slack.")
        assert "Nothing was sent." in said


def test_the_default_conversation_may_be_written_as_slack_shows_it():
    with world_for(Setting(default_channel="#General")) as world:
        assert world.say("tell slack to send hello").heard == "Sent to general."


@pytest.mark.parametrize("fault", ["429", "500", "resets", "internal_error"])
def test_a_slack_that_cannot_be_asked_leaves_the_link_as_it_is(world, fault):
    before = link(world)
    world.fail(f"{fault} 3 times", "*")
    report = refreshed(world)
    assert report["linked"]
    assert report["problem"]
    assert link(world) == before


def test_a_signing_secret_that_is_missing_refuses_events_until_it_is_there(world):
    world.say("tell slack to send hello")
    world.advance(400)
    world.parts.cloud.client("ssm").delete_parameter(Name=SIGNING_SECRET_PARAMETER)
    world.write("kevin", "#general", "hi")
    world.settle()
    assert world.say("ask slack for replies").heard == "No replies."
    secret = world.parts.workspace.signing_secret
    world.parts.cloud.put_parameter(SIGNING_SECRET_PARAMETER, secret)
    world.advance(90)
    assert world.say("ask slack for replies").heard == "Kevin says: hi"
