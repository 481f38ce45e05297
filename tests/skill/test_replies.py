"""What is read at once, in what words, and what that uses up."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from mailbox.directory import Conversation, Directory, Person
from mailbox.inbound import Attention, AttentionReason, InboxMessage
from skill.reading.names import SpokenNames
from skill.reading.replies import MAX_MESSAGES, Reading, place_of, plan
from skill.speech.phrases import Phrases

PHRASES = Phrases("en-US")
NAMES = SpokenNames(
    Directory.of(
        [Person("U2", "Kevin Park"), Person("U3", "Ana Lima")],
        [Conversation("C1", "general", "channel"), Conversation("C2", "ops", "channel")],
    )
)


def read(*messages: InboxMessage) -> Reading:
    wanted = [_attention(message) for message in messages]
    places = map(place_of, wanted)
    return plan(wanted, dict(zip(places, messages, strict=True)), NAMES, PHRASES)


def message(text: str, author: str = "U2", conversation: str = "C1", **changes) -> InboxMessage:
    ts = f"1790000000.{next(_COUNTER):06d}"
    return InboxMessage("T1", conversation, ts, author, None, text, "channel", **changes)


_COUNTER = iter(range(1_000_000))


def _attention(message: InboxMessage) -> Attention:
    ts, place = message.ts, message.conversation_id
    return Attention("personal", "T1", place, ts, AttentionReason.REPLY)


def test_one_reply_is_said_with_its_author():
    assert read(message("Break a leg!")).speech == "Kevin says: Break a leg!"


def test_an_author_is_named_once_for_messages_in_a_row():
    reading = read(message("one"), message("two!"), message("three"), message("four", "U3"))
    assert reading.speech == "Kevin says: one. two! three. Ana says: four"


def test_places_are_named_when_there_are_several():
    reading = read(message("one"), message("two", "U3", "C2"))
    assert reading.speech == "Kevin says in general: one. Ana says in ops: two"


def test_what_somebody_does_is_told_as_that():
    assert read(message("waves", subtype="me_message")).speech == "Kevin waves"


def test_files_are_named():
    shared = message("", content='{"user": "U2", "files": [{"title": "plan.pdf"}]}')
    assert read(shared).speech == "Kevin says: a PDF: plan"


def test_a_message_without_anything_to_say_is_told_as_that():
    assert read(message("")).speech == "Kevin says: a message without words"


def test_strangers_and_bots_have_a_name_too():
    bot = InboxMessage("T1", "C1", "1.5", "B1", "deploy bot", "done", "channel")
    assert read(bot).speech == "deploy bot says: done"
    assert read(message("hi", "U9")).speech == "Somebody says: hi"


def test_markup_in_a_message_is_escaped():
    assert read(message("a &lt;b&gt; &amp; c")).speech == "Kevin says: a &lt;b&gt; &amp; c"


def test_a_deleted_message_is_used_up_without_a_word():
    reading = read(message("gone", deleted=True), message("here"))
    assert reading.speech == "Kevin says: here"
    assert len(reading.used) == 2


def test_a_long_message_ends_with_where_the_rest_is():
    reading = read(message("word " * 3000))
    assert reading.speech.endswith("word … The rest is in Slack.")
    assert len(reading.speech) < 6500


def test_many_messages_are_read_in_parts():
    reading = read(*[message(f"number {n}") for n in range(MAX_MESSAGES + 5)])
    assert len(reading.used) == MAX_MESSAGES
    assert reading.more


texts = st.text(max_size=200) | st.integers(1, 3000).map(lambda n: "&amp; " * n)
messages = st.builds(
    message,
    texts,
    st.sampled_from(["U2", "U3", "U9"]),
    st.sampled_from(["C1", "C2"]),
    deleted=st.booleans(),
)


@given(st.lists(messages, max_size=30))
def test_what_is_used_up_is_the_beginning_of_what_was_unheard_and_more_tells_of_the_rest(found):
    wanted = [_attention(each) for each in found]
    reading = read(*found)
    assert [each.ts for each in reading.used] == [each.ts for each in wanted[: len(reading.used)]]
    assert reading.more == (len(reading.used) < len(wanted))
    assert bool(reading.used) == bool(wanted)


@given(st.lists(messages, max_size=30))
def test_an_answer_is_always_well_formed_and_short_enough_for_alexa(found):
    speech = read(*found).speech
    ElementTree.fromstring(f"<speak>{speech}</speak>")
    assert len(speech) < 8000


@pytest.mark.parametrize("count", [1, 2, 7])
def test_reading_again_and_again_reads_everything_once(count):
    found = [message(f"{number} " * 900) for number in range(count)]
    left, heard = list(found), []
    while left:
        used = len(read(*left).used)
        heard += left[:used]
        left = left[used:]
    assert heard == found
