"""Slack as seen in this process and through the stack's control routes is the same Slack."""

from collections.abc import Iterator

import httpx
import pytest

from local.conversations.steps import Setting
from local.conversations.world import Newest, Reacted, Waiting
from local.workspace import EventOutlet, Workspace, create_app, serve
from local.world.clock import SteppedClock
from local.world.on_stack import OnStack
from local.world.populate import populate
from local.world.slack_as_seen import SlackAsSeen

Slack = SlackAsSeen | OnStack


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(SteppedClock(1_790_000_000.0))


@pytest.fixture
def outlet(workspace: Workspace) -> EventOutlet:
    return EventOutlet(workspace, lambda _headers, _body: 200, workspace.clock)


@pytest.fixture(params=["in process", "on the stack"])
def slack(workspace: Workspace, request: pytest.FixtureRequest) -> Iterator[Slack]:
    token = populate(workspace, Setting())
    if request.param == "in process":
        yield SlackAsSeen(workspace, token)
        return
    with serve(create_app(workspace)) as server, httpx.Client(base_url=server.url) as client:
        yield OnStack(client, lambda _seconds: None)


def test_a_bot_and_a_file_stand_there(workspace, slack):
    slack.write_as_bot("Jenkins", "#general", "Build 7", ("api tests", "3 of 214"))
    shared = slack.share("kevin", "#general", "Roadmap.pdf", "Look")
    assert [(post.author, post.text) for post in slack.posts("#general")] == [
        ("Jenkins", "Build 7"),
        ("Kevin Park", "Look"),
    ]
    bot, file = workspace.messages(workspace.find_conversation("general"))
    assert bot.attachments[0]["title"] == "api tests"
    assert (file.ts, file.files[0]["filetype"]) == (shared, "pdf")
    silent = slack.share("kevin", "@Kevin", "audio clip of 14 seconds", "")
    assert slack.newest().ts == silent


def test_the_newest_is_found_with_its_thread_and_without_ones_own(workspace, slack):
    assert slack.newest() is None
    general = workspace.find_conversation("general").id
    first = slack.write("kevin", "#general", "one")
    answer = slack.write("ana", "#general", "two", first)
    assert slack.newest() == Newest(general, answer, first)
    assert slack.newest(not_by="Ana Lima") == Newest(general, first, first)


def test_reactions_stand_in_the_order_of_adding(slack):
    ts = slack.write("kevin", "#general", "one")
    assert slack.reactions("#general") == []
    slack.react("ana", "#general", ts, "tada")
    slack.react("giselle", "#general", ts, "+1")
    assert slack.reactions("#general") == [Reacted("Ana Lima", "tada"), Reacted("Giselle", "+1")]


def test_the_read_mark_is_the_speakers(slack):
    slack.write("kevin", "#general", "one")
    assert slack.read_mark("#general") is None
    assert slack.read_mark("@Kevin") is None
    ts = slack.write("giselle", "#general", "two")
    assert slack.read_mark("#general") == ts


def test_what_is_scheduled_is_seen_as_people_see_it(workspace, slack):
    giselle, general = workspace.find_person("Giselle"), workspace.find_conversation("general")
    late = workspace.schedule(giselle, general, "Tea &amp; cake", 1_790_000_900)
    soon = workspace.schedule(giselle, general, f"Lunch, <@{giselle.id}>", 1_790_000_600)
    assert slack.scheduled("#general") == [
        Waiting(soon.id, 1_790_000_600, "Lunch, @Giselle"),
        Waiting(late.id, 1_790_000_900, "Tea & cake"),
    ]
    assert slack.scheduled("#random") == []


def test_events_are_lost_and_come_again(workspace, outlet, slack):
    slack.write("kevin", "#general", "one")
    slack.lose_events()
    slack.write("kevin", "#general", "two")
    slack.let_events_arrive()
    outlet.deliver_due()
    slack.repeat_events()
    outlet.deliver_due()
    events = [envelope["event"] for envelope in outlet.sent]
    assert [event["text"] for event in events if event["type"] == "message"] == ["one", "one"]
