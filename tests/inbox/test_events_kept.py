"""What Slack's events leave in the inbox, however they come."""

import itertools

import pytest

from postbox.inbox.message import START
from postbox.links.stores.links import PERSONAL
from tests.delivery.flaky import Flaky, Trouble
from tests.inbox.looking import Looking

UUID = "5e1f0a3c-0000-4000-8000-000000000001"


def test_a_message_told_twice_under_two_event_ids_is_kept_once(world: Looking):
    event = world.message("Kevin", "@Kevin", "hi", world.ts())
    assert [world.tell(event), world.tell(event)] == [200, 200]
    assert world.texts("@Kevin") == ["hi"]
    assert world.attention() == [("hi", "direct")]


def test_what_was_heard_stays_heard_when_its_event_comes_again(world: Looking):
    event = world.message("Kevin", "@Kevin", "hi", world.ts())
    world.tell(event)
    assert "hi" in world.say("ask slack for replies")
    world.wait(400)
    world.tell(event)
    assert world.attention() == []
    assert "hi" not in world.say("ask slack for replies")


def test_one_message_told_under_two_ts_is_one_message(world: Looking):
    first, second = world.ts(2), world.ts(1)
    for ts in (first, second):
        world.tell(world.message("Kevin", "@Kevin", "hi", ts, client_msg_id=UUID))
    assert world.texts("@Kevin") == ["hi"]
    assert world.attention() == [("hi", "direct")]


def test_the_same_client_id_in_two_conversations_is_two_messages(world: Looking):
    for place in ("#general", "#random"):
        world.tell(world.message("Kevin", place, "hi", world.ts(), client_msg_id=UUID))
    assert (world.texts("#general"), world.texts("#random")) == (["hi"], ["hi"])


@pytest.mark.parametrize("trouble", list(Trouble))
def test_a_death_at_any_call_leaves_nothing_undone_once_slack_tells_again(
    world: Looking, flaky: Flaky, trouble: Trouble
):
    parent = world.write("Giselle", "#general", "who is in?")
    mention = f"<@{world.person('Giselle').id}>"
    broken = True
    for number in itertools.count(1):
        own = world.message("Giselle", "#random", f"mine {number}", world.ts())
        called = world.message("Kevin", "#general", f"{mention} {number}", world.ts())
        answer = world.message(
            "Kevin", "#general", f"answer {number}", world.ts(), thread_ts=parent
        )
        broken = False
        for event in (own, called, answer):
            flaky.arm(lambda call, _, nth=number: trouble if call == nth else None)
            broken |= world.tell(event) == 503
            flaky.disarm()
            assert world.tell(event) == 200
        assert world.position("#random").seen_until == own["ts"]
        assert world.texts("#random").count(own["text"]) == 1
        assert world.attention().count((called["text"], "mention")) == 1
        assert world.texts("#general").count(called["text"]) == 1
        if not broken:
            break
    assert number > 3, "so few calls that nothing was tried"


def test_what_comes_late_beyond_a_position_is_marked(world: Looking):
    late, on_time = world.ts(200), world.ts(100)
    world.tell(world.message("Kevin", "#general", "on time", on_time))
    world.hear("#general", on_time)
    world.tell(world.message("Kevin", "#general", "late", late))
    assert world.late() == sorted([late, on_time])


def test_what_comes_in_time_is_not_marked(world: Looking):
    world.tell(world.message("Kevin", "#general", "hi", world.ts(30)))
    assert world.late() == []


def test_what_comes_late_before_what_was_read_elsewhere_is_read(world: Looking):
    late, own = world.ts(200), world.ts(90)
    world.tell(world.message("Giselle", "#general", "mine", own))
    world.tell(world.message("Kevin", "#general", "late", late))
    assert world.late() == []


def test_nobody_waits_for_their_own_late_message(world: Looking):
    world.tell(world.message("Giselle", "#general", "mine", world.ts(500)))
    assert world.late() == []


def test_a_post_from_another_client_moves_the_reading_position(world: Looking):
    ts = world.write("Giselle", "#general", "typed on the phone")
    assert world.position("#general").seen_until == ts
    assert world.position("#random").seen_until == START


def test_a_late_post_from_another_client_moves_no_position_back(world: Looking):
    newer, older = world.ts(10), world.ts(300)
    world.tell(world.message("Giselle", "#general", "newer", newer))
    world.tell(world.message("Giselle", "#general", "older", older))
    assert world.position("#general").seen_until == newer


def test_a_post_by_voice_moves_no_position(world: Looking):
    world.say("tell slack to send hello there")
    world.wait(5)
    assert world.texts("#general") == ["hello there"]
    assert world.position("#general").seen_until == START


def test_an_answer_in_a_thread_moves_no_position(world: Looking):
    parent = world.write("Kevin", "#general", "who is in?")
    world.write("Giselle", "#general", "me", parent)
    assert world.position("#general").seen_until == START


def test_answers_to_ones_own_message_deserve_attention(world: Looking):
    parent = world.write("Giselle", "#general", "who is in?")
    world.write("Kevin", "#general", "me", parent)
    assert world.attention() == [("me", "thread")]
    assert world.inbox.unheard(PERSONAL)[0].thread_ts == parent


def test_who_answered_in_a_thread_hears_what_others_answer(world: Looking):
    parent = world.write("Kevin", "#general", "who is in?")
    world.write("Ana", "#general", "before", parent)
    world.write("Giselle", "#general", "me", parent)
    world.write("Ana", "#general", "me too", parent)
    assert world.attention() == [("me too", "thread")]


def test_who_is_mentioned_in_a_thread_hears_what_others_answer(world: Looking):
    parent = world.write("Kevin", "#general", "who is in?")
    called = world.write("Kevin", "#general", "and @Giselle?", parent)
    world.write("Ana", "#general", "me too", parent)
    attention = world.inbox.unheard(PERSONAL)
    assert [item.reason.value for item in attention] == ["mention", "thread"]
    assert attention[0].ts == called


def test_a_mention_in_a_parent_makes_one_follow_its_thread(world: Looking):
    parent = world.write("Kevin", "#general", "@Giselle is this yours?")
    world.write("Ana", "#general", "it is mine", parent)
    assert [reason for _, reason in world.attention()] == ["mention", "thread"]


def test_who_answers_a_thread_by_voice_hears_what_others_answer(world: Looking):
    parent = world.write("Kevin", "#general", "who is in?")
    world.write("Kevin", "#general", "and @Giselle?", parent)
    world.say("ask slack for replies")
    world.say("reply i am")
    world.wait(5)
    assert world.follows("#general", parent)
    world.write("Ana", "#general", "so am I", parent)
    assert world.attention() == [("so am I", "thread")]


def test_an_answer_shown_in_the_channel_too_stands_in_the_conversation(world: Looking):
    parent = world.write("Giselle", "#general", "who is in?")
    shown = world.message(
        "Kevin", "#general", "me", world.ts(), thread_ts=parent, subtype="thread_broadcast"
    )
    world.tell(shown)
    assert world.texts("#general") == ["who is in?", "me"]
    assert not world.messages("#general")[-1].is_in_thread


def test_an_edit_that_adds_a_mention_calls_the_mentioned(world: Looking):
    ts = world.write("Kevin", "#general", "is this yours?")
    assert world.attention() == []
    world.world.edit("#general", ts, "@Giselle is this yours?")
    world.world.settle()
    assert [reason for _, reason in world.attention()] == ["mention"]


def test_an_edit_of_what_was_heard_is_told_as_one(world: Looking):
    ts = world.write("Kevin", "#general", "@Giselle is this yours?")
    world.say("ask slack for replies")
    world.world.edit("#general", ts, "@Giselle or is this yours?")
    world.world.settle()
    assert [reason for _, reason in world.attention()] == ["edited"]


@pytest.mark.parametrize("order", list(itertools.permutations(("message", "edit", "again"))))
def test_an_edit_stands_in_whatever_order_it_is_told(world: Looking, order):
    ts, edited = world.ts(20), world.ts(5)
    message = world.message("Kevin", "@Kevin", "hte demo", ts)
    new = message | {"text": "the demo", "edited": {"ts": edited}}
    edit = world.message("Kevin", "@Kevin", "", edited, subtype="message_changed", hidden=True)
    edit |= {"message": new, "previous_message": message}
    told = {"message": message, "edit": edit, "again": message}
    for name in order:
        world.tell(told[name])
    assert world.texts("@Kevin") == ["the demo"]
    assert world.messages("@Kevin")[0].edited_ts == edited
    assert world.attention() == [("the demo", "direct")]


def test_a_preview_of_a_link_is_kept_and_is_no_edit(world: Looking):
    ts = world.ts(20)
    message = world.message("Kevin", "@Kevin", "<https://example.com/a>", ts)
    drawn = message | {"attachments": [{"title": "An example", "fallback": "An example"}]}
    told = world.message("Kevin", "@Kevin", "", world.ts(), subtype="message_changed", hidden=True)
    world.tell(message)
    world.tell(told | {"message": drawn, "previous_message": message})
    (kept,) = world.messages("@Kevin")
    assert "An example" in kept.content
    assert kept.edited_ts is None
    assert len(world.attention()) == 1


def test_a_preview_that_is_told_before_an_edit_does_not_undo_it(world: Looking):
    ts, edited = world.ts(20), world.ts(5)
    message = world.message("Kevin", "@Kevin", "old", ts)
    changed = world.message("Kevin", "@Kevin", "", edited, subtype="message_changed", hidden=True)
    world.tell(message)
    new = message | {"text": "new", "edited": {"ts": edited}}
    world.tell(changed | {"message": new, "previous_message": message})
    drawn = message | {"attachments": [{"title": "An example"}]}
    world.tell(changed | {"message": drawn, "previous_message": message})
    assert world.texts("@Kevin") == ["new"]
    assert "An example" not in world.messages("@Kevin")[0].content


def test_a_deletion_stands_in_whatever_order_it_is_told(world: Looking):
    ts = world.ts(20)
    message = world.message("Kevin", "@Kevin", "oops", ts)
    gone = world.message("Kevin", "@Kevin", "", world.ts(), subtype="message_deleted", hidden=True)
    world.tell(gone | {"deleted_ts": ts})
    world.tell(message)
    assert world.texts("@Kevin") == []
    assert "oops" not in world.say("ask slack for replies")


def test_reactions_come_and_go(world: Looking):
    ts = world.write("Giselle", "#general", "shipped")
    world.world.react("Kevin", "#general", ts, "tada")
    world.world.react("Ana", "#general", ts, "eyes")
    world.world.settle()
    assert world.reactions("#general", ts) == [("eyes", "Ana"), ("tada", "Kevin")]
    world.workspace.unreact(world.place("#general"), ts, world.person("Kevin"), "tada")
    world.world.settle()
    assert world.reactions("#general", ts) == [("eyes", "Ana")]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_of_reactions_told_out_of_order_the_newest_word_counts(world: Looking, order):
    ts = world.write("Giselle", "#general", "shipped")
    item = {"type": "message", "channel": world.place("#general").id, "ts": ts}
    told = [
        {
            "type": kind,
            "user": world.person("Kevin").id,
            "reaction": "tada",
            "item": item,
            "event_ts": world.ts(30 - 10 * number),
        }
        for number, kind in enumerate(["reaction_added", "reaction_removed", "reaction_added"])
    ]
    for number in order:
        assert world.tell(told[number]) == 200
    assert world.reactions("#general", ts) == [("tada", "Kevin")]


def test_a_shared_channel_told_of_by_two_workspaces_is_told_once(world: Looking):
    event = world.message("Kevin", "#general", "from next door", world.ts(), team="T0NEXTDOOR")
    event["user_profile"] = {"real_name": "Nora Next", "display_name": "nora", "team": "T0NEXTDOOR"}
    world.tell(event, team_id="T0NEXTDOOR", context_team_id=world.team_id)
    world.tell(event)
    assert world.texts("#general") == ["from next door"]
    assert "Nora Next" in world.messages("#general")[0].content
