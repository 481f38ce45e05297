"""In what words messages are told."""

from dataclasses import replace

import pytest

from postbox.inbox.message import AttentionReason
from skill.reading.planning import lines as making
from skill.reading.planning.lines import Lines
from skill.reading.planning.portion import may_be_cut, portion
from skill.reading.planning.unheard import Waiting
from skill.speech.ssml import to_ssml
from tests.skill.reading.planning.telling_of import LISTENER, as_text, group, lines, ts, waiting

REPLY = AttentionReason.REPLY


def told(*found: Waiting, by: Lines | None = None) -> str:
    maker = by or lines(here="C1")
    return as_text([maker.line(message) for message in found])


def test_an_author_is_named_once_for_messages_in_a_row():
    found = [waiting("one"), waiting("two!"), waiting("three"), waiting("four", "U3")]
    assert told(*found) == "Kevin says: one. two! three. Ana says: four"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (waiting("hi", place="C2"), "Kevin says in dev ops: hi"),
        (waiting("hi", place="C2", reason=REPLY), "Kevin says: hi"),
        (waiting("hi", "U3", "D1"), "Ana says: hi"),
        (waiting("hi", "U3", "G1"), "Ana says in the group with Kevin, Ana: hi"),
        (waiting("hi", place="C9"), "Kevin says in that conversation: hi"),
        (waiting("hi", place="C1"), "Kevin says: hi"),
        (waiting("waves", place="C2", subtype="me_message"), "In dev ops, Kevin waves"),
        (waiting("hi", "U9"), "Somebody says: hi"),
        (waiting(""), "Kevin says: a message without words"),
        (waiting("a &lt; b &amp; c"), "Kevin says: a < b & c"),
    ],
)
def test_where_it_was_is_said_where_it_is_not_plain(found, expected):
    assert told(found) == expected


def test_places_are_named_when_there_are_several():
    found = [waiting("one", reason=REPLY), waiting("two", "U3", "C2", REPLY)]
    said = told(*found, by=lines(names_places=True))
    assert said == "Kevin says in general: one. Ana says in dev ops: two"


def test_a_thread_is_named_by_its_first_words():
    parent = waiting("Who takes the night shift on Friday evening, and who cooks?").message
    answer = waiting("I can", thread_ts=parent.ts, at=ts(number=1))
    about = "the thread about Who takes the night shift on Friday"
    assert told(answer, by=lines(parent, here="C1")) == f"Kevin says in {about}: I can"
    assert told(answer, by=lines(parent)) == f"Kevin says in {about} in general: I can"
    gone = replace(parent, deleted=True)
    assert told(answer, by=lines(gone, here="C1")) == "Kevin says in a thread: I can"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (1, "Kevin says: hi"),
        (13, "Kevin said yesterday: hi"),
        (2 * 24, "Kevin said on Wednesday: hi"),
        (10 * 24, "Kevin said on November 10: hi"),
    ],
)
def test_the_day_is_said_where_it_is_not_today(hours, expected):
    assert told(waiting("hi", at=ts(hours))) == expected


def test_a_day_is_said_once_until_it_changes():
    found = [
        waiting("one", at=ts(40)),
        waiting("two", "U3", at=ts(39)),
        waiting("three", at=ts(15)),
        waiting("four", "U3", at=ts(1)),
    ]
    assert told(*found) == (
        "Kevin said on Wednesday: one. Ana says: two. "
        "Kevin said yesterday: three. Ana said today: four"
    )


def test_without_a_time_zone_it_is_said_how_long_ago_it_was():
    maker = replace(lines(here="C1"), listener=replace(LISTENER, zone=None))
    assert told(waiting("hi", at=ts(20)), by=maker) == "Kevin says: hi"
    assert told(waiting("hi", at=ts(72)), by=maker) == "Kevin said three days ago: hi"


def test_an_edit_is_told_where_others_may_have_read_it_as_it_was():
    at = ts(1)
    soon, late = f"{float(at) + 20:.6f}", f"{float(at) + 600:.6f}"
    assert told(waiting("hi", at=at, edited_ts=soon)) == "Kevin says: hi"
    assert told(waiting("hi", at=at, edited_ts=late)) == "Kevin says: edited: hi"


def test_what_somebody_does_on_another_day_is_told_with_it():
    acts = waiting("waves", at=ts(13), subtype="me_message")
    assert told(acts) == "Yesterday, Kevin waves"


def test_another_language_is_spoken_as_that_and_the_sender_is_not():
    found = waiting("Wir treffen uns um drei")
    german = replace(found, message=replace(found.message, language="de"))
    spoken = to_ssml(told(german))
    assert spoken == 'Kevin says: <lang xml:lang="de-DE">Wir treffen uns um drei</lang>'


def test_a_direct_message_without_its_kind_is_said_to_be_in_no_place():
    found = waiting("hi", "U3", "D1")
    assert told(replace(found, message=replace(found.message, kind="channel"))) == "Ana says: hi"


def test_what_an_answer_asks_for_more_than_once_is_put_into_words_once(monkeypatch):
    put_into_words = []
    real = making.told
    monkeypatch.setattr(making, "told", lambda *given: put_into_words.append(given) or real(*given))
    found, maker = [waiting("one", at=ts(2)), waiting("two", at=ts(1))], lines(here="C1")
    assert not any(may_be_cut(message, maker) for message in found)
    assert as_text(portion(group(*found), maker, {}).lines) == "Kevin says: one. two"
    assert len(put_into_words) == 2
