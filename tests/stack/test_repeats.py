"""What comes twice at a deployed function's door happens once."""

import time
import uuid

import pytest

from local.stack.start import RunningStack
from local.workspace import parse_fault
from local.world.aws.event_source import record_of
from postbox.links.stores.links import PERSONAL
from postbox.outbox.commands import SendMessage
from postbox.store.codec import to_json
from tests.patience import eventually
from tests.stack.asking import direct_message, send_event, texts

pytestmark = pytest.mark.stack


def posts(stack: RunningStack, text: str) -> int:
    stack.room.settle()
    return texts(stack, "#general").count(text)


def test_the_same_alexa_request_twice_is_one_post(stack: RunningStack):
    request = stack.room.say("tell slack to send the oven is on")["request"]
    assert eventually(lambda: posts(stack, "the oven is on") == 1)
    again = stack.deployment.invoke("skill", request)
    assert "Sent to general." in again["response"]["outputSpeech"]["ssml"]
    assert posts(stack, "the oven is on") == 1


def test_the_same_alexa_request_twice_while_slack_is_busy_is_one_post(stack: RunningStack):
    request = stack.room.say("tell slack to send the oven is on")["request"]
    assert eventually(lambda: posts(stack, "the oven is on") == 1)
    request["request"]["requestId"] += ".while-busy"
    stack.workspace.faults.add(parse_fault("429 for 3 s"))
    answer = stack.deployment.invoke("skill", request)
    assert "On its way to general." in answer["response"]["outputSpeech"]["ssml"]
    stack.deployment.invoke("skill", request)
    assert eventually(lambda: posts(stack, "the oven is on") == 2)
    assert posts(stack, "the oven is on") == 2


def test_the_same_record_twice_is_one_post(stack: RunningStack):
    workspace = stack.workspace
    message = SendMessage(
        id=str(uuid.uuid4()),
        link_id=PERSONAL,
        team_id=workspace.team_id,
        conversation_id=workspace.find_conversation("#general").id,
        conversation_name="general",
        text="made by hand & <sent> 🎉",
        spoken_at=time.time(),
        locale="en-US",
    )
    record = record_of(
        {
            "MessageId": str(uuid.uuid4()),
            "ReceiptHandle": "of nobody's queue",
            "Body": to_json(message),
            "Attributes": {"MessageGroupId": message.group},
        }
    )
    for _ in range(2):
        assert stack.deployment.invoke("post", {"Records": [record]}) == {"batchItemFailures": []}
    assert posts(stack, "made by hand &amp; &lt;sent&gt; 🎉") == 1
    again = record | {"messageId": str(uuid.uuid4())}
    both = stack.deployment.invoke("post", {"Records": [record, again]})
    assert both == {"batchItemFailures": []}
    assert posts(stack, "made by hand &amp; &lt;sent&gt; 🎉") == 1


def test_the_same_event_three_times_under_two_ids_is_one_reply(stack: RunningStack):
    ts = f"{time.time():.6f}"
    for event_id in ("Ev0FIRST", "Ev0FIRST", "Ev0SECOND"):
        answer = send_event(stack, direct_message(stack, "Are you there?", ts, event_id))
        assert answer.status_code == 200
    assert stack.room.say("ask slack for replies")["heard"] == "Kevin says: Are you there?"
    assert stack.room.say("ask slack for replies")["heard"] == "No new replies."
