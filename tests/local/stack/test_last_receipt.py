"""What the page says of a message that was spoken: every state in words."""

import pytest

from local.stack.last_receipt import in_words
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import DeliveryState, FailureReason, Receipt


def receipt(
    state: DeliveryState, attempts: int = 1, reason: FailureReason | None = None
) -> Receipt:
    return Receipt(
        command_id="a command",
        kind=CommandKind.SEND_MESSAGE,
        link_id="a link",
        conversation_id="C1",
        conversation_name="general",
        spoken_at=1.0,
        state=state,
        attempts=attempts,
        reason=reason,
    )


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (receipt(DeliveryState.QUEUED, 0), "on its way (general)"),
        (receipt(DeliveryState.CONFIRMED), "Slack has it (general)"),
        (receipt(DeliveryState.CLAIMED, 3), "being posted (general, attempt 3)"),
        (
            receipt(DeliveryState.FAILED, 2, FailureReason.TOO_OLD),
            "not sent (general, attempt 2, too old)",
        ),
    ],
)
def test_a_receipt_is_told_in_words(of, words):
    assert in_words(of) == words


def test_every_state_has_words():
    told = {in_words(receipt(state)) for state in DeliveryState}
    assert len(told) == len(DeliveryState)
