"""What of a phrase is a time, and what is text."""

from types import SimpleNamespace

import pytest
from hypothesis import given, strategies as st

from skill.composing.timing import Timed, explicit, implied, time_alone
from skill.understanding.carrier import Carrier
from skill.understanding.times.splitting import TimeSplitter
from tests.skill.understanding.workspace import ids, understanding

UNDERSTANDING = understanding()
DESK = SimpleNamespace(
    request=SimpleNamespace(locale="en-US"),
    understand=UNDERSTANDING.understand,
)
"""Of a desk, what taking phrases apart asks for."""
SPLITTER = TimeSplitter("en-US")


def scheduled(phrase: str, carrier: Carrier = Carrier.TEXT) -> Timed | None:
    return explicit(phrase, carrier, DESK)


def sent(phrase: str, carrier: Carrier = Carrier.TEXT) -> Timed | None:
    return implied(phrase, carrier, UNDERSTANDING.understand(phrase, carrier), DESK)


@pytest.mark.parametrize(
    ("phrase", "text", "to"),
    [
        ("lunch is ready to general at five", "lunch is ready", ["C1"]),
        ("lunch is ready at five to general", "lunch is ready", ["C1"]),
        ("lunch is ready at five", "lunch is ready", []),
        ("lunch is ready for noon", "lunch is ready", []),
        ("happy birthday to kevin park for tomorrow morning", "happy birthday", ["U1"]),
        ("a message to general at five saying we are live", "we are live", ["C1"]),
        ("a message to kevin park for nine saying see you at ten", "see you at ten", ["U1"]),
        ("five send lunch is ready to general", "lunch is ready", ["C1"]),
        ("ten minutes tell kevin park that we start", "we start", ["U1"]),
        ("tomorrow morning post no standup to general", "no standup", ["C1"]),
        ("i'll be there at five to random at four", "i'll be there at five", ["C2"]),
    ],
)
def test_where_it_is_said_that_there_is_a_time_it_is_taken_out(phrase, text, to):
    found = scheduled(phrase)
    assert found is not None
    assert (found.understood.text, ids(found.understood)) == (text, to)


@pytest.mark.parametrize(
    ("phrase", "text", "to"),
    [
        ("general at five to stretch", "Stretch", ["C1"]),
        ("kevin park in ten minutes that standup starts", "standup starts", ["U1"]),
        ("general to stretch at five", "Stretch", ["C1"]),
    ],
)
def test_whom_to_remind_comes_first(phrase, text, to):
    found = scheduled(phrase, Carrier.RECIPIENT)
    assert found is not None
    assert (found.understood.text, ids(found.understood)) == (text, to)


@pytest.mark.parametrize(
    ("phrase", "carrier", "text", "to", "now"),
    [
        ("lunch is ready to general at five", Carrier.TEXT, "lunch is ready", ["C1"], ""),
        ("lunch is ready to general in ten minutes", Carrier.TEXT, "lunch is ready", ["C1"], ""),
        ("kevin park at five that lunch is ready", Carrier.RECIPIENT, "lunch is ready", ["U1"], ""),
        (
            "the kettle is on at five",
            Carrier.TEXT,
            "the kettle is on",
            [],
            "the kettle is on at five",
        ),
        (
            "kevin park happy birthday old man tomorrow morning",
            Carrier.RECIPIENT,
            "happy birthday old man",
            ["U1"],
            "happy birthday old man tomorrow morning",
        ),
    ],
)
def test_elsewhere_it_may_be_a_time(phrase, carrier, text, to, now):
    found = sent(phrase, carrier)
    assert found is not None
    assert (found.understood.text, ids(found.understood), found.now_text) == (text, to, now)


@pytest.mark.parametrize(
    "phrase",
    [
        "i'll be there at five",
        "I'll be there in ten minutes",
        "see you tomorrow",
        "see you tomorrow morning",
        "lunch at noon",
        "standup in ten minutes",
        "the meeting is at five",
        "the demo is tomorrow morning",
        "i'm leaving in half an hour",
        "the train arrives at nine thirty",
        "let's meet on monday at nine",
        "can you call me at five",
        "are you free tomorrow evening",
        "i arrived at five",
        "we shipped it this morning",
        "the office is closed on friday",
        "the build is broken today",
        "i'm out tomorrow",
        "the release is moved to monday at nine",
        "lunch is at one to general",
        "be there or be square at five to random",
        "i'm going to general motors at five",
        "hello",
    ],
)
def test_a_time_that_a_text_asks_for_is_text(phrase):
    assert sent(phrase) is None


@pytest.mark.parametrize(
    "phrase", ["kevin park i'll be there at five", "kevin park the demo is at noon"]
)
def test_so_it_is_behind_a_recipient(phrase):
    assert sent(phrase, Carrier.RECIPIENT) is None


WORDS = st.sampled_from(
    [
        *["lunch", "is", "ready", "kettle", "on", "the", "at", "five", "in", "ten", "minutes"],
        *["to", "general", "kevin", "park", "that", "saying", "tomorrow", "morning", "for", "noon"],
        *["send", "tell", "monday", "half", "past", "hello", "i'll", "be", "there", "and"],
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join), st.sampled_from(Carrier))
def test_no_word_is_lost_but_those_of_one_time_and_those_that_lead_to_it(phrase, carrier):
    """What is left is the phrase without one stretch of it."""
    for found in (scheduled(phrase, carrier), sent(phrase, carrier)):
        if found is None:
            continue
        left = found.understood.phrase.split()
        said = phrase.split()
        gap = len(said) - len(left)
        assert gap > 0
        assert any(said[:at] + said[at + gap :] == left for at in range(len(left) + 1))
        if found.now_text:
            assert found.now_text in phrase
            assert found.now_text.startswith(found.understood.text)


@given(st.lists(WORDS, min_size=1, max_size=10).map(" ".join))
def test_a_phrase_that_names_no_time_is_never_one(phrase):
    if not any(word in phrase for word in ("five", "ten", "tomorrow", "monday", "noon", "half")):
        assert scheduled(phrase) is None
        assert sent(phrase) is None


@pytest.mark.parametrize(
    "words",
    [
        "at five",
        "five",
        "for five",
        "ten minutes",
        "in ten minutes",
        "tomorrow",
        "monday at nine",
        "noon please",
        "five thirty",
    ],
)
def test_words_that_are_all_time(words):
    assert time_alone(words, DESK) is not None


@pytest.mark.parametrize("words", ["", "lunch", "five people", "at the door", "kevin at five"])
def test_words_that_are_not(words):
    assert time_alone(words, DESK) is None
