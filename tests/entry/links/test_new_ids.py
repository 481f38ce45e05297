"""A channel gets another id: what is kept of the old one is of the new one, at once."""

import pytest

from local.world.played import PlayedInProcess
from tests.entry.directory.named import Named


@pytest.fixture
def named(world: PlayedInProcess) -> Named:
    found = Named(world)
    world.advance(120)
    return found


def moved(named: Named, name: str) -> str:
    """Give the channel of this name another id, and let Slack tell of it; nothing is listed yet."""
    workspace = named.workspace
    channel = workspace.find_conversation(name)
    workspace.move(channel)
    named.world.parts.clock.step(1)
    named.world.settle()
    return channel.id


def texts(named: Named, name: str) -> list[str]:
    return [post.text for post in named.world.posts(f"#{name}")]


def test_messages_by_default_by_name_and_by_what_was_taught_go_to_the_new_id(named: Named):
    world = named.world
    world.say("tell slack that when i say the crew i mean random")
    world.say("yes")
    moved(named, "general")
    moved(named, "random")
    assert world.say("tell slack to send running late").heard == "Sent to general."
    assert world.say("tell slack to send hello there to general").heard == "Sent to general."
    assert "Sent to" in world.say("tell slack to send good morning to the crew").heard
    assert texts(named, "general") == ["running late", "hello there"]
    assert texts(named, "random") == ["good morning"]


def test_what_was_chosen_by_voice_goes_along(named: Named):
    world = named.world
    world.say("ask slack to make random my default channel")
    world.say("yes")
    moved(named, "random")
    world.say("tell slack to send running late")
    assert texts(named, "random") == ["running late"]


def test_what_was_heard_is_not_told_again_and_what_was_not_is_still_named(named: Named):
    world = named.world
    world.write("kevin", "#general", "first")
    world.settle()
    assert "first" in world.say("ask slack what's new in general").heard
    moved(named, "general")
    world.write("kevin", "#general", "second")
    world.settle()
    named.refresh()
    heard = world.say("ask slack what's new").heard
    assert "second" in heard
    assert "first" not in heard
    assert "general" in heard


def test_told_again_it_changes_nothing(named: Named):
    new_id = moved(named, "general")
    named.world.parts.outlet.redeliver(named.world.parts.outlet.sent[-1])
    named.world.settle()
    named.refresh()
    assert named.directory.conversations[new_id].name == "general"
