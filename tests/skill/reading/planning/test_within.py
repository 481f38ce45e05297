"""What narrows what is asked for."""

import json

from hypothesis import given, strategies as st

from postbox.inbox.message import InboxMessage
from skill.reading.planning.scope import Of, Scope
from skill.reading.planning.within import Within, folded
from skill.speech.phrases import Phrases

TS = ("1790000100.000000", "1790000200.000000", "1790000300.000000")


def message(ts: str, text: str = "The builds are green", place: str = "C1") -> InboxMessage:
    return InboxMessage("T1", place, ts, "U2", None, text, "channel")


def test_a_message_fits_what_is_given_and_nothing_else_is_asked_of_it():
    between = Within(since=TS[1], until=TS[2])
    assert [between.takes(message(ts)) for ts in TS] == [False, True, False]
    assert [Within(place=place).takes(message(TS[0])) for place in ("C1", "C2")] == [True, False]


def test_a_subject_is_found_in_other_forms_of_its_words():
    for said, fits in {
        "the build": True, "building": True, "greenhouses": False, "the bill": False, "GREEN": True,
        "the ramp": False,
    }.items():  # fmt: skip
        within = Within(subject=folded(said, ["the"]), about=said)
        assert (said, within.takes(message(TS[0]))) == (said, fits)


def test_as_many_of_its_words_as_are_asked_for_have_to_be_there():
    for least, fits in ((1, True), (2, True), (3, False)):
        within = Within(subject=("build", "green", "ramp"), least=least)
        assert within.takes(message(TS[0])) is fits


def test_a_subject_of_nothing_but_small_words_is_looked_for_as_it_is():
    assert folded("the", ["the"]) == ("the",)


def test_it_is_said_in_words():
    phrases = Phrases("en-US")
    within = Within("C4", "design", TS[0], when="since noon", subject=("build",), about="the build")
    assert within.said(phrases) == "in design about the build since noon"
    assert within.said(phrases, with_place=False) == "about the build since noon"
    assert Within().said(phrases) == ""


TEXT = st.text(max_size=5)


@given(st.builds(Within, TEXT, TEXT, TEXT, TEXT, TEXT, st.tuples(TEXT), TEXT, st.integers(1, 9)))
def test_a_session_remembers_it(within):
    scope = Scope(Of.PERSON, "U2", "Kevin", within)
    assert Scope.from_plain(json.loads(json.dumps(scope.plain()))) == scope
    assert not scope.whole.within
