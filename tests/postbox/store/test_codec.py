"""Messages survive the way through a record, field by field."""

import json
from dataclasses import fields, replace
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from postbox.inbox.message import Attention, InboxMessage
from postbox.inbox.read_state import Answer, Position, Used
from postbox.inbox.watch import Watch
from postbox.links.link import Link
from postbox.outbox.commands import Command, Mention, SendMessage
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import Receipt
from postbox.outbox.receipt_life import opened
from postbox.outbox.schedules import Scheduled
from postbox.store.codec import from_json, from_record, to_json, to_record
from postbox.store.errors import MalformedRecord, NewerRecord

KINDS = [
    *get_args(Command),
    Receipt,
    Notice,
    Scheduled,
    InboxMessage,
    Attention,
    Answer,
    Position,
    Used,
    Link,
    Watch,
]

# No moment is infinite or no number; and a NaN does not even equal itself.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

WORDS = st.text(max_size=5)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
SENTENCES = st.lists(PLAIN, max_size=3).map(tuple)
st.register_type_strategy(
    Answer, st.builds(Answer, said=SENTENCES, hint=SENTENCES, used=..., again=..., positions=...)
)

any_message = st.sampled_from(KINDS).flatmap(st.from_type)


@given(any_message)
def test_every_message_comes_back_from_its_record_as_it_was(message):
    assert from_record(type(message), to_record(message)) == message


@given(any_message)
def test_every_message_comes_back_from_json_as_it_was(message):
    assert from_json(type(message), to_json(message)) == message


@given(any_message)
def test_a_field_that_a_newer_writer_added_is_ignored(message):
    record = {**to_record(message), "added_later": 1}
    assert from_record(type(message), record) == message


@given(any_message, st.data())
def test_a_missing_required_field_is_named(message, data):
    record = to_record(message)
    required = [field.name for field in fields(message) if _is_required(field)]
    name = data.draw(st.sampled_from(required))
    del record[name]
    with pytest.raises(MalformedRecord, match=name):
        from_record(type(message), record)


def _is_required(field) -> bool:
    return field.default is field.default_factory


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", [None, 0, "1", "one", True, 1.5, float("nan")])
def test_what_is_of_no_version_is_refused(kind, version):
    with pytest.raises(MalformedRecord, match="version"):
        from_record(kind, {"version": version})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("further", [1, 7])
def test_a_newer_version_is_told_apart(kind, further):
    with pytest.raises(NewerRecord, match="version"):
        from_record(kind, {"version": kind.VERSION + further})


MESSAGE = SendMessage(
    id="i",
    link_id="l",
    team_id="T",
    conversation_id="C",
    conversation_name="general",
    spoken_at=1.5,
    locale="en-US",
    text="hello @Ana",
    mentions=(Mention(6, 10, "U1"),),
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 5),
        ("text", None),
        ("spoken_at", "soon"),
        ("spoken_at", None),
        ("spoken_at", True),
        ("spoken_at", float("inf")),
        ("spoken_at", Decimal("NaN")),
        ("spoken_at", Decimal("1e400")),
        ("thread_ts", 1.5),
        ("id", ["a"]),
        ("mentions", "U1"),
        ("mentions", ["6:10:U1"]),
        ("mentions", [{"start": 6, "end": 10}]),
        ("mentions", [{"start": 6.5, "end": 10, "user_id": "U1"}]),
        ("mentions", [{"start": 6, "end": 10, "user_id": 1}]),
    ],
)
def test_a_field_or_an_element_of_another_type_is_named(name, value):
    with pytest.raises(MalformedRecord, match=name):
        from_record(SendMessage, {**to_record(MESSAGE), name: value})


def test_what_a_record_holds_is_nested_and_no_text_within_text():
    record = json.loads(to_json(MESSAGE))
    assert record["mentions"] == [{"start": 6, "end": 10, "user_id": "U1"}]
    assert (record["version"], record["kind"]) == (2, "send_message")


def test_an_unknown_state_is_refused():
    receipt = to_record(opened(MESSAGE))
    with pytest.raises(MalformedRecord, match="state"):
        from_record(Receipt, {**receipt, "state": "lost"})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"text"', "\x00"])
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(MalformedRecord):
        from_json(SendMessage, text)


def test_json_keeps_text_of_any_script_readable():
    message = replace(MESSAGE, text="שלום & <b> 🎉")
    assert json.loads(to_json(message))["text"] == "שלום & <b> 🎉"
