"""Texts that ask for a "to ..." of their own are read back before anything is posted."""

import pytest

from skill.understanding.sentences.asking import Asking
from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import ENGLISH, ids, said_after_send, spoken

ASKING = Asking(ENGLISH)

ASK = """
    the prize went · it belongs · she reports · i've been talking · nobody has spoken
    it all comes down
    we lost the match · i entrusted the archive · he introduced his wife · i owe ten dollars
    i gave the keys and the badge · she sold her car · i handed in the report · what you gave
    the ladder was returned · it was explained · the ticket got reassigned · i have nothing to give
    he attributes it · read it out loud · i explained it again · our thoughts go out
    i'm handing over
    please forward the plan to mow the lawn · add the one you want to keep
    we are grateful · he was rude · that is up · the decision is entirely up · she sits next
    an answer · thanks for being so kind · sorry for lying · all credit goes · with regard
    she bequeathed the house · the estate was usucapted
    please direct every complaint about the noise · forward all letters that come this week
    please hand any keys you find in the yard · assign the rest of the tickets about the login
    that's entirely up · it's not up · leave the hard one · he's a father · hand it over
    we moved the benches over
"""
ARE_WHOLE = """
    the build is green · lunch is here · i'm running late · the server is back up · call me
    please send me the slides · text me when you're free · i fixed the bug
    we found the answer yesterday · please give us a hand with the boxes in the yard
    the meeting starts in ten minutes · it's my birthday · i left early because of the storm
    somebody left their headphones in the small room · the toggle works · thanks everyone
    the report says that sales are up · is the meeting still on · good morning · very nice
    add the milk to the list please · please forward that to the printers · welcome aboard
    the queue is endless · the jury is unanimous · will it ever stop snowing · the tap drips
    i'm working from home tomorrow · i'll call in from the train · letters from friday are gone
    show and tell starts at noon
    she wants her mum · what's for tea dad · i must get some rest
    tell the cubs to bring a towel · warn the neighbours that the water is off
    i got a letter from the bank · any news from the vet · all the best from all of us
    i need a favour so i came to ask for a favour · there's a fox at the door
    from march to may we paint · somebody from the bank rang twice · she watches from the roof
"""
ASK_WHERE = (
    "it depends · i believe · there is a typo · i posted it · she is interested · put the blame"
)
ARE_SOMEWHERE = (
    "lunch is here · the build is green · i cleaned my desk · we're hiring · see you tomorrow"
)


def lines_of(lines):
    return [one.strip() for line in lines.splitlines() for one in line.split(" · ") if one.strip()]


@pytest.mark.parametrize("text", lines_of(ASK))
def test_a_text_that_may_ask_for_somebody_is_read_back(text):
    assert ASKING.asks(spoken(text))
    assert said_after_send(f"{text} to kevin park").outcome is PhraseOutcome.DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "we switched from the old one",
        "she drove from the station",
        "the van went from the yard",
        "we moved the call from the hall",
        "it is anything from a bicycle",
        "the date was shifted from friday",
    ],
)
def test_a_text_that_says_from_where_may_say_to_where(text):
    assert ASKING.ranges(spoken(text))
    assert said_after_send(f"{text} to kevin park").outcome is PhraseOutcome.DOUBTFUL


@pytest.mark.parametrize("text", lines_of(ARE_WHOLE))
def test_a_whole_text_goes_to_whom_is_named_behind_it(text):
    assert not ASKING.asks(spoken(text))
    understood = said_after_send(f"{text} to kevin park")
    assert understood.outcome is PhraseOutcome.CERTAIN
    assert (ids(understood), understood.text) == (["U1"], text)


@pytest.mark.parametrize("text", lines_of(ASK_WHERE))
def test_a_text_that_asks_where_is_read_back(text):
    assert ASKING.asks_within(spoken(text))
    assert said_after_send(f"{text} in dev ops").outcome is PhraseOutcome.DOUBTFUL


@pytest.mark.parametrize("text", lines_of(ARE_SOMEWHERE))
def test_another_text_goes_where_it_is_said_to(text):
    assert ids(said_after_send(f"{text} in dev ops")) == ["C3"]
    assert said_after_send(f"{text} in dev ops").outcome is PhraseOutcome.CERTAIN


@pytest.mark.parametrize("text", ["ready", "i want", "we're unable"])
def test_a_verb_behind_to_may_be_meant_where_a_channel_has_its_name(text):
    assert ASKING.asks_for_a_verb(spoken(text), "launch")
    assert not ASKING.asks_for_a_verb(spoken(text), "kevin")


@pytest.mark.parametrize(
    "phrase", ["we rose to the occasion", "it was cooked to perfection", "we agreed to a truce"]
)
def test_an_article_or_an_ending_tells_a_word_from_a_name(phrase):
    assert said_after_send(phrase).outcome is PhraseOutcome.DEFAULT
