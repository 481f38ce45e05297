"""Everything unheard stays unheard, nothing is heard twice, and Slack's marks are what was spoken.

Under random arrivals, edits, deletions, events that are lost, late or told again, readings cut at
any point, answers that the device rejects and a table that fails.
"""

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.delivery.flaky import Trouble
from tests.reading.heard_world import OTHERS, PLACES, HeardWorld

TABLE_CALLS = 12
ASKED = (
    "ask slack for replies",
    "ask slack what's new",
    "ask slack to read general",
    "ask slack to read random",
    "ask slack what did kevin say",
    "ask slack for mentions",
)
INSIDE = ("yes", "next", "skip", "repeat", "previous", "stop", "no", "what's new")


class Reading(RuleBasedStateMachine):
    """Others write, things go wrong, the speaker hears; what must be true is true throughout."""

    def __init__(self) -> None:
        super().__init__()
        self.world = HeardWorld()

    def teardown(self) -> None:
        try:
            self.world.hear_everything()
            self.nothing_was_heard_twice()
            self.check_that_all_was_heard()
        finally:
            self.world.close()

    @rule(
        person=st.sampled_from(OTHERS),
        place=st.sampled_from(PLACES),
        many=st.sampled_from([1, 1, 2, 3, 8]),
        mentions=st.sampled_from([False, False, False, True]),
    )
    def somebody_writes(self, person: str, place: str, many: int, mentions: bool) -> None:
        for _ in range(many):
            self.world.write(person, place, mentions=mentions)

    @rule(person=st.sampled_from(OTHERS))
    def somebody_answers_in_the_thread(self, person: str) -> None:
        self.world.answer_in_thread(person)

    @rule(back=st.integers(0, 9))
    def somebody_edits(self, back: int) -> None:
        self.world.edit(back)

    @rule(back=st.integers(0, 9))
    def somebody_deletes(self, back: int) -> None:
        self.world.delete(back)

    @rule(place=st.sampled_from(PLACES))
    def the_speaker_writes_elsewhere(self, place: str) -> None:
        self.world.speaker_writes(place)

    @rule()
    def the_speaker_sends(self) -> None:
        self.world.speaker_sends()

    @rule(utterance=st.sampled_from(ASKED))
    def the_speaker_asks(self, utterance: str) -> None:
        if self.world.echo.session_open:
            self.world.echo.say("stop")
        self.world.say(utterance)

    @precondition(lambda self: self.world.echo.session_open)
    @rule(utterance=st.sampled_from(INSIDE))
    def the_speaker_goes_on(self, utterance: str) -> None:
        self.world.say(utterance)

    @precondition(lambda self: self.world.echo.session_open)
    @rule()
    def the_speaker_keeps_it_unread(self) -> None:
        self.world.keep_unread()

    @rule(really=st.sampled_from([False, False, True]))
    def the_speaker_marks_all_as_read(self, really: bool) -> None:
        if really:
            self.world.mark_all_read()

    @rule()
    def the_device_rejects_the_next_answer(self) -> None:
        self.world.rejects_next = True

    @rule(nth=st.integers(1, TABLE_CALLS), trouble=st.sampled_from(Trouble))
    def the_table_fails(self, nth: int, trouble: Trouble) -> None:
        self.world.fail_table(nth, trouble)

    @rule()
    def events_are_lost(self) -> None:
        self.world.events_are_lost()

    @rule()
    def events_arrive(self) -> None:
        self.world.events_arrive()

    @rule()
    def events_come_again(self) -> None:
        self.world.events_come_again()

    @rule(seconds=st.sampled_from([20, 90, 700]))
    def an_event_is_late(self, seconds: int) -> None:
        self.world.next_event_is_late(seconds)

    @rule(seconds=st.sampled_from([1, 70, 400, 4000]))
    def time_passes(self, seconds: int) -> None:
        self.world.pass_time(seconds)

    @invariant()
    def nothing_was_heard_twice(self) -> None:
        twice = [message for message in self.world.written.values() if message.spoken > 1]
        assert not twice, twice

    @invariant()
    def slack_has_nothing_as_read_that_nobody_spoke(self) -> None:
        for message in self.world.written.values():
            if message.is_answer or message.deleted or message.seen or message.spoken:
                continue
            mark, posts = (
                self.world.slack_mark(message.place),
                self.world.moved_by_posts(message.place),
            )
            assert mark < message.ts or posts >= message.ts, message

    def check_that_all_was_heard(self) -> None:
        for message in self.world.written.values():
            if not message.deleted and not message.seen:
                assert message.spoken == 1, message
        for place in PLACES:
            there = [
                message
                for message in self.world.written.values()
                if message.place == place and not message.is_answer and not message.deleted
            ]
            if there and not any(message.seen for message in there):
                assert self.world.slack_mark(place) >= max(message.ts for message in there), place


@pytest.mark.model
@pytest.mark.timeout(3600)
def test_everything_is_heard_once_whatever_happens():
    few = settings.default.max_examples // 10
    run_state_machine_as_test(
        Reading, settings=settings(settings.default, max_examples=few, stateful_step_count=16)
    )
