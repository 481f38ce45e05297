"""`earshot slack-manifest` prints an app that Slack takes and that may do what Earshot does."""

import json

import pytest

from bridge.accounts.scopes import SCOPES
from bridge.slack.payloads.directory_events import DIRECTORY_EVENTS
from local.cli.accounts.slack_app import USER_EVENTS, USER_SCOPES, manifest
from local.conversations.notation.grammar import parse
from local.conversations.player import play
from local.conversations.steps import Setting
from local.workspace.team.entities import DEFAULT_SCOPES
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from postbox.inbox.message import START
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState
from postbox.store.table import Table
from tests.delivery.actions.conftest import Scene

EVENTS_URL = "https://abc.execute-api.us-east-1.amazonaws.com/slack/events"
STORY = parse(
    """
    you:               tell slack to send hello
    alexa:             Sent to general.
    kevin in #general: Hi!
    ana to me:         Psst
    slack fails:       drops the answer
    you:               tell slack to send the tea is ready
    later:             1 minute
    slack #general:    Giselle: hello
    slack #general:    Giselle: the tea is ready
    you:               ask slack for replies
    alexa:             Kevin says in general: Hi! Ana says: Psst
    """
)


def printed(earshot, *arguments):
    result = earshot("slack-manifest", *arguments)
    assert result.exit_code == 0
    return json.loads(result.stdout), result.stderr


def test_before_the_deployment_it_has_no_events_and_says_so(earshot):
    content, hint = printed(earshot)
    assert "event_subscriptions" not in content["settings"]
    assert "--events-url" in hint


def test_with_the_address_slack_sends_what_are_replies(earshot):
    content, hint = printed(earshot, "--events-url", EVENTS_URL)
    subscriptions = content["settings"]["event_subscriptions"]
    assert subscriptions == {"request_url": EVENTS_URL, "user_events": USER_EVENTS}
    assert hint == ""


@pytest.mark.parametrize("address", ["http://example.org/slack/events", "example.org", ""])
def test_an_address_that_slack_would_not_take_is_refused(earshot, address):
    result = earshot("slack-manifest", "--events-url", address)
    assert result.exit_code == 2
    assert "https://" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("events_url", [None, EVENTS_URL])
def test_it_keeps_to_what_slack_allows_in_a_manifest(events_url):
    content = manifest(events_url)
    assert set(content) == {"display_information", "oauth_config", "settings"}
    shown = content["display_information"]
    assert set(shown) <= {"name", "description", "long_description", "background_color"}
    assert 0 < len(shown["name"]) <= 35
    assert 0 < len(shown["description"]) <= 140
    assert set(content["oauth_config"]) == {"scopes"}
    assert set(content["oauth_config"]["scopes"]) == {"user"}
    switches = {"org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"}
    settings = content["settings"]
    assert set(settings) - {"event_subscriptions"} == switches
    assert not any(settings[switch] for switch in switches)
    assert len(USER_EVENTS) == len(set(USER_EVENTS)) <= 100
    assert len(USER_SCOPES) == len(set(USER_SCOPES))


def test_the_local_workspace_grants_an_app_what_the_manifest_asks_for():
    assert set(DEFAULT_SCOPES) == set(USER_SCOPES)


@pytest.mark.parametrize(
    ("event", "scope"),
    [
        ("message.channels", "channels:history"),
        ("message.groups", "groups:history"),
        ("message.im", "im:history"),
        ("message.mpim", "mpim:history"),
        ("channel_left", "channels:read"),
        ("channel_rename", "channels:read"),
        ("group_archive", "groups:read"),
        ("group_open", "groups:read"),
        ("im_created", "im:read"),
        ("member_joined_channel", "channels:read"),
        ("member_left_channel", "groups:read"),
        ("reaction_added", "reactions:read"),
        ("reaction_removed", "reactions:read"),
        ("team_join", "users:read"),
        ("user_change", "users:read"),
    ],
)
def test_for_each_event_the_scope_that_slack_wants_is_asked(event, scope):
    assert event in USER_EVENTS
    assert scope in USER_SCOPES


def test_every_event_that_changes_the_names_is_asked_for():
    assert set(USER_EVENTS) >= DIRECTORY_EVENTS


def test_direct_messages_can_be_opened_with_the_scopes():
    assert "im:write" in USER_SCOPES


@pytest.mark.parametrize("kind", ["channels", "groups", "im", "mpim"])
def test_each_kind_of_conversation_can_be_marked_as_read(kind):
    assert f"{kind}:write" in USER_SCOPES


def test_what_is_done_to_messages_is_allowed_by_the_scopes():
    with world_for(Setting(), linked=False) as world:
        scene = Scene(world, Table(world.parts.cloud.client("dynamodb"), TABLE))
        world.parts.store_token(scene.workspace.install_app(scene.giselle, USER_SCOPES))
        ts = scene.post()
        scene.do(CommandKind.ADD_REACTION, ts=ts, emoji="tada")
        scene.do(CommandKind.UPDATE_MESSAGE, ts=ts, text="better")
        scene.do(CommandKind.DELETE_MESSAGE, ts=ts)
        post_at = float(int(scene.clock()) + 600)
        first = scene.do(CommandKind.SCHEDULE_MESSAGE, text="lunch", post_at=post_at)
        scene.do(CommandKind.CANCEL_SCHEDULED, post_at=post_at, scheduled_by=first.id)
        assert {receipt.state for receipt in scene.receipts.actions(PERSONAL, 10)} == {
            DeliveryState.CONFIRMED
        }
        other = scene.post("news", author="Kevin")
        scene.do(CommandKind.MARK_READ, ts=other, since=START)
        assert scene.last_read() == other


def test_with_the_scopes_that_it_asks_for_everything_works():
    with world_for(Setting(), linked=False) as world:
        workspace = world.parts.workspace
        world.revoke()
        world.settle()
        giselle = workspace.find_person("Giselle")
        world.parts.store_token(workspace.install_app(giselle, USER_SCOPES))
        assert play(STORY, world) is None


def test_the_app_of_several_people_sends_them_back_and_renews_its_tokens(earshot):
    printed = earshot("slack-manifest", "--accounts-url", "https://x.example/").stdout
    found = json.loads(printed)
    assert found["oauth_config"]["redirect_urls"] == ["https://x.example/slack/linked"]
    assert found["settings"]["token_rotation_enabled"] is True
    assert set(SCOPES) == set(found["oauth_config"]["scopes"]["user"])


def test_people_are_sent_back_over_https_alone(earshot):
    assert earshot("slack-manifest", "--accounts-url", "http://x.example").exit_code != 0
