"""No call to Slack is begun that the Lambda might not live to hear the answer of."""

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState
from tests.delivery.actions.conftest import Scene
from tests.delivery.observed import queued, texts


def test_a_slow_first_call_leaves_the_second_one_to_the_next_attempt(scene: Scene):
    bea, slow = scene.workspace.add_person("Bea Ruiz"), []

    def opening_takes_a_while(_change) -> None:
        if not slow:
            slow.append(scene.clock.step(7))

    scene.workspace.subscribe(opening_takes_a_while)
    later = float(int(scene.clock()) + 600)
    action = scene.action(
        CommandKind.SCHEDULE_MESSAGE, conversation_id=bea.id, text="hi", post_at=later
    )
    scene.queue(action)
    scene.world.settle()
    assert scene.calls("chat.scheduleMessage") == 0
    scene.world.advance(5)
    action_receipt = scene.receipt(action)
    assert (action_receipt.state, action_receipt.attempts, action_receipt.maybe_done_since) == (
        DeliveryState.CONFIRMED,
        2,
        None,
    )
    assert (scene.calls("conversations.open"), scene.calls("chat.scheduleMessage")) == (1, 1)
    assert scene.calls("chat.scheduledMessages.list") == 0


def test_slow_actions_of_a_batch_come_again_and_messages_go_first(scene: Scene):
    ts = scene.post()
    seen = []

    def every_reaction_takes_a_while(change) -> None:
        seen.append(change.kind)
        if change.kind == "reaction":
            scene.clock.step(3)

    scene.workspace.subscribe(every_reaction_takes_a_while)
    for emoji in ("tada", "wave", "eyes", "fire"):
        scene.queue(scene.action(CommandKind.ADD_REACTION, ts=ts, emoji=emoji))
    scene.say("on time")
    scene.world.settle()
    assert seen.index("message") < seen.index("reaction")
    assert texts(scene.world)[-1] == "on time"
    assert len(dict(scene.message(ts).reactions)) < 4
    scene.world.advance(5)
    assert len(dict(scene.message(ts).reactions)) == 4
    assert queued(scene.world) == 0
