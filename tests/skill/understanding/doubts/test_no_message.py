"""What is no message is not posted unheard: half clauses, cries, calls, counting aloud."""

from functools import partial

import pytest
from hypothesis import given, strategies as st

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.doubts.no_message.no_message import NoMessage
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.understanding import Understanding
from skill.understanding.verdict import Action
from tests.skill.understanding.workspace import ENGLISH, resolver, rows, verdict_on

PEOPLE = (
    Person("U1", "Nora Voss"),
    Person("U2", "Pavel Stone"),
    Person("UM", "Mira Holt"),
)
CHANNELS = (Conversation("C1", "general", "channel"), Conversation("C2", "research", "channel"))
ME = Candidate("UM", "Mira Holt", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)

HALF_CLAUSES = """
    recipient: nora if the pump stops again then
    recipient: nora when the plumber comes then
    recipient: pavel before the inspector comes then
    recipient: pavel because the trailer
    recipient: pavel once the paint
    recipient: nora as soon as the lorry arrives
    recipient: nora unless the weather
    recipient: nora whenever the bell
    recipient: nora and if they don't pay
    recipient: pavel while you were out
    recipient: pavel the fair is off because the rain
    text: if it snows tomorrow
    text: because the roof leaks
    text: even though we
    text: in case the alarm
    recipient: research now that the scaffolding
"""
CLAUSES_WITH_THEIR_SENTENCE = """
    recipient: nora if the hose leaks use the bucket
    recipient: nora if it rains we stop
    recipient: nora when you wake up call me
    recipient: nora when does the mill open
    recipient: pavel because the roof leaks
    recipient: pavel whenever you're ready
    recipient: pavel after the talk there's wine
    recipient: pavel once more with feeling
    recipient: nora even if we're short we take our breaks
    recipient: nora as soon as the paint is dry the second coat goes on
    recipient: nora if you see the foreman could you ring me
    text: if anyone finds a ring it's mine
    text: once the rain stops the fair is on
    text: until friday the side door is locked
"""
BROKEN_OFF = """
    recipient: nora we should probably
    recipient: nora we could maybe
    recipient: nora i was wondering
    recipient: nora i don't think
    recipient: nora would you mind
    recipient: pavel please make sure
    recipient: pavel there's only one
    recipient: pavel there's only
    recipient: pavel every
    recipient: pavel can you
    text: i hope
    text: it depends on
"""
WHOLE = """
    recipient: nora no
    recipient: nora may i
    recipient: nora here we are
    recipient: nora so can i
    recipient: nora he'll do it
    recipient: nora you bet
    recipient: nora not that i know of
    recipient: nora thanks for the soup whoever it was
    recipient: nora i see what the problem is
    recipient: nora what a lovely day that was
    recipient: pavel we should probably leave
    recipient: pavel i hope it's dry
    recipient: pavel there's only one left
"""
SOUNDS = """
    text: och
    text: crikey
    text: oh for pity's sake
    recipient: nora och
    recipient: nora tsk
    recipient: nora ahem
    recipient: research brr
    recipient: research blimey
    text: easy easy
    text: steady girl steady
    recipient: nora come on come on
    recipient: nora drop it drop it the postman is our friend
    text: left right left right
    text: one two three four
    text: testing one two
    recipient: pavel ten nine eight seven
    text: b r a d
    text: h for hotel o for oscar
"""
SAID_AGAIN = """
    recipient: nora yes yes
    recipient: nora ouch
    recipient: nora four two one seven
    recipient: nora bye bye
    recipient: nora i know i know
    recipient: pavel room nine
    text: stop the press stop the press
    text: happy birthday
    text: lunch in ten
    text: thanks all
"""
CALLS = """
    text: whoa boy easy easy
    text: here girl
    text: walk on
    text: in you come
    recipient: nora up you get
    recipient: nora come on girl in you go
    recipient: nora good boy stay
    text: no biting
    text: no jumping up
    recipient: research no licking
    text: otis put the stick down
    text: freya i said bath now
    text: your wellies on we're late
    text: look at this clown
    text: oh would you look at that clown
    text: move it you muppet
    text: milk bread teabags what else
    text: nails screws washers what was the sixth thing
"""
OF_THEM = """
    text: no parking in front of the gate today
    text: otis is back
    text: freya asked for the long ladder
    text: your order's on the top shelf
    text: your parcel ended up here
    text: your voice on the recording made my week
    text: cheers for the cake you muppets
    text: easy to find it's by the church
    recipient: nora no shouting
    recipient: pavel come on down and have some soup
    recipient: pavel easy does it
"""

judge = partial(verdict_on, UNDERSTANDING)


@pytest.mark.parametrize("said", rows(HALF_CLAUSES, BROKEN_OFF, SOUNDS, CALLS))
def test_what_is_no_message_is_not_posted_unheard(said):
    verdict = judge(said)
    assert verdict.action is not Action.SEND, verdict.messages


@pytest.mark.parametrize("said", rows(CLAUSES_WITH_THEIR_SENTENCE, WHOLE, SAID_AGAIN, OF_THEM))
def test_what_only_looks_like_none_is_sent(said):
    verdict = judge(said)
    assert verdict.action is Action.SEND, (verdict.why, verdict.signs)


class _Nobody:
    """Names of nobody."""

    def named(self, spoken, at):
        return 0


ALL_WORDS = """
    if when because the van pump he it is stops then you come in no biting one two three girl
    steady otis och your boots on what else thing was b r a d for oscar should probably
"""
WORDS = ALL_WORDS.split()
NO_MESSAGE = NoMessage(ENGLISH, _Nobody(), Shapes(ENGLISH))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(tuple), st.booleans())
def test_every_sign_is_of_words_that_were_said(spoken, is_for_somebody):
    text = " ".join(spoken)
    signs = [*NO_MESSAGE.in_any_text(spoken, is_for_somebody=is_for_somebody)]
    signs += [*NO_MESSAGE.in_undirected_text(spoken, text), *NO_MESSAGE.in_public_text(spoken)]
    assert all(sign.words and sign.words in text for sign in signs)
