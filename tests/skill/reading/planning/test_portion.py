"""How much one answer tells, and that all answers together tell everything once."""

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given, strategies as st

from postbox.inbox.read_state import MessageOffset
from skill.reading.planning.portion import LITTLE_MESSAGES, MOST_MESSAGES, little, portion
from skill.reading.planning.unheard import Waiting
from skill.speech.ssml import to_ssml
from tests.skill.reading.planning.telling_of import as_text, group, lines, ts, waiting

LONG = "All of this is one sentence. " * 150


def test_little_is_told_in_one_breath_across_conversations():
    groups = [group(waiting("one"), waiting("two")), group(waiting("three", "U3", "D1"))]
    told = little(groups, lines(names_places=True), frozenset())
    assert told is not None
    assert as_text(told.lines) == "Kevin says in general: one. two. Ana says: three"


def test_much_is_not_told_in_one_breath():
    maker = lines()
    many = [waiting(f"{number}") for number in range(LITTLE_MESSAGES + 1)]
    assert little([group(*many)], maker, frozenset()) is None
    assert little([group(waiting("word " * 90), waiting("word " * 90))], maker, frozenset()) is None
    assert little([group(waiting(LONG))], maker, frozenset()) is None
    assert little([group(waiting("hi"))] * 4, maker, frozenset()) is None
    assert little([group(waiting("hi"), more=True)], maker, frozenset()) is None


def test_one_message_of_some_length_is_told_at_once():
    assert little([group(waiting("word " * 200))], lines(), frozenset())


def test_a_message_of_which_a_part_was_told_is_not_begun_anew():
    one = waiting("hi")
    assert little([group(one)], lines(), frozenset({one.ts})) is None


def test_a_long_message_waits_for_an_answer_of_its_own():
    short, long = waiting("short", at=ts(2)), waiting(LONG, at=ts(1))
    told = portion(group(short, long), lines(here="C1"), {})
    assert told.spoken == (short,)
    assert told.partly is None
    then = portion(group(long), lines(here="C1"), {})
    assert then.partly == long
    assert then.spoken == ()
    assert then.lines[0].text.endswith("sentence.")


def test_an_edit_between_two_parts_begins_anew_and_says_so():
    long = waiting(LONG)
    first = portion(group(long), lines(here="C1"), {})
    assert first.step is not None
    known = {long.ts: first.step.after}
    edited = Waiting(replace(long.message, text="Never mind.", edited_ts=ts()))
    told = portion(group(edited), lines(here="C1"), known)
    assert told.spoken == (edited,)
    assert as_text(told.lines) == (
        "Kevin has edited that message, so from the beginning: Never mind."
    )
    assert told.step is not None
    assert told.step.after.said == 0


def test_other_words_for_the_same_message_begin_anew():
    long = waiting(LONG)
    known = {long.ts: MessageOffset("C1", long.ts, None, 500, "other words")}
    told = portion(group(long), lines(here="C1"), known)
    assert told.lines[0].text.startswith("All of this")


texts = st.text(max_size=100) | st.integers(1, 300).map(lambda n: "Some <words> here. " * n)


@given(st.lists(texts, min_size=1, max_size=8))
def test_answers_one_after_the_other_tell_everything_once_and_in_order(texts):
    left = [waiting(text, at=ts(number=number)) for number, text in enumerate(texts)]
    wanted, heard = list(left), []
    offsets: dict[str, MessageOffset] = {}
    parts: dict[str, str] = {}
    for _ in range(1000):
        if not left:
            break
        told = portion(group(*left), lines(here="C1"), offsets)
        said = as_text(told.lines)
        ElementTree.fromstring(f"<speak>{to_ssml(said)}</speak>")
        assert len(to_ssml(said)) < 6000
        assert len(told.spoken) <= MOST_MESSAGES
        assert told.spoken or told.partly
        of = [*told.spoken, *filter(None, [told.partly])]
        for one, line in zip(of, told.lines, strict=True):
            parts[one.ts] = f"{parts.get(one.ts, '')} {line.text}"
        if told.step:
            offsets[told.step.after.ts] = told.step.after
        offsets = {key: offset for key, offset in offsets.items() if offset.said}
        heard += told.spoken
        left = left[len(told.spoken) :]
    assert heard == wanted
    whole = lines(here="C1")
    for one in wanted:
        assert parts[one.ts].split() == whole.line(one).text.split()
