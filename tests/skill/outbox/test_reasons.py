"""There is a sentence for each way in which each thing can end badly."""

import pytest

from postbox.outbox.commands import CommandKind
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import DeliveryState, FailureReason
from skill.outbox.reasons import bad_news
from skill.speech.phrases import Phrases

ASKED = set(CommandKind) - {
    CommandKind.MARK_READ,
    CommandKind.MARK_UNREAD,
    CommandKind.FETCH_MISSED,
}


@pytest.mark.parametrize("kind", [None, *sorted(ASKED)])
@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.DOUBTFUL])
@pytest.mark.parametrize("place", ["C1", "D1", "U1"])
def test_it_is_told_with_its_place(kind, state, place):
    for reason in FailureReason:
        notice = Notice(
            command_id="m1",
            kind=kind,
            link_id="personal",
            conversation_id=place,
            conversation_name="R & D",
            spoken_at=1.5,
            state=state,
            reason=reason,
        )
        sentence = Phrases("en-US").ssml(bad_news(notice))
        assert "R &amp; D" in sentence
        assert "{" not in sentence
