"""There is a sentence for each way in which each thing can end badly."""

import pytest

from postbox.outbox.action_kind import ActionKind
from postbox.outbox.receipt import DeliveryState, FailureReason, Notice
from skill.outbox.reasons import bad_news
from skill.speech.phrases import Phrases

ASKED = set(ActionKind) - {ActionKind.MARK, ActionKind.MARK_BACK, ActionKind.FILL}


@pytest.mark.parametrize("action", [None, *sorted(ASKED)])
@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.DOUBTFUL])
@pytest.mark.parametrize("place", ["C1", "D1", "U1"])
def test_it_is_told_with_its_place(action, state, place):
    for reason in FailureReason:
        notice = Notice("m1", "personal", place, "R & D", 1.5, "", state, reason, action=action)
        sentence = bad_news(notice, Phrases("en-US"))
        assert "R &amp; D" in sentence
        assert "{" not in sentence
