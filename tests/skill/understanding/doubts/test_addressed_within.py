"""Whom and where a message is for, said in the midst of a text: read back; what is told of, not."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Kevin Park"),
    Person("U2", "Bob Stone"),
    Person("U3", "Nora Voss"),
    Person("UM", "Mira Holt"),
)
CHANNELS = tuple(
    Conversation(f"C{name}", name, "channel") for name in ("general", "kitchen", "workshop")
)
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
judge = partial(verdict_on, Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME))

STOPPED = """
    text: the boat is in to general kitchen is nicer
    text: the boat is in to kitchen ehm no workshop would be better
    text: the boat is in to kevin with one more copy to bob
    text: the boat is in to kevin and a second one to bob
    text: up a sign in kitchen saying the boat is in
    text: a quick poll in workshop asking who sails
    text: a word in kitchen about the boat
    text: the boat is in anywhere but general
    text: the boat is in everywhere except the kitchen
    text: the boat is in any channel but general
    text: something along the lines of the boat is in to kitchen
    recipient: kevin the boat is in that one's for bob
    recipient: kevin the boat is in it was meant for bob
    recipient: kevin hang on bob instead the boat is in
    recipient: kevin nah bob boats are in
    recipient: kevin better nora the boat is in
    recipient: kevin well let him know that the boat is in
    recipient: kevin so basically tell him the boat is in
    recipient: kevin you know say to him the boat is in
    recipient: kevin please tell bob the boat is in
    recipient: kevin um say that the boat is in
    recipient: kevin park nora voss the boat is in
    recipient: kevin park bob stone i'm on my way
"""
HALF_TOLD = """
    recipient: kevin what happened
    recipient: kevin when the boat can come
    recipient: nora how much it costs
    recipient: nora which one won
"""
POINTED_AT = """
    text: it without the last line
    text: it the way i put it
    text: it properly
    text: it elsewhere
    text: him back
    text: both of them
    text: more of it
    text: mine
    text: another
    text: it straight away please
"""
PASSED = """
    text: the way to the boat is blocked
    text: it never works
    text: it really slowly got better
    text: it's on the table
    text: all of us are here
    recipient: kevin hang on i'll be there soon
    recipient: kevin let him sleep
    recipient: kevin better late than never
    recipient: kevin it's for the boat
    recipient: kevin to tell him the boat is in
    recipient: kevin how much is the boat
    recipient: kevin if not call me
"""


@pytest.mark.parametrize("said", [*rows(STOPPED), *rows(HALF_TOLD), *rows(POINTED_AT)])
def test_what_is_hardly_the_texts_is_read_back(said: str) -> None:
    assert judge(said).action is not Action.SEND


@pytest.mark.parametrize("said", rows(PASSED))
def test_what_is_told_of_is_posted(said: str) -> None:
    assert judge(said).action is Action.SEND
