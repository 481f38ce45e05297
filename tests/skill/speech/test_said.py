"""What an answer says is structure; it becomes SSML once, at the edge."""

import json
from xml.etree import ElementTree

from hypothesis import given, strategies as st

from skill.speech.phrases import Phrases
from skill.speech.said import (
    Begun,
    Said,
    Sentence,
    all_of,
    at_rate,
    from_plain,
    one_after_another,
    one_of,
    say,
    sentence,
    to_plain,
    without_repeats,
)

PHRASES = Phrases("en-US")
TEXTS = st.text(max_size=20)
VALUES = st.one_of(
    TEXTS,
    st.lists(TEXTS, max_size=4).map(all_of),
    st.lists(TEXTS, max_size=4).map(one_of),
    st.integers(0, 99),
    TEXTS.map(lambda text: sentence("a_thread_about", words=text)),
    st.integers(0, 99).map(lambda count: Begun(sentence("so_many_others", count=count))),
    st.lists(TEXTS.map(lambda text: sentence("as_is", text=text)), max_size=4).map(
        one_after_another
    ),
    st.lists(TEXTS, max_size=3).map(
        lambda texts: tuple(sentence("as_is", text=text) for text in texts)
    ),
)
ONE = st.builds(
    lambda value, rate: Sentence("sent", (("conversation", value),), rate),
    VALUES,
    st.sampled_from([70, 100, 130]),
)
SAID = st.lists(ONE, max_size=4).map(tuple)


def plain(text: str) -> Said:
    return say("as_is", text=text)


@given(SAID)
def test_any_answer_becomes_well_formed_ssml(said: Said):
    ElementTree.fromstring(f"<speak>{PHRASES.ssml(said)}</speak>")


@given(SAID)
def test_any_answer_comes_back_from_a_session(said: Said):
    assert from_plain(json.loads(json.dumps(to_plain(said)))) == said


def test_lists_are_joined_by_the_language():
    names = ["ops", "general", "random"]
    assert PHRASES.ssml(say("sent", conversation=all_of(names))) == (
        "Sent to ops, general and random."
    )
    assert PHRASES.ssml(say("which", names=one_of(names))).endswith("ops, general or random?")


def test_amounts_and_beginnings_are_words_at_the_edge():
    new = sentence("so_many_from", count=3, author=all_of(["Ana", sentence("one_other")]))
    assert PHRASES.ssml(say("a_sentence", what=Begun(new))) == "Three from Ana and one other."
    assert PHRASES.words(one_after_another(["a", "b", "c"])) == "a, b, c"


def test_a_sentence_may_be_filled_in_with_another():
    reason = sentence("reason_archived")
    assert PHRASES.ssml(say("not_sent", conversation="ops", reason=reason)) == (
        "Your message to ops was not sent: the channel is archived."
    )


def test_a_sentence_may_be_filled_in_with_several():
    texts = tuple(sentence("as_is", text=text) for text in ("one", "two?", "three"))
    assert PHRASES.ssml(say("says", author="Kevin", text=texts)) == "Kevin says: one. two? three"


def test_only_what_the_locale_has_can_be_said():
    assert PHRASES.can_say(say("sent", conversation="ops"))
    for plain in (
        [["no_such_key", {}, 100]],
        [["sent", {}, 100]],
        [["sent", {"conversation": [["no_such_key", {}, 100]]}, 100]],
        [[["sent"], {}, 100]],
    ):
        assert not PHRASES.can_say(from_plain(plain))


def test_what_has_no_end_is_given_one_before_what_follows():
    assert PHRASES.ssml((*plain("Kevin says: hi"), *plain("a < b"))) == "Kevin says: hi. a &lt; b"
    assert PHRASES.ssml((*plain("a > b"), *plain("Next"))) == "a &gt; b. Next"


def test_sentences_of_one_rate_are_paced_together():
    slow = at_rate((*plain("One."), *plain("Two.")), 80)
    assert PHRASES.ssml((*slow, *plain("Three."))) == (
        '<prosody rate="80%">One. Two.</prosody> Three.'
    )


def test_nothing_said_is_no_ssml():
    assert PHRASES.ssml(()) == ""


def test_the_same_sentence_is_said_once():
    sent, other = say("sent", conversation="ops"), say("sent", conversation="general")
    assert without_repeats([sent, other, sent, ()]) == (*sent, *other)
