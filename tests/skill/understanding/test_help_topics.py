"""Which of the things that can be done help tells of."""

import pytest

from skill.intents.session.help import SENTENCES
from skill.understanding.help.topics import AT_ONCE, all_topics, topics_for

LOCALE = "en-US"


def test_there_are_thirty_things_and_each_has_its_sentence():
    assert len(all_topics(LOCALE)) >= 30
    assert set(SENTENCES) == set(all_topics(LOCALE))


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("reply", "reply"),
        ("take something back", "unsend"),
        ("schedule a message", "schedule"),
        ("react to a message", "react"),
        ("hear older messages", "earlier"),
        ("forward something", "forward"),
        ("make you speak slower", "pace"),
    ],
)
def test_what_is_asked_for_is_told(words, topic):
    assert topic in topics_for(words, "", (), LOCALE)


@pytest.mark.parametrize(
    ("did", "topic"),
    [
        ("ReadRepliesIntent", "reply"),
        ("SendMessageIntent", "status"),
        ("ScheduleIntent", "scheduled"),
    ],
)
def test_what_fits_what_was_done_last_comes_first(did, topic):
    fitting = [topic for told in _all_in_turn(did) for topic in told]
    assert fitting.index(topic) < len(fitting) / 2


def test_all_are_told_in_turn_three_at_a_time_and_then_again():
    told = [topic for few in _all_in_turn("") for topic in few]
    assert sorted(told) == sorted(all_topics(LOCALE))
    assert topics_for("", "", tuple(told), LOCALE) == topics_for("", "", (), LOCALE)


def _all_in_turn(did):
    told: list[str] = []
    while left := set(all_topics(LOCALE)) - set(told):
        few = topics_for("", did, tuple(told), LOCALE)
        assert 0 < len(few) <= min(AT_ONCE, len(left))
        told += few
        yield few
