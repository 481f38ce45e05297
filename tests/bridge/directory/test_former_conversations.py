"""What is remembered of channels that ended or have another name."""

from bridge.directory.former_conversations import (
    MOST_FORMER,
    MOST_FORMER_NAMES,
    REMEMBERED_SECONDS,
    former_of,
    relisted,
    with_former_name,
)
from postbox.directory.entries import Conversation, Directory, FormerConversation

NOW = 1_790_000_000.0
GENERAL = Conversation("C1", "general", "channel")
DIRECT = Conversation("D1", "", "im", ("U2",))


def test_of_a_direct_message_nothing_is_remembered():
    assert former_of(DIRECT, NOW) == {}
    assert former_of(GENERAL, NOW) == {"C1": FormerConversation("C1", "general", "channel", NOW)}


def test_the_last_few_names_are_remembered_the_newest_first():
    channel = GENERAL
    for number in range(5):
        channel = with_former_name(channel, f"name-{number}")
    assert channel.former_names == ("name-3", "name-2", "name-1")
    assert len(channel.former_names) == MOST_FORMER_NAMES
    again = with_former_name(channel, "name-2")
    assert again.former_names == ("name-4", "name-3", "name-1")
    assert with_former_name(again, "name-2") == again


def test_what_a_listing_has_no_more_has_ended_and_what_comes_back_has_not():
    before = Directory.of([], [GENERAL, DIRECT])
    after = relisted(before, [DIRECT], NOW)
    assert set(after.conversations) == {"D1"}
    assert set(after.former) == {"C1"}
    back = relisted(after, [GENERAL, DIRECT], NOW + 5)
    assert back.conversations == before.conversations
    assert back.former == {}


def test_a_listing_tells_of_another_name():
    main = Conversation("C1", "main", "channel")
    after = relisted(Directory.of([], [GENERAL]), [main], NOW)
    assert after.conversations["C1"] == Conversation("C1", "main", "channel", (), ("general",))
    assert relisted(after, [main], NOW).conversations == after.conversations


def test_ended_channels_are_forgotten_after_half_a_year_and_there_are_never_too_many():
    old = FormerConversation("C1", "old", "channel", NOW - REMEMBERED_SECONDS)
    former = [FormerConversation(f"C{n:05}", f"n{n}", "channel", NOW - n) for n in range(6_000)]
    after = relisted(Directory.of([], [], [old, *former]), [], NOW)
    assert len(after.former) == MOST_FORMER
    assert list(after.former)[:2] == ["C00000", "C00001"]
    assert "C1" not in after.former
