"""Whom a text is rather for, said at its beginning in words that no list has: read back."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.doubts.anew.addressed_anew import AddressedAnew
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, spoken, verdict_on

PEOPLE = tuple(
    Person(f"U{name}", name) for name in ("Kevin Park", "Nora Voss", "Joy Stone", "Ivo Baker")
)
CHANNELS = tuple(
    Conversation(f"C{name}", name, "channel") for name in ("general", "kitchen", "sales", "lunch")
)
KNOWN = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH)
judge = partial(verdict_on, KNOWN)
LOOKED = AddressedAnew(ENGLISH, KNOWN.names, Shapes(ENGLISH))

TOLD_ANEW = """
    recipient: nora no sod it tell joy the boat is in
    recipient: nora numpty that i am tell ivo the boat is in
    recipient: kevin blethers let joy know the boat is in
    recipient: kevin hells bells message joy the boat is in
    recipient: kevin balls to that ask joy if the boat is in
    recipient: in sales stuff this post in lunch the boat is in
    text: to kevin rats and mice ask ivo if the boat is in
"""
NAMED_ANEW = """
    recipient: in kitchen och no sales the boat is in
    recipient: in sales feck lunch the boat is in
    recipient: in sales no mon lunch the boat's in
    recipient: kevin jings nora the boat is in
    recipient: nora bother it's ivo i'm after the boat is in
    recipient: nora fie and fiddle it should be kevin the boat is in
    recipient: kevin ach for pity's sake i'm thinking of his brother ivo the boat's gone
"""
PASSED = """
    if you see joy tell her the boat is in
    when you get in tell joy the boat is in
    no need to tell joy the boat is in
    i told joy the boat is in
    och i told joy the boat is in
    you can tell joy the boat is in
    will it tell joy that the boat is in
    no worries joy has the boat
    it was ivo who called
    the boat is in and nora is on it
    no lunch for me today
    no kitchen has a floor like that
"""


@pytest.mark.parametrize("said", rows(TOLD_ANEW, NAMED_ANEW))
def test_whom_it_is_rather_for_is_never_posted_as_text(said: str) -> None:
    assert judge(said).action is Action.READ_BACK


@pytest.mark.parametrize("text", rows(PASSED))
def test_what_tells_of_somebody_is_let_pass(text: str) -> None:
    words = spoken(text)
    assert not [*LOOKED.in_any_text(words), *LOOKED.behind_a_name(words)]


TOLD_OF = """
    recipient: kevin sorry ivo can't make it
    recipient: kevin no ivo has the keys
    recipient: kevin no wait ivo is late
    recipient: kevin i mean ivo is ill
    recipient: kevin no wait ivo locked the gate
    recipient: kevin no wait ivo locks the gate
    recipient: kevin oops ivo left the gate open
"""
NOBODY_WAS_THERE = """
    recipient: kevin not ivo but nora is coming
    recipient: kevin not ivo nora
    recipient: kevin not in lunch in the kitchen
    recipient: kevin never mind ivo he's just tired
    recipient: kevin i mean ivo not you
"""
PUT_RIGHT = """
    recipient: kevin sorry ivo the boat is in = the boat is in
    recipient: kevin no wait ivo could you ring me = could you ring me
    recipient: kevin no tell ivo can't make it = can't make it
    recipient: kevin sorry ivo please come = please come
    recipient: kevin no not kevin ivo is the boat in = is the boat in
"""


@pytest.mark.parametrize("said", rows(TOLD_OF))
def test_who_is_told_of_behind_a_correction_gets_no_half_sentence(said: str) -> None:
    verdict = judge(said)
    assert verdict.action is Action.READ_BACK
    assert [one.name for message in verdict.messages for one in message.recipients] == [
        "Kevin Park"
    ]


@pytest.mark.parametrize("row", rows(PUT_RIGHT))
def test_who_is_named_behind_a_correction_gets_the_text(row: str) -> None:
    said, text = row.split(" = ")
    verdict = judge(said)
    assert (verdict.action, verdict.messages[0].text) == (Action.SEND, text)
    assert verdict.messages[0].recipients[0].name == "Ivo Baker"


PROPOSED = """
    recipient: nora no sod it tell joy the boat is in = Joy Stone
    recipient: kevin jings nora the boat is in = Nora Voss
    recipient: kevin hells bells message joy the boat is in = Joy Stone
    recipient: in sales no mon lunch the boat's in = lunch
    recipient: kevin lord not kevin ask joy if the boat is in = Joy Stone
"""


@pytest.mark.parametrize("row", rows(PROPOSED))
def test_whom_it_is_rather_for_is_proposed_with_the_text_behind(row: str) -> None:
    said, name = row.split(" = ")
    verdict = judge(said)
    message = verdict.messages[0]
    assert (verdict.action, message.recipients[0].name) == (Action.READ_BACK, name)
    assert message.text in {"the boat is in", "the boat's in", "Is the boat in?"}


@pytest.mark.parametrize("said", rows(NOBODY_WAS_THERE))
def test_what_is_left_out_of_a_text_as_put_right_is_sure(said: str) -> None:
    assert judge(said).action is Action.READ_BACK


@pytest.mark.parametrize(
    "said", ["joy's back she's ill", "about joy she's ill", "ivo rang he's ill"]
)
def test_who_is_named_before_a_pronoun_has_it(said: str) -> None:
    for name in ("nora", "kevin"):
        posted = judge(f"recipient: {name} {said}").messages[0].text
        assert posted == said


@pytest.mark.parametrize(
    "said",
    [
        "text: nora voss and zyxandra crowlow a message saying the boat is in",
        "recipient: nora voss and zyxandra crowlow the boat is in",
        "recipient: nora voss saying tell zyxandra crowlow the boat is in",
    ],
)
def test_a_first_name_that_is_no_word_turns_nothing_where_the_full_name_is_known(said):
    people = (*PEOPLE, Person("UZ", "Zyxandra Crowlow"), Person("UQ", "Rob Crowlow"))
    known = Understanding(resolver(Directory.of(people, CHANNELS)), ENGLISH)
    verdict = verdict_on(known, said)
    assert verdict.action is Action.SEND
    assert "UNora Voss" in {
        one.id for sent in verdict.messages for name in sent.resolutions for one in name.candidates
    }
