"""Events that are lost, late, or come again; and the kind of app that may read little."""

from collections.abc import Callable

from slack_sdk import WebClient

from local.workspace import EventOutlet, Workspace
from local.workspace.team.entities import Conversation, Person
from local.world.clock import SteppedClock


def texts(outlet: EventOutlet) -> list[str]:
    """Return the texts of what is delivered now."""
    before = len(outlet.sent)
    outlet.deliver_due()
    return [envelope["event"]["text"] for envelope in outlet.sent[before:]]


def test_what_is_raised_while_events_are_lost_is_never_delivered(
    workspace: Workspace, outlet: EventOutlet, kevin: Person, general: Conversation
) -> None:
    workspace.post(kevin, general, "before")
    workspace.event_trouble.lost = True
    workspace.post(kevin, general, "meanwhile")
    assert texts(outlet) == ["before"]
    workspace.event_trouble.lost = False
    workspace.post(kevin, general, "after")
    assert texts(outlet) == ["after"]


def test_a_fresh_start_ends_the_trouble(
    workspace: Workspace, outlet: EventOutlet, kevin: Person, general: Conversation
) -> None:
    workspace.event_trouble.lost = True
    workspace.event_trouble.delay_next(60)
    workspace.reset()
    workspace.post(kevin, general, "again")
    assert texts(outlet) == ["again"]


def test_single_events_are_late_and_out_of_order(
    workspace: Workspace,
    outlet: EventOutlet,
    kevin: Person,
    general: Conversation,
    clock: SteppedClock,
) -> None:
    workspace.event_trouble.delay_next(60)
    for text in ("one", "two", "three"):
        workspace.post(kevin, general, text)
    assert texts(outlet) == ["two", "three"]
    clock.step(59)
    assert texts(outlet) == []
    clock.step(1)
    assert texts(outlet) == ["one"]


def test_message_events_come_again_with_new_ids(
    workspace: Workspace,
    outlet: EventOutlet,
    kevin: Person,
    general: Conversation,
    clock: SteppedClock,
) -> None:
    workspace.post(kevin, general, "long ago")
    outlet.deliver_due()
    clock.step(601)
    ts = workspace.post(kevin, general, "hello").ts
    workspace.react(general, ts, kevin, "tada")
    workspace.event_trouble.lost = True
    workspace.post(kevin, general, "lost")
    workspace.event_trouble.lost = False
    outlet.deliver_due()
    for _ in range(2):
        workspace.tell_again(600)
        assert texts(outlet) == ["hello"]
    hello = [e for e in outlet.sent if e["event"].get("text") == "hello"]
    assert len({envelope["event_id"] for envelope in hello}) == 3
    assert {envelope["event"]["ts"] for envelope in hello} == {ts}


def test_the_limited_kind_of_app_reads_fifteen_objects_once_a_minute(
    slack: WebClient,
    workspace: Workspace,
    kevin: Person,
    general: Conversation,
    clock: SteppedClock,
    refusal: Callable[..., str],
) -> None:
    parent = workspace.post(kevin, general, "0").ts
    for number in range(20):
        workspace.post(kevin, general, str(number))
        workspace.post(kevin, general, str(number), parent)
    workspace.limits.limit_reading()
    for read, arguments in (
        (slack.conversations_history, {"channel": general.id}),
        (slack.conversations_replies, {"channel": general.id, "ts": parent}),
    ):
        page = read(**arguments, limit=200)
        assert (len(page["messages"]), page["has_more"]) == (15, True)
        assert refusal(read, **arguments) == "ratelimited"
        clock.step(60)
        assert len(read(**arguments)["messages"]) == 15
    clock.step(60)
    few = slack.conversations_history(channel=general.id, limit=3)
    assert len(few["messages"]) == 3


def test_a_fresh_start_is_an_app_that_may_read_as_usual(
    slack: WebClient, workspace: Workspace, kevin: Person, general: Conversation
) -> None:
    workspace.limits.limit_reading()
    workspace.reset()
    for number in range(20):
        workspace.post(kevin, general, str(number))
    for _ in range(2):
        assert len(slack.conversations_history(channel=general.id)["messages"]) == 20
