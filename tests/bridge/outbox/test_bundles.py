"""In which order the records of a batch are worked on: messages first, then what is waited for."""

from hypothesis import given, strategies as st

from bridge.outbox.batches.bundles import bundles
from postbox.outbox.commands import AddReaction, MarkRead, SendMessage
from postbox.store.codec import to_json

ADDRESS = {
    "link_id": "L", "team_id": "T", "conversation_id": "C", "conversation_name": "general",
    "spoken_at": 1.0, "locale": "en-US",
}  # fmt: skip
BODIES = {
    "message": to_json(SendMessage(id="message", text="hi", **ADDRESS)),
    "reaction": to_json(AddReaction(id="reaction", ts="1.0", emoji="tada", **ADDRESS)),
    "mark": to_json(MarkRead(id="mark", ts="1.0", **ADDRESS)),
    "unreadable": "{",
}
RANK = {"message": 0, "unreadable": 0, "reaction": 1, "mark": 2}


def record(at: int, kind: str) -> dict:
    attributes = {"MessageGroupId": f"group {at}", "ApproximateReceiveCount": "1"}
    return {"messageId": f"{at} {kind}", "body": BODIES[kind], "attributes": attributes}


@given(st.lists(st.sampled_from(sorted(BODIES)), max_size=10))
def test_messages_come_first_and_marks_last_each_in_the_order_they_came(kinds):
    worked_on = [
        queued.record["messageId"]
        for bundle in bundles(record(at, kind) for at, kind in enumerate(kinds))
        for queued in bundle
    ]
    assert worked_on == [
        f"{at} {kind}" for at, kind in sorted(enumerate(kinds), key=lambda pair: RANK[pair[1]])
    ]
