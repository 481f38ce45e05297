"""Where something was said lately."""

import pytest

from postbox.inbox.stores.activity import ActiveConversation, Activity
from postbox.store.errors import MailboxUnavailable
from postbox.store.table import Table


@pytest.fixture
def activity(table) -> Activity:
    return Activity(table)


def test_the_conversation_that_spoke_last_comes_first(activity):
    activity.said("T1", "C1", "1790000000.000100")
    activity.said("T1", "C2", "1790000100.000100")
    activity.said("T1", "C1", "1790000200.000100")
    activity.said("T2", "C9", "1790000200.000100")
    assert activity.since("T1", "1790000000.000000", 9) == [
        ActiveConversation("C1", 1790000160),
        ActiveConversation("C2", 1790000100),
    ]


def test_what_comes_late_does_not_move_a_conversation_back(activity):
    activity.said("T1", "C1", "1790000200.000100")
    activity.said("T1", "C1", "1790000000.000100")
    assert activity.since("T1", "0", 9) == [ActiveConversation("C1", 1790000160)]


def test_only_so_many_are_told_and_only_from_a_moment_on(activity):
    for number in range(5):
        activity.said("T1", f"C{number}", f"17900{number}0000.000100")
    assert [active.conversation_id for active in activity.since("T1", "0", 2)] == ["C4", "C3"]
    since = activity.since("T1", "1790030000.000000", 9)
    assert [active.conversation_id for active in since] == ["C4", "C3"]


def test_within_a_minute_nothing_is_written(activity, cloud):
    class OneMove:
        moves = 0

        def __getattr__(self, name):
            if name == "transact_write_items":
                self.moves += 1
            return getattr(cloud.client("dynamodb"), name)

    client = OneMove()
    counted = Activity(Table(client, "earshot-local"))
    for second in range(10, 30):
        counted.said("T1", "C1", f"17900000{second}.000100")
    assert client.moves == 1


def test_a_head_that_never_rests_is_told_of_as_trouble(cloud, table):
    class AlwaysFirst:
        """Another worker who moves the head before each of our writes."""

        seconds = 1_790_000_000

        def __getattr__(self, name):
            return getattr(cloud.client("dynamodb"), name)

        def transact_write_items(self, **request):
            self.seconds += 60
            Activity(table).said("T1", "C1", f"{self.seconds}.000000")
            return cloud.client("dynamodb").transact_write_items(**request)

    with pytest.raises(MailboxUnavailable):
        Activity(Table(AlwaysFirst(), "earshot-local")).said("T1", "C1", "1799999999.000000")
