"""What nobody told Earshot of, found in Slack: as if its event had come, and never twice."""

import itertools
from dataclasses import replace

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from postbox.inbox.message import START
from tests.delivery.flaky import Flaky, Trouble
from tests.inbox.looking import Looking

READING = ("conversations.history", "conversations.replies")


def reads(world: Looking) -> int:
    return sum(world.workspace.calls[method] for method in READING)


def outage(world: Looking) -> None:
    """Events are lost from now on, when all was compared; what is old is older than an overlap."""
    world.repair(2)
    world.lose_events()


def end(world: Looking) -> None:
    """Events come again, and the schedule comes round."""
    world.let_events_arrive()
    world.repair(2)


def three_pages(world: Looking) -> list[str]:
    """Write more than two pages of small ones; return what was written."""
    world.workspace.limits.reading_page = 20
    expected = [f"number {number}" for number in range(50)]
    for text in expected:
        world.world.write("Kevin", "#general", text)
    return expected


@pytest.mark.parametrize("place", ["#general", "#random", "@Kevin"])
def test_a_message_of_an_outage_is_found(world: Looking, place):
    outage(world)
    ts = world.write("Kevin", place, "while you were out")
    end(world)
    assert world.texts(place) == ["while you were out"]
    assert world.late() == [ts]


def test_what_is_found_deserves_the_same_attention(world: Looking):
    mine = world.write("Giselle", "#general", "who is in?")
    outage(world)
    world.write("Kevin", "#random", "@Giselle look")
    world.write("Kevin", "@Kevin", "hi")
    world.write("Kevin", "#general", "me", mine)
    end(world)
    assert sorted(world.attention()) == sorted(
        [(world.texts("#random")[0], "mention"), ("hi", "direct"), ("me", "thread")]
    )


def test_what_was_said_after_a_voice_post_is_a_reply_when_found(world: Looking):
    world.say("tell slack to send i am giving the demo now")
    outage(world)
    world.write("Kevin", "#general", "break a leg")
    end(world)
    assert world.attention() == [("break a leg", "reply")]


def test_nothing_is_heard_twice_when_events_and_repair_tell_the_same(world: Looking):
    world.write("Kevin", "@Kevin", "before")
    assert "before" in world.say("ask slack for replies")
    outage(world)
    world.write("Kevin", "@Kevin", "meanwhile")
    end(world)
    assert "meanwhile" in world.say("ask slack for replies")
    world.world.repeat_events()
    world.repair(2)
    assert world.attention() == []
    heard = world.say("ask slack for replies")
    assert "before" not in heard
    assert "meanwhile" not in heard


def test_an_edit_of_an_outage_is_found(world: Looking):
    ts = world.write("Kevin", "#general", "hte demo is at five")
    outage(world)
    world.world.edit("#general", ts, "the demo is at six")
    end(world)
    assert world.texts("#general") == ["the demo is at six"]
    assert world.messages("#general")[0].edited_ts


def test_an_edit_of_an_outage_that_mentions_somebody_calls_them(world: Looking):
    ts = world.write("Kevin", "#general", "the demo is at five")
    outage(world)
    world.world.edit("#general", ts, "@Giselle the demo is at five")
    end(world)
    assert [reason for _, reason in world.attention()] == ["mention"]


def test_what_was_deleted_in_an_outage_is_gone(world: Looking):
    world.write("Kevin", "#general", "stays")
    ts = world.write("Kevin", "@Kevin", "oops")
    outage(world)
    world.world.delete("@Kevin", ts)
    end(world)
    assert world.texts("#general") == ["stays"]
    assert world.texts("@Kevin") == []
    assert "oops" not in world.say("ask slack for replies")


def test_an_answer_that_was_deleted_in_an_outage_is_gone(world: Looking):
    parent = world.write("Giselle", "#general", "who is in?")
    world.write("Kevin", "#general", "me", parent)
    ts = world.write("Ana", "#general", "oops", parent)
    outage(world)
    world.world.delete("#general", ts)
    world.write("Kevin", "#general", "anybody else?", parent)
    end(world)
    assert world.texts("#general") == ["who is in?", "me", "anybody else?"]


def test_reactions_of_an_outage_are_found_and_those_taken_back_go(world: Looking):
    ts = world.write("Giselle", "#general", "shipped")
    world.world.react("Kevin", "#general", ts, "tada")
    world.world.settle()
    outage(world)
    world.workspace.unreact(world.place("#general"), ts, world.person("Kevin"), "tada")
    world.world.react("Ana", "#general", ts, "eyes")
    world.write("Kevin", "#general", "something new")
    end(world)
    assert world.reactions("#general", ts) == [("eyes", "Ana")]


def test_a_reaction_taken_back_before_an_outage_and_made_again_in_it_is_there(world: Looking):
    ts = world.write("Giselle", "#general", "shipped")
    place, kevin = world.place("#general"), world.person("Kevin")
    world.workspace.react(place, ts, kevin, "tada")
    world.workspace.unreact(place, ts, kevin, "tada")
    world.world.settle()
    outage(world)
    world.workspace.react(place, ts, kevin, "tada")
    world.write("Kevin", "#general", "something new")
    end(world)
    assert world.reactions("#general", ts) == [("tada", "Kevin")]


def test_a_post_from_elsewhere_in_an_outage_moves_the_position(world: Looking):
    outage(world)
    world.write("Kevin", "#general", "ready?")
    ts = world.write("Giselle", "#general", "typed on the phone")
    after = world.write("Kevin", "#general", "good")
    end(world)
    assert world.position("#general").seen_until == ts
    assert after in world.late()


def test_a_post_by_voice_that_no_event_told_of_moves_no_position(world: Looking):
    world.repair()
    world.lose_events()
    world.say("tell slack to send hello there")
    world.wait(1800)
    end(world)
    assert [message.by_this_app for message in world.messages("#general")] == [True]
    assert world.position("#general").seen_until == START


def test_what_stands_before_a_position_is_heard_all_the_same(world: Looking):
    world.repair()
    world.lose_events()
    lost = world.write("Kevin", "#general", "lost")
    world.let_events_arrive()
    world.wait(90)
    known = world.write("Kevin", "#general", "known")
    world.hear("#general", known)
    world.repair(2)
    assert world.late() == [lost]
    assert "lost" in world.texts("#general")


def test_an_answer_in_a_thread_that_one_follows_is_found_though_its_parent_is_old(world: Looking):
    parent = world.write("Kevin", "#general", "who is in?")
    world.write("Giselle", "#general", "me", parent)
    world.wait(86_400, step=3600)
    outage(world)
    world.write("Ana", "#general", "me too", parent)
    world.write("Ana", "@Ana", "did you see?")
    end(world)
    assert ("me too", "thread") in world.attention()


def test_a_lone_answer_to_what_was_said_hours_before_is_found(world: Looking):
    mine = world.write("Giselle", "#general", "who is in?")
    world.wait(5 * 3600, step=600)
    outage(world)
    world.write("Kevin", "#general", "me", mine)
    end(world)
    assert world.attention() == [("me", "thread")]


def test_what_people_say_while_all_is_well_costs_few_calls(world: Looking):
    world.repair()
    before = reads(world)
    for number in range(12):
        world.write("Kevin", "#general", f"message {number}")
        world.wait(300)
    assert reads(world) - before <= 12 * 6
    assert world.late() == []


def test_what_is_just_being_told_is_not_taken_for_lost(world: Looking):
    """Else a busy workspace would be swept all the time."""
    world.repair()
    world.workspace.event_trouble.delay_next(20)
    world.wait(world.parts._next_refresh - world.parts.clock() - 5)
    world.write("Kevin", "#general", "on its way")
    world.wait(8)
    before = reads(world)
    world.wait(600)
    assert world.texts("#general") == ["on its way"]
    assert reads(world) - before <= 2 * 6


def test_what_was_said_before_the_link_was_made_is_no_news():
    with world_for(Setting(), linked=False) as played:
        world = Looking(played)
        world.write("Kevin", "#general", "old")
        world.wait(60)
        played.parts.store_token(played.token)
        world.write("Kevin", "#general", "new")
        world.repair(3)
        assert world.texts("#general") == ["new"]
        assert world.late() == []


def test_what_was_said_before_one_joined_is_no_news(world: Looking):
    outage(world)
    world.write("Kevin", "#random", "before")
    place, giselle = world.place("#random"), world.person("Giselle")
    joined = f"<@{giselle.id}> has joined the channel"
    world.workspace.store(place, joined, None, user=giselle.id, subtype="channel_join")
    world.write("Kevin", "#random", "welcome")
    end(world)
    assert world.texts("#random") == ["welcome"]


def test_a_token_that_is_refused_in_a_sweep_leaves_nothing_out(world: Looking):
    outage(world)
    for place in ("#general", "#random", "@Kevin"):
        world.world.write("Kevin", place, "meanwhile")
    world.let_events_arrive()
    world.world.fail("slow 0.01 s", "conversations.history")
    world.world.fail("token_revoked 3 times", "conversations.history")
    world.repair(4)
    for place in ("#general", "#random", "@Kevin"):
        assert world.texts(place) == ["meanwhile"]


def test_a_preview_of_an_outage_is_found(world: Looking):
    ts = world.write("Kevin", "#general", "look at this")
    outage(world)
    place = world.place("#general")
    message = world.workspace.history(place).get(ts)
    drawn = ({"title": "An example", "fallback": "An example"},)
    world.workspace.history(place).replace(replace(message, attachments=drawn))
    end(world)
    (kept,) = world.messages("#general")
    assert "An example" in kept.content
    assert kept.edited_ts is None


def test_several_pages_are_found_in_order_and_whole(world: Looking):
    outage(world)
    expected = three_pages(world)
    end(world)
    assert world.texts("#general") == expected


@pytest.mark.parametrize(("fault", "nth"), [("500", 2), ("half an answer", 4)])
def test_a_repair_that_fails_between_pages_goes_on(world: Looking, fault, nth):
    outage(world)
    expected = three_pages(world)
    world.let_events_arrive()
    for _ in range(nth - 1):
        world.world.fail("slow 0.01 s", "conversations.history")
    world.world.fail(fault, "conversations.history")
    world.repair(3)
    assert world.texts("#general") == expected


def test_a_repair_that_is_limited_waits_as_long_as_slack_says_and_goes_on(world: Looking):
    outage(world)
    expected = three_pages(world)
    world.let_events_arrive()
    world.world.fail("slow 0.01 s", "conversations.history")
    world.world.fail("429 for 400 s", "conversations.history")
    world.repair(2)
    refused = reads(world)
    world.repair(2)
    assert world.texts("#general") == expected
    assert refused > 0


def test_an_app_of_the_limited_kind_asks_once_a_minute_and_finds_all(world: Looking):
    world.workspace.limits.limit_reading()
    outage(world)
    expected = three_pages(world)
    world.workspace.limits.reading_page = 15
    world.let_events_arrive()
    for _ in range(18):
        before = reads(world)
        world.repair()
        assert reads(world) - before <= 6
    assert world.texts("#general") == expected


def test_posting_can_still_read_back_while_a_sweep_is_under_way(world: Looking):
    outage(world)
    three_pages(world)
    world.let_events_arrive()
    world.parts.refresh({"detail-type": "Scheduled Event"})
    used = world.workspace.limits._windows.get("conversations.history", (0, 0))[1]
    assert used <= 40


class TestRepairThatDies:
    @pytest.fixture
    def flaky(self) -> Flaky:
        return Flaky("refresh", "dynamodb")

    @pytest.mark.parametrize("trouble", list(Trouble))
    def test_at_any_call_leaves_nothing_undone(self, world: Looking, flaky: Flaky, trouble):
        """Each round loses a message, and breaks one more call of the repair."""
        world.repair()
        for number in itertools.count(1, 8):
            world.lose_events()
            own = world.write("Giselle", "#random", f"mine {number}")
            world.write("Kevin", "@Kevin", f"hi {number}")
            world.let_events_arrive()
            world.wait(120)
            flaky.arm(lambda call, _, nth=number: trouble if call == nth else None)
            broken = False
            try:
                world.parts.refresh({"detail-type": "Scheduled Event"})
            except Exception:  # noqa: BLE001 (as Lambda would, whatever it is)
                broken = True
            broken |= bool(flaky.broken)
            flaky.broken.clear()
            flaky.disarm()
            world.repair(3)
            assert world.texts("@Kevin")[-1] == f"hi {number}"
            assert world.texts("@Kevin").count(f"hi {number}") == 1
            assert world.attention().count((f"hi {number}", "direct")) == 1
            assert world.position("#random").seen_until == own
            if not broken:
                break
        assert number > 10, "so few calls that nothing was tried"


def test_events_may_have_been_lost_while_the_link_was_broken(world: Looking):
    world.repair()
    world.world.revoke()
    world.wait(600)
    world.write("Kevin", "#random", "meanwhile")
    world.world.relink()
    world.repair(2)
    assert world.texts("#random") == ["meanwhile"]


def test_a_workspace_in_which_slack_drops_events_is_swept(world: Looking):
    outage(world)
    for channel in ("#random", "#general", "@Kevin", "@Ana"):
        world.world.write("Kevin" if channel != "@Ana" else "Ana", channel, "meanwhile")
    world.let_events_arrive()
    minute = int(world.parts.clock() // 60)
    limited = {"type": "app_rate_limited", "minute_rate_limited": minute}
    world.tell({}, **limited)
    world.repair(2)
    for channel in ("#random", "#general", "@Kevin", "@Ana"):
        assert world.texts(channel) == ["meanwhile"]


def test_a_message_in_a_conversation_that_slack_refuses_stops_nothing(world: Looking):
    outage(world)
    world.write("Kevin", "#random", "meanwhile")
    world.let_events_arrive()
    world.world.fail("channel_not_found", "conversations.history")
    world.repair(3)
    assert world.texts("#random") == ["meanwhile"]


def test_nothing_of_a_message_is_kept_beside_the_inbox(world: Looking):
    outage(world)
    world.write("Kevin", "#random", "a secret")
    end(world)
    items = world.parts.cloud.client("dynamodb").scan(TableName=TABLE)["Items"]
    holding = [item["sk"]["S"] for item in items if "a secret" in str(item)]
    assert all(sort_key.startswith("MESSAGE#") for sort_key in holding)
