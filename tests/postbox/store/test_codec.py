"""Messages survive the way through a record, field by field."""

import json
from dataclasses import fields

import pytest
from hypothesis import given, strategies as st

from postbox.inbox.message import Attention, InboxMessage, Watch
from postbox.inbox.read_state import Answer, Position, Used
from postbox.links.link import Link
from postbox.outbox.commands import OutboundAction, SendMessage
from postbox.outbox.notices import Notice
from postbox.outbox.receipt import Receipt
from postbox.outbox.schedules import Scheduled
from postbox.store.codec import from_json, from_record, to_json, to_record
from postbox.store.errors import MalformedRecord

KINDS = [
    SendMessage,
    OutboundAction,
    Receipt,
    Scheduled,
    Receipt,
    Notice,
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
    required = [each.name for each in fields(message) if _is_required(each)]
    name = data.draw(st.sampled_from(required))
    del record[name]
    with pytest.raises(MalformedRecord, match=name):
        from_record(type(message), record)


def _is_required(field) -> bool:
    return field.default is field.default_factory


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", [None, 0, 2, "1", True])
def test_an_unknown_version_is_refused(kind, version):
    if version is True:
        version = "one"
    with pytest.raises(MalformedRecord, match="version"):
        from_record(kind, {"version": version})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", 5),
        ("text", None),
        ("spoken_at", "soon"),
        ("spoken_at", None),
        ("thread_ts", 1.5),
        ("id", ["a"]),
    ],
)
def test_a_field_of_another_type_is_named(name, value):
    message = SendMessage("i", "l", "T", "C", "general", "hello", 1.5, "en-US")
    with pytest.raises(MalformedRecord, match=name):
        from_record(SendMessage, {**to_record(message), name: value})


def test_an_unknown_state_is_refused():
    receipt = Receipt("i", "l", "C", "general", 1.0, "queued")  # type: ignore[arg-type]
    with pytest.raises(MalformedRecord, match="state"):
        from_record(Receipt, {**to_record(receipt), "state": "lost"})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"text"', "\x00"])
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(MalformedRecord):
        from_json(SendMessage, text)


def test_an_outbound_message_never_holds_a_token():
    names = {field.name for field in fields(SendMessage)}
    assert not {name for name in names if "token" in name or "secret" in name}


def test_json_keeps_text_of_any_script_readable():
    message = SendMessage("i", "l", "T", "C", "general", "שלום & <b> 🎉", 1.5, "en-US")
    assert json.loads(to_json(message))["text"] == "שלום & <b> 🎉"
