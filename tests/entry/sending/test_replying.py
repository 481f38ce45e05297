"""A reply stands where the message stands that was read last, in the same thread or in none."""

from local.world.played import world_for
from tests.entry.sending.composing import KEVINS, posted


def test_a_reply_to_an_answer_in_a_thread_is_in_that_thread():
    with world_for(KEVINS) as world:
        ts = world.write("Ana", "#general", "Who has the keys?")
        world.say("tell slack to send I have them")
        mine = world.posts("#general")[-1].ts
        world.write("Ana", "#general", "Thanks!", thread_ts=mine)
        world.settle()
        world.say("ask slack for replies")
        assert (
            world.say("tell slack to reply you're welcome").heard
            == "Sent to the thread in general."
        )
        workspace = world.parts.workspace
        history = workspace.history(workspace.find_conversation("#general"))
        reply = history.get(world.posts("#general")[-1].ts)
        assert (reply.text, reply.thread_ts) == ("you're welcome", mine)
        assert mine != ts


def test_a_reply_to_what_is_in_no_thread_begins_none():
    with world_for(KEVINS) as world:
        world.write("Ana Lima", "@Ana Lima", "Lunch?")
        world.settle()
        world.say("ask slack for replies")
        assert world.say("tell slack to reply in an hour").heard == "Sent to Ana Lima."
        assert posted(world) == {"@Ana Lima": ["Lunch?", "in an hour"]}


def test_the_same_request_twice_is_one_reply():
    with world_for(KEVINS) as world:
        world.write("Ana Lima", "@Ana Lima", "Lunch?")
        world.settle()
        world.say("ask slack for replies")
        world.say("tell slack to reply in an hour")
        world.echo.repeat_last_request()
        world.advance(60)
        assert posted(world) == {"@Ana Lima": ["Lunch?", "in an hour"]}
