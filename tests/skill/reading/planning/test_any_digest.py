"""Whatever was said where, a digest is short, whole in its words, and has no markup or ids."""

import re

from hypothesis import given, strategies as st

from skill.reading.planning.digest.overview import MOST_TOLD, closer, overview
from skill.reading.planning.digest.shortening import shortened
from skill.rendering.cutting import MAX_CHARACTERS
from skill.speech.phrases import Phrases
from skill.speech.ssml import to_ssml
from tests.skill.reading.planning.new import CONVERSATIONS, LISTENER, PEOPLE, news
from tests.skill.rendering.any_text import check, spaced, texts

PHRASES = Phrases("en-US")
authors = st.sampled_from([*PEOPLE, "U0ABCDEF1", "B1"])
lines = st.lists(st.tuples(authors, texts | spaced | st.text()), min_size=1, max_size=12)
numbers = st.integers(0, 11)
likes = st.lists(st.tuples(numbers, st.sampled_from(["+1", "-1", "tada"]), authors), max_size=8)
everything = st.builds(
    lambda place, said, calls, liked, more, begins: news(
        place, *said, calls=calls, likes=liked, more=more, begins=begins
    ),
    st.sampled_from(
        [conversation.id for conversation in CONVERSATIONS] + ["C0ABCDEF1", "D0ABCDEF1"]
    ),
    lines,
    st.lists(numbers, max_size=3),
    likes,
    st.booleans(),
    st.integers(0, 9),
)
prose = st.lists(
    st.from_regex(r"[a-z]{1,12}[.,;!?]?", fullmatch=True), min_size=1, max_size=60
).map(" ".join)


@given(st.lists(everything, min_size=1, max_size=8, unique_by=lambda one: one.conversation_id))
def test_an_overview_is_short_clean_and_the_same_in_any_order(given_news):
    digest = overview(given_news, LISTENER, is_all=True)
    check(PHRASES.words(digest.said))
    assert len(to_ssml(PHRASES.words(digest.said))) <= MAX_CHARACTERS
    assert 1 <= len(digest.told) <= MOST_TOLD
    assert overview(given_news[::-1], LISTENER, is_all=True) == digest
    importance = [conversation.importance for conversation in digest.told]
    assert importance == sorted(importance)
    left = [
        conversation.importance for conversation in given_news if conversation not in digest.told
    ]
    assert all(rank > importance[-1] for rank in left)


@given(everything)
def test_one_conversation_is_short_and_clean(given_news):
    text = PHRASES.words(closer(given_news, LISTENER).said)
    check(text)
    assert len(to_ssml(text)) <= MAX_CHARACTERS


@given(prose, st.integers(1, 120))
def test_no_word_is_ever_cut(words, most):
    short = shortened(words, most, PHRASES)
    if short == words:
        return
    assert len(words) > most
    if short == "something long":
        assert len(words.split()[0].rstrip(".,;!?")) >= most - 1
        return
    assert len(short) <= most
    kept = short.removesuffix("…")
    assert words.startswith(kept)
    behind = words[len(kept) :]
    assert re.match(r"[\s,;]", behind), (kept, behind)


@given(st.text(), st.integers(1, 80))
def test_any_text_is_shortened_to_its_beginning(words, most):
    short = shortened(words, most, PHRASES)
    if short not in {words, "something long"}:
        assert words.startswith(short.removesuffix("…"))
        assert len(short) <= most


def test_a_sentence_is_a_better_end_than_a_clause_and_that_better_than_a_word():
    sentences = "It is red. Nobody knows why, and nobody asks."
    assert shortened(sentences, 25, PHRASES) == "It is red."
    assert shortened("It is red, nobody knows why", 20, PHRASES) == "It is red…"
    assert shortened("nobody knows why it is red", 20, PHRASES) == "nobody knows why it…"
    assert shortened("赤いです。誰も知りません。", 8, PHRASES) == "赤いです。"
    assert shortened("x" * 30, 20, PHRASES) == "something long"
