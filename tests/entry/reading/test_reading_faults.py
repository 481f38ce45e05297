"""Reading, and AWS at its worst: nothing is skipped, told twice, or claimed untruly."""

import pytest

from local.conversations.steps import Setting
from local.echo import Echo
from local.world.aws.moto_cloud import SKILL_ID, TABLE
from local.world.models import model_for
from local.world.played import PlayedInProcess, world_for
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.stores.links import PERSONAL
from postbox.store.table import Table
from tests.delivery.flaky import Flaky, Trouble
from tests.entry.reading.refusals import refuse

UNAVAILABLE = "I can't reach my mailbox right now. Please try again in a moment."
WRITES = {"put_item", "transact_write_items", "update_item", "delete_item"}


def told(world: PlayedInProcess, *texts: str) -> None:
    for text in texts:
        world.write("Kevin", "@Kevin", text)
    world.settle()


def everything(world: PlayedInProcess, utterance: str = "ask slack for replies") -> str:
    """Ask until nothing is new, and return all that was said."""
    said = []
    for _ in range(10):
        heard = world.say(utterance).heard
        said.append(heard)
        if heard.startswith(("No ", "Nothing ")):
            break
    return " ".join(said)


def another_echo(world: PlayedInProcess) -> Echo:
    clock = world.parts.clock
    return Echo(
        model_for("en-US"), world.parts.skill, clock, skill_id=SKILL_ID, timer=clock, seed=2
    )


def read_mark(world: PlayedInProcess, place: str) -> str | None:
    return world.read_mark(place)


# -------------------------------------------------------------------------------- the table fails


@pytest.mark.parametrize("after", range(0, 16, 3))
def test_whatever_read_is_refused_nothing_is_skipped_or_told_twice(after):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus", "tornado")
        reads = {"get_item", "batch_get_item", "query"}
        flaky.arm(lambda n, op: Trouble.REFUSED if n > after and op in reads else None)
        first = world.say("ask slack for replies").heard
        flaky.disarm()
        assert first.startswith((UNAVAILABLE, "Kevin says: walrus. tornado"))
        both = f"{first} {everything(world)}"
        assert (both.count("walrus"), both.count("tornado")) == (1, 1)


def test_an_answer_whose_recording_nobody_confirmed_is_told_once():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus")
        lost = iter([Trouble.ANSWER_LOST])
        flaky.arm(lambda _, op: next(lost, None) if op == "transact_write_items" else None)
        said = everything(world)
        assert flaky.broken == ["transact_write_items"]
        assert said.count("walrus") == 1


def test_an_answer_that_cannot_be_recorded_is_not_told():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus")
        flaky.arm(lambda _, op: Trouble.REFUSED if op in WRITES else None)
        assert world.say("ask slack for replies").heard == UNAVAILABLE
        flaky.disarm()
        assert read_mark(world, "@Kevin") is None
        assert everything(world).count("walrus") == 1


def test_in_a_session_what_was_recorded_and_never_said_is_told_when_asked_again():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus")
        world.say("open slack")
        writes: list[str] = []

        def breaks(_: int, operation: str) -> Trouble | None:
            if operation != "transact_write_items":
                return None
            writes.append(operation)
            return Trouble.ANSWER_LOST if len(writes) == 1 else Trouble.REFUSED

        flaky.arm(breaks)
        assert world.say("any replies").heard.startswith(UNAVAILABLE)
        flaky.disarm()
        assert world.say("any replies").heard.startswith("Kevin says: walrus")
        assert world.say("any replies").heard.startswith("No new replies.")


# -------------------------------------------------------------------------------- the queue fails


def test_a_queue_that_takes_no_marks_keeps_no_answer_back_and_later_marks_cover_it():
    flaky = Flaky("skill", "sqs")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus")
        flaky.arm(lambda _, op: Trouble.REFUSED)
        assert world.say("ask slack for replies").heard == "Kevin says: walrus"
        flaky.disarm()
        read_states = ReadStates(Table(world.parts.cloud.client("dynamodb"), TABLE))
        workspace = world.parts.workspace
        place = workspace.find_conversation("@Kevin").id
        position = read_states.positions(PERSONAL, workspace.team_id, [place])[place]
        assert position.marked_until < world.posts("@Kevin")[0].ts
        assert read_mark(world, "@Kevin") is None
        told(world, "tornado")
        assert world.say("ask slack for replies").heard == "Kevin says: tornado"
        world.settle()
        assert read_mark(world, "@Kevin") == world.posts("@Kevin")[-1].ts


def test_what_slack_could_not_be_told_of_is_not_claimed():
    flaky = Flaky("skill", "sqs")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus")
        flaky.arm(lambda _, op: Trouble.REFUSED)
        said = world.say("ask slack to mark all as read").heard
        assert said == "OK. I won't read it to you, but I could not tell Slack."
        flaky.disarm()
        assert world.say("ask slack for replies").heard == "No replies."


# ---------------------------------------------------------------------- devices and their trouble


def test_two_devices_in_turn_tell_nothing_twice():
    with world_for(Setting()) as world:
        told(world, *(f"walrus {number}." for number in range(12)))
        kitchen = another_echo(world)
        world.say("open slack")
        said = [world.say("any replies").heard, world.say("yes").heard]
        said.append(kitchen.say("ask slack for replies").heard)
        said += [world.say("yes").heard, everything(world)]
        for number in range(12):
            assert " ".join(said).count(f"walrus {number}.") == 1


def test_what_another_device_hears_between_reading_and_recording_is_not_told_again():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        told(world, "walrus", "tornado")
        elsewhere: list[str] = []

        def interrupts(_: int, operation: str) -> None:
            if operation == "transact_write_items" and not elsewhere:
                elsewhere.append("...")
                elsewhere[0] = another_echo(world).say("ask slack for replies").heard

        flaky.arm(interrupts)
        here = world.say("ask slack for replies").heard
        flaky.disarm()
        both = f"{elsewhere[0]} {here}"
        assert here == "No replies."
        assert (both.count("walrus"), both.count("tornado")) == (1, 1)


def test_an_answer_that_the_device_refused_is_unread_in_slack_again():
    with world_for(Setting()) as world:
        told(world, "one")
        world.say("ask slack for replies")
        first = world.posts("@Kevin")[0].ts
        told(world, "two")
        turn = world.echo.say("ask slack for replies")
        world.settle()
        assert read_mark(world, "@Kevin") == world.posts("@Kevin")[1].ts
        refuse(world, turn)
        world.settle()
        assert read_mark(world, "@Kevin") == first
        assert world.say("ask slack for replies").heard == "Kevin says: two"


def test_what_was_told_two_answers_ago_stays_heard_when_the_device_refuses_the_last():
    with world_for(Setting()) as world:
        told(world, "walrus")
        world.say("open slack")
        world.say("any replies")
        world.say("who was that")
        refuse(world, world.echo.say("when was that"))
        assert world.say("ask slack for replies").heard.startswith("No new replies.")


def test_a_part_of_a_long_message_that_the_device_refused_is_told_again():
    with world_for(Setting()) as world:
        told(world, "This is one sentence of many. " * 150)
        turn = world.echo.say("ask slack for replies")
        assert turn.heard.startswith("Kevin says: This is one")
        refuse(world, turn)
        assert world.say("ask slack for replies").heard == turn.heard


def test_the_same_request_twice_is_one_answer_with_its_question():
    with world_for(Setting()) as world:
        told(world, "This is one sentence of many. " * 150)
        first = world.say("ask slack for replies").heard
        assert world.echo.repeat_last_request().heard == first
        assert world.say("yes").heard.startswith("Kevin goes on: ")


def test_asking_by_name_when_the_names_are_out_of_reach_is_said_to_be_that():
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        flaky.arm(lambda _, op: Trouble.REFUSED if op == "batch_get_item" else None)
        assert world.say("ask slack what did kevin say").heard == UNAVAILABLE


def test_without_a_link_nobody_hears_anything():
    with world_for(Setting(), linked=False) as world:
        for said in ("what's new", "mark all as read", "what did kevin say", "who was that"):
            assert world.say(f"ask slack {said}").heard.startswith("Earshot is not linked to Slack")
