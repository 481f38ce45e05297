"""What each of Slack's events means for the inbox."""

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from bridge.slack.payloads.changes import Arrived, Deleted, Edited, LinksEnded, Redrawn
from bridge.slack.payloads.events import NotAnEvent, read
from postbox.inbox.message import InboxMessage
from postbox.links.link import Link, LinkState
from postbox.store.codec import from_record, to_record


def envelope(**event: Any) -> dict[str, Any]:
    return {
        "type": "event_callback",
        "team_id": "T1",
        "api_app_id": "A1",
        "event_id": "Ev1",
        "event_time": 1790000000,
        "authorizations": [{"team_id": "T1", "user_id": "U1", "is_bot": False}],
        "event": event,
    }


def link(user_id: str, linked_at: float | None = None) -> Link:
    state = LinkState.ACTIVE
    return Link("l", "T1", user_id, "name", state, None, "general", linked_at=linked_at)


def message(**changes: Any) -> dict[str, Any]:
    event = {
        "type": "message",
        "channel": "C1",
        "channel_type": "channel",
        "user": "U2",
        "text": "hi",
        "ts": "1790000000.000100",
    }
    return envelope(**(event | changes))


def arrived(**changes: Any) -> Arrived:
    change = read(message(**changes))
    assert isinstance(change, Arrived)
    return change


def test_a_message_is_kept_with_its_author_and_place():
    change = arrived()
    kept = change.message
    assert (kept.team_id, kept.conversation_id, kept.ts) == ("T1", "C1", "1790000000.000100")
    assert (kept.author_id, kept.text, kept.kind) == ("U2", "hi", "channel")
    assert change.authorized == {"U1"}


@pytest.mark.parametrize(
    "subtype", [None, "file_share", "thread_broadcast", "me_message", "bot_message", "brand_new"]
)
def test_what_people_see_as_a_message_is_one(subtype):
    assert arrived(subtype=subtype).message.subtype == subtype


@pytest.mark.parametrize(
    "subtype",
    [
        "channel_join",
        "channel_topic",
        "group_archive",
        "channel_convert_to_private",
        "channel_posting_permissions",
        "pinned_item",
        "reminder_add",
        "tombstone",
        "message_replied",
    ],
)
def test_what_a_channel_says_of_itself_is_not_spoken(subtype):
    assert read(message(subtype=subtype)) is None


def test_hidden_messages_are_not_spoken():
    assert read(message(hidden=True)) is None


def test_a_person_who_posts_through_an_app_is_that_person():
    change = arrived(bot_id="B1", app_id="A1", bot_profile={"name": "Earshot"})
    assert (change.message.author_id, change.message.author_name) == ("U2", None)


def test_a_bot_without_an_account_has_the_name_it_goes_by():
    named = arrived(user=None, bot_id="B1", username="deploy bot", subtype="bot_message")
    profiled = arrived(user=None, bot_id="B1", bot_profile={"name": "CI"})
    assert (named.message.author_id, named.message.author_name) == ("B1", "deploy bot")
    assert profiled.message.author_name == "CI"


def test_a_message_of_attachments_only_has_their_fallbacks_as_text():
    change = arrived(text="", attachments=[{"fallback": "Build failed"}, {"title": "#42"}, {}])
    assert change.message.text == "Build failed\n#42"


def test_what_can_be_spoken_of_a_message_is_kept():
    files = [{"title": "Plan", "mimetype": "application/pdf", "url_private": "https://x/y"}]
    blocks = [{"type": "header", "text": {"type": "plain_text", "text": "Deploy"}}]
    message = arrived(files=files, blocks=blocks, bot_profile={"name": "CI", "icons": {}}).message
    kept = json.loads(message.content)
    assert "text" not in kept
    assert kept["files"] == [{"title": "Plan", "mimetype": "application/pdf"}]
    assert kept["blocks"] == blocks
    assert kept["bot_profile"] == {"name": "CI"}


def test_of_a_message_too_large_to_be_kept_the_text_is_and_that_there_is_more():
    message = arrived(blocks=[{"type": "header", "text": "x" * 200_000}]).message
    assert json.loads(message.content) == {"user": "U2", "_left_out": True}
    assert message.text == "hi"


def test_of_very_many_blocks_the_first_ones_are_kept():
    blocks = [{"type": "header", "text": {"text": f"{n} {'x' * 1000}"}} for n in range(500)]
    kept = json.loads(arrived(blocks=blocks).message.content)
    assert kept["blocks"] == blocks[: len(kept["blocks"])]
    assert len(kept["blocks"]) > 80
    assert kept["_left_out"] is True


@pytest.mark.parametrize("name", ["elements", "rows", "fields"])
def test_of_one_very_large_block_the_beginning_is_kept(name):
    inner = [{"type": "text", "text": "x" * 1000}] * 500
    kept = json.loads(arrived(blocks=[{"type": "any", name: inner}]).message.content)
    assert 80 < len(kept["blocks"][0][name]) < 100
    assert kept["_left_out"] is True


def test_a_very_long_text_is_cut_within_no_character():
    message = arrived(text="\U0001f600" * 40_000).message
    assert set(message.text) == {"\U0001f600"}
    assert json.loads(message.content)["_left_out"] is True


json_text = st.text(st.characters(), max_size=40) | st.just("\ud83d") | st.just("x" * 300_000)


@given(
    st.dictionaries(
        st.sampled_from(["text", "username", "user", "bot_id", "thread_ts", "client_msg_id"]),
        json_text | st.integers() | st.floats() | st.just(10**400),
    ),
    st.dictionaries(
        st.sampled_from(["blocks", "attachments", "files"]),
        st.lists(st.fixed_dictionaries({"title": json_text, "fields": st.lists(json_text)})),
    ),
)
@settings(max_examples=60)
def test_whatever_a_message_holds_it_fits_into_an_item(small, lists):
    kept = arrived(**small, **lists).message
    item = to_record(kept)
    assert from_record(InboxMessage, item) == kept
    text = json.dumps(item, ensure_ascii=False)
    assert len(text.encode("utf-8", "surrogatepass")) < 350_000
    json.loads(kept.content)


def test_what_this_app_posted_is_known_by_the_app_and_not_by_a_bot_id():
    assert arrived(app_id="A1", bot_id="B1").message.by_this_app
    assert not arrived(app_id="A2", bot_id="B1").message.by_this_app
    assert not arrived(bot_id="B1").message.by_this_app


def test_an_answer_in_a_thread_names_who_began_it():
    change = arrived(thread_ts="1789999999.000000", parent_user_id="U1")
    assert (change.message.thread_ts, change.parent_user_id) == ("1789999999.000000", "U1")


@pytest.mark.parametrize(("channel", "kind"), [("D1", "im"), ("G1", "group"), ("C1", "channel")])
def test_without_a_channel_type_the_id_tells_the_kind(channel, kind):
    assert arrived(channel=channel, channel_type=None).message.kind == kind


def changed(new: str, old: str, *, seconds_later: int = 5, **fields: Any) -> Any:
    inner = {
        "user": "U2",
        "text": new,
        "ts": "1790000000.000100",
        "edited": {"user": "U2", "ts": f"{1790000000 + seconds_later}.000000"},
    }
    return read(
        message(
            subtype="message_changed",
            hidden=True,
            ts=f"{1790000000 + seconds_later}.000200",
            message=inner | fields,
            previous_message={**inner, "text": old},
        )
    )


def test_an_edit_brings_the_new_text():
    change = changed("new", "old")
    assert isinstance(change, Edited)
    assert change.arrived.message.text == "new"
    assert change.arrived.message.edited_ts == "1790000005.000000"
    assert not change.is_late


def test_an_edit_long_after_the_message_is_late():
    change = changed("new", "old", seconds_later=3600)
    assert isinstance(change, Edited)
    assert change.is_late


def test_a_preview_of_a_link_is_no_edit_but_shown_beside_the_text():
    change = changed("same", "same", attachments=[{"title": "GitHub"}])
    assert isinstance(change, Redrawn)
    assert "GitHub" in change.message.content
    assert changed("same", "same") is None


def test_a_parent_that_became_a_tombstone_is_deleted():
    change = changed("This message was deleted.", "hi", subtype="tombstone")
    assert isinstance(change, Deleted)
    assert change.message.ts == "1790000000.000100"


def test_a_deletion_marks_the_message():
    change = read(message(subtype="message_deleted", deleted_ts="1790000000.000100", ts="1.2"))
    assert isinstance(change, Deleted)
    assert change.message.deleted
    assert change.message.ts == "1790000000.000100"


def test_revoked_tokens_end_the_links_of_their_users():
    change = read(envelope(type="tokens_revoked", tokens={"oauth": ["U1"], "bot": ["U7"]}))
    assert change == LinksEnded("T1", frozenset({"U1"}), "token_revoked", 1790000000.0)
    assert change.ends(link("U1"))
    assert not change.ends(link("U2"))


def test_a_removed_app_ends_all_links_of_the_team():
    change = read(envelope(type="app_uninstalled", event_ts="1790000000.5"))
    assert change == LinksEnded("T1", None, "app_uninstalled", 1790000000.5)
    assert change.ends(link("U1"))


@pytest.mark.parametrize("event", [{"tokens": {"oauth": ["U1"]}}, {"type": "app_uninstalled"}])
@pytest.mark.parametrize(("linked_at", "ends"), [(1789999999.0, True), (1790000000.5, False)])
def test_a_token_that_came_after_the_event_goes_on(event, linked_at, ends):
    change = read(envelope(**({"type": "tokens_revoked"} | event)))
    assert isinstance(change, LinksEnded)
    assert change.ends(link("U1", linked_at)) is ends


def test_events_that_nobody_asked_for_change_nothing():
    assert read(envelope(type="pin_added", user="U1")) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


kinds = st.sampled_from(
    ["message", "user_change", "im_created", "channel_rename", "tokens_revoked"]
)
names = st.sampled_from([*message()["event"], "subtype", "message", "event_ts"])


@given(st.dictionaries(names, json_values | kinds))
def test_a_malformed_event_is_told_from_a_good_one_and_never_breaks_anything(fields):
    try:
        read(message(**fields))
    except NotAnEvent:
        return


@given(json_values.filter(lambda value: not isinstance(value, dict)))
def test_an_event_that_is_no_object_is_none(value):
    with pytest.raises(NotAnEvent):
        read({"event": value})
