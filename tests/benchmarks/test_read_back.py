"""Where a question is right is told by the workspace's names and the benchmark's own lists."""

from dataclasses import replace

import pytest

from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.made.read_back import with_questions
from benchmarks.understanding.made.truth import Truth, truth

CHANNEL, PERSON = "C9", "U9"
NOBODY = Case("any", "send it", DEFAULT, ("C0",), "")
SOMEBODY = Case("any", "tell them", CERTAIN, (PERSON,), "")
SOMEWHERE = replace(SOMEBODY, recipients=(CHANNEL,))


@pytest.fixture(scope="module")
def names() -> Truth:
    return truth()


def is_enough(case: Case, text: str, names: Truth) -> bool:
    return with_questions(replace(case, text=text), names, frozenset({CHANNEL})).is_enough


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        # Kevin and #general are of the workspace.
        ("the prize went to kevin", False),
        ("kevin is late", False),
        ("i sat beside the general", False),
        ("we waited for kevin in the yard", False),
        ("nobody saw kevin leave", True),
        ("the mill is closed", True),
        ("will you be there", True),
        ("it may be over", True),
    ],
)
def test_names_at_edges_and_behind_prepositions_may_be_asked_about(text, enough, names):
    assert is_enough(NOBODY, text, names) is enough
    assert is_enough(SOMEBODY, text, names)


@pytest.mark.parametrize(
    "text",
    ["the alarm code has changed", "he is in hospital", "i love you", "her salary is paid"],
)
def test_tact_is_for_what_others_read(text, names):
    assert not is_enough(NOBODY, text, names)
    assert not is_enough(SOMEWHERE, text, names)
    assert is_enough(SOMEBODY, text, names)


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("the ferry is blue i mean green", False),
        ("the answer is no", False),
        ("in ten minutes we start", False),
        ("in twenty five minutes we start", False),
        ("tomorrow the mill is closed", False),
        ("we start in ten minutes", True),
        ("in the end we won", True),
        ("no news yet", True),
    ],
)
def test_corrections_and_times_in_front_may_be_asked_about_by_whomever_they_are_heard(
    text, enough, names
):
    assert is_enough(SOMEBODY, text, names) is enough


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("they have replied", False),
        ("the gate is open", False),
        ("we will come down", False),
        ("we lost the race", False),
        ("who has the attic key", False),
        ("the mill is closed", True),
        ("they replied to all", True),
        ("we lost", True),
        ("i gave her a lift in the rain after work", True),
    ],
)
def test_a_name_behind_what_asks_for_one_may_be_asked_about(text, enough, names):
    behind = replace(SOMEBODY, phrase=f"send {text} to kevin park")
    assert is_enough(behind, text, names) is enough
    assert is_enough(replace(SOMEBODY, phrase=f"tell kevin park {text}"), text, names)


@pytest.mark.parametrize("wanted", [DOUBTFUL, UNKNOWN])
def test_what_is_no_answer_stays_as_it_is(wanted, names):
    case = replace(NOBODY, wanted=wanted, text="the prize went to kevin")
    assert with_questions(case, names, frozenset()) == case
