"""Messages that are posted later: the three methods, and the workspace's own clock."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from local.workspace import EventOutlet, OutletThread, Workspace
from local.workspace.team.entities import Conversation
from local.world.clock import SteppedClock

Schedule = Callable[..., Any]


@pytest.fixture
def schedule(slack: WebClient, clock: SteppedClock, general: Conversation) -> Schedule:
    """Schedule something in general so many seconds from now."""

    def schedule(seconds: float, text: str = "Lunch!", **more: Any) -> Any:
        at = int(clock() + seconds)
        where = {"channel": general.id, "text": text, "post_at": at}
        return slack.chat_scheduleMessage(**{**where, **more})

    return schedule


def waiting(slack: WebClient, **arguments: Any) -> list[str]:
    found = slack.chat_scheduledMessages_list(**arguments)["scheduled_messages"]
    return [message["text"] for message in found]


def test_what_is_scheduled_is_posted_when_it_is_due(
    slack: WebClient,
    workspace: Workspace,
    general: Conversation,
    schedule: Schedule,
    clock: SteppedClock,
) -> None:
    answer = schedule(600, "a & b")
    assert answer["channel"] == general.id
    assert answer["post_at"] == int(clock() + 600)
    assert answer["scheduled_message_id"].startswith("Q")
    assert answer["message"]["text"] == "a &amp; b"
    clock.step(599)
    assert workspace.post_due() == 0
    assert workspace.messages(general) == []
    clock.step(1)
    assert workspace.post_due() == 1
    assert workspace.post_due() == 0
    [message] = workspace.messages(general)
    assert (message.text, message.via_app) == ("a &amp; b", True)
    assert message.user == workspace.find_person("Giselle").id
    assert waiting(slack) == []


def test_what_is_due_together_is_posted_in_the_order_of_its_times(
    workspace: Workspace, general: Conversation, schedule: Schedule, clock: SteppedClock
) -> None:
    for seconds, text in ((90, "third"), (30, "first"), (60, "second")):
        schedule(seconds, text)
    clock.step(100)
    workspace.post_due()
    assert [m.text for m in workspace.messages(general)] == ["first", "second", "third"]


def test_it_comes_back_as_an_event_with_the_apps_marks(
    workspace: Workspace, schedule: Schedule, clock: SteppedClock
) -> None:
    outlet = EventOutlet(workspace, lambda _headers, _body: 200, clock)
    schedule(600)
    outlet.deliver_due()
    assert outlet.sent == []
    assert outlet.next_due() == int(clock() + 600)
    clock.step(600)
    assert not outlet.is_idle
    outlet.deliver_due()
    [envelope] = outlet.sent
    event = envelope["event"]
    assert (event["type"], event["text"]) == ("message", "Lunch!")
    assert (event["app_id"], event["bot_id"]) == (workspace.app_id, workspace.bot_id)
    assert event["user"] == workspace.find_person("Giselle").id
    assert outlet.is_idle


def test_an_answer_stays_in_its_thread(
    workspace: Workspace, general: Conversation, schedule: Schedule, clock: SteppedClock
) -> None:
    parent = workspace.post(workspace.find_person("Kevin"), general, "Lunch?").ts
    schedule(60, "Yes", thread_ts=parent)
    clock.step(60)
    workspace.post_due()
    assert [m.text for m in workspace.history(general).replies(parent)] == ["Yes"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"post_at": 1_790_000_000}, "time_in_past"),
        ({"post_at": 1_790_000_001 + 120 * 86_400}, "time_too_far"),
        ({"post_at": "soon"}, "invalid_time"),
        ({"channel": "C0NOWHERE"}, "channel_not_found"),
        ({"thread_ts": "1.000000"}, "thread_not_found"),
    ],
)
def test_what_cannot_be_scheduled_is_refused(
    slack: WebClient,
    schedule: Schedule,
    refusal: Callable[..., str],
    arguments: dict[str, Any],
    error: str,
) -> None:
    assert refusal(schedule, seconds=600, **arguments) == error
    assert waiting(slack) == []


def test_the_farthest_time_is_120_days_away(slack: WebClient, schedule: Schedule) -> None:
    schedule(120 * 86_400)
    assert waiting(slack) == ["Lunch!"]


def test_no_text_no_scope_and_no_membership_are_refused(
    workspace: Workspace, schedule: Schedule, refusal: Callable[..., str]
) -> None:
    kevin, giselle = workspace.find_person("Kevin"), workspace.find_person("Giselle")
    others = workspace.add_channel("others", members=[kevin])
    old = workspace.add_channel("old")
    workspace.archive(old)
    reader = workspace.install_app(giselle, ["channels:read"])
    assert refusal(schedule, seconds=60, channel=others.id) == "not_in_channel"
    assert refusal(schedule, seconds=60, channel=old.id) == "is_archived"
    assert refusal(schedule, seconds=60, token=reader) == "missing_scope"
    with pytest.warns(UserWarning, match="text"):
        assert refusal(schedule, seconds=60, text="  ") == "no_text"


def test_thirty_messages_fit_into_five_minutes_of_a_channel(
    schedule: Schedule, refusal: Callable[..., str], workspace: Workspace
) -> None:
    workspace.limits.off()
    for number in range(30):
        schedule(1200 + number)
    assert refusal(schedule, seconds=1200) == "restricted_too_many"
    schedule(1800)


def test_what_waits_is_listed_by_place_and_time(
    slack: WebClient,
    workspace: Workspace,
    schedule: Schedule,
    clock: SteppedClock,
    refusal: Callable[..., str],
    general: Conversation,
) -> None:
    random = workspace.find_conversation("random")
    answer = schedule(120, "later")
    schedule(60, "sooner")
    schedule(90, "elsewhere", channel=random.id)
    assert waiting(slack) == ["sooner", "elsewhere", "later"]
    assert waiting(slack, channel=random.id) == ["elsewhere"]
    assert waiting(slack, oldest=str(int(clock() + 61))) == ["elsewhere", "later"]
    assert waiting(slack, latest=str(int(clock() + 90))) == ["sooner", "elsewhere"]
    assert refusal(slack.chat_scheduledMessages_list, channel="C0NO") == "invalid_channel"
    [later] = slack.chat_scheduledMessages_list(oldest=str(answer["post_at"]))["scheduled_messages"]
    assert later == {
        "id": answer["scheduled_message_id"],
        "channel_id": general.id,
        "post_at": answer["post_at"],
        "date_created": int(clock()),
        "text": "later",
    }


def test_the_list_is_paged(slack: WebClient, schedule: Schedule) -> None:
    for number in range(5):
        schedule(60 + number, str(number))
    pages = slack.chat_scheduledMessages_list(limit=2)
    found = [[message["text"] for message in page["scheduled_messages"]] for page in pages]
    assert found == [["0", "1"], ["2", "3"], ["4"]]


def test_each_person_sees_and_deletes_their_own_alone(
    slack: WebClient,
    workspace: Workspace,
    schedule: Schedule,
    general: Conversation,
    refusal: Callable[..., str],
) -> None:
    theirs = workspace.install_app(workspace.find_person("Kevin"))
    answer = schedule(600, token=theirs)
    assert waiting(slack) == []
    assert waiting(slack, token=theirs) == ["Lunch!"]
    which = {"channel": general.id, "scheduled_message_id": answer["scheduled_message_id"]}
    delete = slack.chat_deleteScheduledMessage
    assert refusal(delete, **which) == "invalid_scheduled_message_id"
    delete(token=theirs, **which)
    assert waiting(slack, token=theirs) == []


def test_a_renewed_link_still_has_what_was_scheduled(
    slack: WebClient, workspace: Workspace, schedule: Schedule, token: str
) -> None:
    schedule(600)
    workspace.revoke(token)
    renewed = workspace.install_app(workspace.find_person("Giselle"))
    assert waiting(slack, token=renewed) == ["Lunch!"]


def test_it_can_be_deleted_until_a_minute_before(
    slack: WebClient,
    workspace: Workspace,
    schedule: Schedule,
    general: Conversation,
    clock: SteppedClock,
    refusal: Callable[..., str],
) -> None:
    first, second = schedule(120), schedule(180)

    def delete(answer: Any, channel: str = general.id) -> Any:
        return slack.chat_deleteScheduledMessage(
            channel=channel, scheduled_message_id=answer["scheduled_message_id"]
        )

    random = workspace.find_conversation("random").id
    unknown = "invalid_scheduled_message_id"
    assert refusal(delete, answer=first, channel=random) == unknown
    assert refusal(delete, answer=first, channel="C0NO") == "channel_not_found"
    clock.step(60)
    assert refusal(delete, answer=first) == unknown
    delete(second)
    assert refusal(delete, answer=second) == unknown
    clock.step(60)
    workspace.post_due()
    assert refusal(delete, answer=first) == unknown
    assert len(workspace.messages(general)) == 1


@pytest.mark.parametrize("trouble", ["archived", "left", "gone", "thread", "metadata"])
def test_what_can_no_longer_be_posted_is_dropped(
    slack: WebClient,
    workspace: Workspace,
    schedule: Schedule,
    general: Conversation,
    clock: SteppedClock,
    trouble: str,
) -> None:
    parent = workspace.post(workspace.find_person("Kevin"), general, "Lunch?").ts
    giselle = workspace.find_person("Giselle")
    metadata = {"event_type": "earshot", "event_payload": {"k": "1"}}
    more = {"thread": {"thread_ts": parent}, "metadata": {"metadata": metadata}}
    schedule(600, **more.get(trouble, {}))
    match trouble:
        case "archived":
            workspace.archive(general)
        case "left":
            workspace.leave(giselle, general)
        case "gone":
            workspace.deactivate(giselle)
        case "thread":
            workspace.delete(general, parent)
    before = len(workspace.messages(general))
    clock.step(600)
    assert workspace.post_due() == 0
    assert len(workspace.messages(general)) == before
    assert workspace.scheduled() == []


def test_a_fresh_start_forgets_what_was_scheduled(
    workspace: Workspace, schedule: Schedule, general: Conversation, clock: SteppedClock
) -> None:
    schedule(60)
    workspace.reset()
    clock.step(60)
    workspace.post_due()
    assert workspace.messages(general) == []


def test_on_a_stack_the_thread_that_delivers_events_posts_it(
    workspace: Workspace, schedule: Schedule, clock: SteppedClock
) -> None:
    arrived = Arrivals()
    outlet = EventOutlet(workspace, arrived, clock)
    with OutletThread(outlet):
        schedule(60)
        clock.step(60)
        schedule(61)
        assert arrived.wait()


class Arrivals:
    """A transport that tells when something came."""

    def __init__(self) -> None:
        self._come = threading.Event()

    def __call__(self, _headers: object, _body: bytes) -> int:
        self._come.set()
        return 200

    def wait(self) -> bool:
        return self._come.wait(600)
