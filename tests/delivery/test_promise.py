"""The promise, under random interleavings of everything that can go wrong.

Every accepted message is in Slack exactly once and in the order spoken, or its speaker is told; and
what was said of it was true at that moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from local.world.aws.moto_cloud import MotoCloud, moto_cloud
from local.world.clock import SteppedClock
from postbox.outbox.receipt import DeliveryState
from skill.outbox.sending import Taken
from tests.delivery.flaky import Trouble
from tests.delivery.promised_world import PLACES, SPEAKERS, PromisedWorld

FAULTS = [
    "429",
    "429 for 20 s",
    "resets",
    "html",
    "500",
    "503 twice",
    "drops the answer",
    "drops the answer twice",
    "half an answer",
    "html after storing",
    "500 after storing",
    "internal_error",
    "fatal_error",
    "is_archived",
    "not_in_channel",
    "team_added_to_org",
    "duplicate_message_not_found",
    "something_new",
]
TABLE_CALLS = 9
names = st.sampled_from(SPEAKERS)
places = st.sampled_from(PLACES)
START = 1_790_000_000.0


class Promise(RuleBasedStateMachine):
    """Speakers speak, things go wrong, time passes; the promise holds throughout."""

    cloud: ClassVar[MotoCloud]
    clock: ClassVar[SteppedClock]

    def __init__(self) -> None:
        super().__init__()
        self.world = PromisedWorld(self.clock, self.cloud)

    def teardown(self) -> None:
        try:
            self.world.come_to_rest()
            self.check_the_promise()
        finally:
            self.world.close()

    @rule(said=st.lists(st.tuples(names, places), min_size=1, max_size=3))
    def speak(self, said: list[tuple[str, str]]) -> None:
        for name, place in said:
            self.world.speak(name, place)

    @rule(fault=st.sampled_from(FAULTS))
    def slack_fails(self, fault: str) -> None:
        self.world.fail_slack(fault)

    @rule(fault=st.sampled_from(["500", "html", "429", "resets"]))
    def reading_back_fails(self, fault: str) -> None:
        self.world.fail_slack(fault, "conversations.history")

    @rule(fault=st.sampled_from(["429", "500", "resets", "drops the answer", "user_disabled"]))
    def opening_fails(self, fault: str) -> None:
        self.world.fail_slack(fault, "conversations.open")

    @rule(nth=st.integers(1, TABLE_CALLS), trouble=st.sampled_from(Trouble))
    def the_table_fails(self, nth: int, trouble: Trouble) -> None:
        self.world.fail_table(nth, trouble)

    @rule(nth=st.integers(1, TABLE_CALLS), after=st.booleans())
    def a_worker_dies(self, nth: int, after: bool) -> None:
        self.world.kill_worker(nth, after=after)

    @rule(back=st.integers(0, 5))
    def a_record_is_delivered_again(self, back: int) -> None:
        self.world.redeliver(back)

    @rule(seconds=st.sampled_from([1, 5, 20, 70, 200]))
    def time_passes(self, seconds: int) -> None:
        self.world.pass_time(seconds)

    @rule(name=names)
    def a_token_is_revoked(self, name: str) -> None:
        self.world.revoke(name)

    @rule(name=names)
    def a_link_is_made_anew(self, name: str) -> None:
        self.world.link(name)
        self.world.look_after(name)

    @invariant()
    def nothing_is_there_twice(self) -> None:
        for place in PLACES:
            texts = self.world.texts(place)
            assert len(set(texts)) == len(texts), texts

    @invariant()
    def sent_was_true(self) -> None:
        for spoken in self.world.spoken:
            receipt = spoken.handover.receipt
            if receipt and receipt.state is DeliveryState.CONFIRMED and receipt.ts:
                assert spoken.was_there

    def check_the_promise(self) -> None:
        told = {notice.command_id for name in SPEAKERS for notice in self.world.untold(name)}
        for spoken in self.world.spoken:
            message, receipt = spoken.message, self.world.receipt(spoken.message)
            assert receipt is not None
            there = self.world.count(message)
            if spoken.handover.taken is Taken.NO:
                assert (there, receipt.state) == (0, DeliveryState.WITHDRAWN)
            elif receipt.state is DeliveryState.CONFIRMED:
                assert there == (1 if receipt.ts else there)
            else:
                assert receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}
                assert message.id in told
                assert there == 0 or receipt.state is DeliveryState.DOUBTFUL
        self.check_the_order()
        assert self.world.audited() == []

    def check_the_order(self) -> None:
        for name in SPEAKERS:
            for place in PLACES:
                spoken = [
                    utterance.message.text
                    for utterance in self.world.spoken
                    if (utterance.message.link_id, utterance.message.conversation_name)
                    == (name, place)
                ]
                there = [text for text in self.world.texts(place) if text in spoken]
                assert there == [text for text in spoken if text in there]


@contextmanager
def one_cloud() -> Iterator[None]:
    Promise.clock = SteppedClock(START)
    with moto_cloud(Promise.clock) as Promise.cloud:
        yield


@pytest.mark.model
@pytest.mark.timeout(3600)
def test_the_promise_holds_whatever_happens():
    with one_cloud():
        run_state_machine_as_test(
            Promise,
            settings=settings(
                settings.default,
                max_examples=settings.default.max_examples // 2,
                stateful_step_count=14,
            ),
        )
