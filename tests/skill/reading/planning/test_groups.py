"""What is new in numbers and names."""

import pytest

from postbox.inbox.message import AttentionReason
from skill.reading.planning.groups import NONE, Others, announced, described
from tests.skill.reading.planning.telling_of import LISTENER, group, waiting

MENTION = AttentionReason.MENTION
KEVINS = [waiting("hi"), waiting("ho")]
ANAS = [waiting("hi", "U3", "D1")]
CALLS = [waiting("hi", place="C2", reason=MENTION)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (group(*KEVINS), "two from Kevin in general"),
        (group(*ANAS), "one from Ana"),
        (group(*CALLS), "one mention in dev ops"),
        (group(*CALLS, *CALLS), "two mentions in dev ops"),
        (group(*KEVINS, waiting("me", "U3")), "three in general"),
        (group(*KEVINS, waiting("me", "U3", reason=MENTION)), "three in general with a mention"),
        (group(*KEVINS * 10), "20 from Kevin in general"),
        (group(*KEVINS * 16), "more than thirty from Kevin in general"),
        (group(*KEVINS, more=True), "at least two in general"),
        (group(waiting("hi", "U3", "G1")), "one from Ana in the group with Kevin, Ana"),
    ],
)
def test_a_conversation_in_numbers_and_names(found, expected):
    assert LISTENER.phrases.words(described(found, LISTENER)).removesuffix(" of you") == expected


@pytest.mark.parametrize(
    ("groups", "others", "expected"),
    [
        ([group(*KEVINS)], NONE, "New: two from Kevin in general"),
        (
            [group(*KEVINS), group(*ANAS)],
            NONE,
            "Three new: two from Kevin in general and one from Ana",
        ),
        (
            [group(*KEVINS), group(*ANAS), group(*CALLS)],
            NONE,
            "Four new: two from Kevin in general, one from Ana, one mention in dev ops",
        ),
        (
            [group(*KEVINS), group(*ANAS)],
            Others(1),
            "New: two from Kevin in general, one from Ana, and more in another conversation",
        ),
        ([group(*ANAS)], Others(4), "New: one from Ana, and more in four other conversations"),
        (
            [group(*ANAS)],
            Others(8, is_exact=False),
            "New: one from Ana, and more in other conversations",
        ),
        (
            [group(*ANAS), group(*KEVINS * 16)],
            NONE,
            "New: one from Ana and more than thirty from Kevin in general",
        ),
    ],
)
def test_what_is_new_is_counted_only_where_the_number_is_true(groups, others, expected):
    assert LISTENER.phrases.words(announced(groups, others, LISTENER)) == expected
