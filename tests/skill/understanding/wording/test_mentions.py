"""People mentioned in a text: only when they are certain, and nobody but people."""

import pytest
from hypothesis import given, strategies as st

from postbox.directory.entries import Directory, Person
from postbox.outbox.commands import Mention
from skill.understanding.wording.mentions import Composed
from tests.skill.understanding.workspace import (
    PEOPLE,
    said_after_send,
    said_after_tell,
    understanding,
)

WORDS = """
    at kevin park ana lima marta stone everyone here channel @ five 🎉 old dr. josé muñoz, (she/her)
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=16).map(" ".join)
IDS = {person.id: person for person in PEOPLE}


def composed(text: str) -> Composed:
    return understanding().mentions.composed(text, ())


@pytest.mark.parametrize(
    ("phrase", "text", "mentioned"),
    [
        ("lunch is here and mention ana", "lunch is here", ["U2"]),
        ("lunch is here and tag ana lima", "lunch is here", ["U2"]),
        ("lunch is here and mention ana and kevin", "lunch is here", ["U2", "U1"]),
        ("lunch is here to random and mention ana", "lunch is here", ["U2"]),
        ("lunch is here and mention ana to random", "lunch is here", ["U2"]),
        ("lunch is here and mention marta", "lunch is here and mention marta", []),
        ("lunch is here and mention everyone", "lunch is here and mention everyone", []),
        ("lunch is here and mention channel", "lunch is here and mention channel", []),
        ("lunch is here and mention here", "lunch is here and mention here", []),
        ("lunch is here and mention general", "lunch is here and mention general", []),
        ("lunch is here and mention zebulon", "lunch is here and mention zebulon", []),
        ("don't forget to mention it", "don't forget to mention it", []),
    ],
)
def test_who_is_certain_is_mentioned_and_other_words_stay(phrase, text, mentioned):
    understood = said_after_send(phrase)
    assert understood.text == text
    assert [mention.id for mention in understood.mentions] == mentioned
    assert understood.phrase == phrase


def test_a_mention_may_follow_a_recipient_in_front():
    understood = said_after_tell("the random channel lunch is here and mention ana")
    assert understood.text == "lunch is here"
    assert [mention.id for mention in understood.mentions] == ["U2"]


@pytest.mark.parametrize(
    ("text", "posted", "mentions"),
    [
        ("ask at kevin park about it", "ask @Kevin Park about it", (Mention(4, 15, "U1"),)),
        ("at kevin park, hi", "@Kevin Park, hi", (Mention(0, 11, "U1"),)),
        ("at josé muñoz hi", "@José Muñoz hi", (Mention(0, 11, "U5"),)),
        (
            "at kevin park and at marta stone",
            "@Kevin Park and @Marta Stone",
            (Mention(0, 11, "U1"), Mention(16, 28, "U9")),
        ),
        ("meet me at five", "meet me at five", ()),
        ("meet me at kevin's", "meet me at kevin's", ()),
        ("at kevin", "at kevin", ()),
        ("at marta it is", "at marta it is", ()),
        ("at kaven park", "at kaven park", ()),
        ("at old kevin", "at old kevin", ()),
        ("at everyone lunch", "at everyone lunch", ()),
        ("at channel lunch", "at channel lunch", ()),
        ("at here lunch", "at here lunch", ()),
        ("at dev ops", "at dev ops", ()),
        ("@kevin park", "@kevin park", ()),
    ],
)
def test_a_full_name_after_at_is_a_mention_only_as_it_is_written(text, posted, mentions):
    assert composed(text) == Composed(posted, mentions)


def test_two_of_one_full_name_are_not_mentioned():
    twins = Directory.of([Person("U1", "Kevin Park"), Person("U2", "Kevin Park")], [])
    text = "at kevin park hi"
    assert understanding(twins).mentions.composed(text, ()) == Composed(text)


def test_more_mentions_stand_at_the_end():
    (ana,) = said_after_send("hi and mention ana").mentions
    mentions = understanding().mentions
    assert mentions.composed("hi", (ana,)).text == f"hi @{ana.name}"
    assert mentions.composed("", (ana,)) == Composed(
        f"@{ana.name}", (Mention(0, len(ana.name) + 1, "U2"),)
    )


@given(TEXTS, st.lists(st.sampled_from(["U1", "U2"]), max_size=2, unique=True))
def test_every_mention_is_where_it_says_and_of_somebody_in_the_workspace(text, more):
    asked = " and ".join(IDS[word].real_name.split()[0] for word in more)
    people = said_after_send(f"hi and mention {asked}").mentions if more else ()
    found = understanding().mentions.composed(text, people)
    end = 0
    for mention in found.mentions:
        start, stop, identifier = mention.start, mention.end, mention.user_id
        assert end <= int(start)
        end = int(stop)
        assert found.text[int(start) : end] == f"@{IDS[identifier].full_name}"
        assert IDS[identifier].reachable
