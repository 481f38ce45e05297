"""What has to wait keeps back what comes behind it in its group, and nothing else."""

from types import SimpleNamespace

from bridge.outbox.batches.batch import PostBatch
from postbox.outbox.commands import SendMessage
from postbox.store.codec import to_json


class Batch(PostBatch):
    """A batch of which the messages named wait; notes what was tried."""

    waiting: frozenset[str]
    tried: list[str]

    def _deliver(self, bundle, worker):
        del worker
        self.tried.append(bundle[0].id)
        return 5 if bundle[0].id in self.waiting else None


def record(name: str, group: str) -> dict:
    message = SendMessage(
        id=name, link_id="L", team_id="T", conversation_id=group, conversation_name=group,
        text="hi", spoken_at=1.0, locale="en-US",
    )  # fmt: skip
    attributes = {"MessageGroupId": group, "ApproximateReceiveCount": "1"}
    body = to_json(message)
    return {"messageId": name, "receiptHandle": name, "body": body, "attributes": attributes}


def test_a_message_that_waits_keeps_back_its_own_group_only():
    postponed: dict[str, int] = {}
    outbox = SimpleNamespace(postpone=postponed.__setitem__)
    services = SimpleNamespace(outbox=outbox, max_message_age=600.0)
    batch = Batch(services, None, None, frozenset({"a1"}), [])
    records = [record("a1", "A"), record("b1", "B"), record("a2", "A"), record("b2", "B")]
    assert batch.post(records, "worker") == ["a1", "a2"]
    assert batch.tried == ["a1", "b1", "b2"]
    assert set(postponed) == {"a1", "a2"}
    assert min(postponed.values()) >= 5
