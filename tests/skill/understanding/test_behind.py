"""Recipients behind the text: "... to general", "... in the random channel", or none."""

import pytest

from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import ids, said_after_send, said_after_tell


@pytest.mark.parametrize(
    ("phrase", "who", "text"),
    [
        ("running late to general", "C1", "running late"),
        ("running late to general please", "C1", "running late"),
        ("call me when you can to ana", "U2", "call me when you can"),
        ("call me to ana leema", "U2", "call me"),
        ("hi to kaven park", "U1", "hi"),
        ("lunch is here in the random channel", "C2", "lunch is here"),
        ("the deploy is done in the dev ops channel", "C3", "the deploy is done"),
        ("the deploy is done to dev dash ops", "C3", "the deploy is done"),
        ("numbers are in to q three planning", "C4", "numbers are in"),
        ("my laptop is gone to help desk us", "C6", "my laptop is gone"),
        ("lunch is here to random and general", "C2 C1", "lunch is here"),
        ("lunch is here to kevin and ana", "U1 U2", "lunch is here"),
        ("lunch is here to kevin and to dev ops", "U1 C3", "lunch is here"),
        ("hi to the group with ana and kevin", "G1", "hi"),
        ("hi there to research and development", "C8", "hi there"),
        ("to general we're live", "C1", "we're live"),
        ("to kevin that works for me", "U1", "that works for me"),
        ("a message to kevin saying lunch is here", "U1", "lunch is here"),
        ("a message to kevin that lunch is here", "U1", "lunch is here"),
        ("a quick message to ana lima saying hi", "U2", "hi"),
        ("a note to the dev ops channel saying we're live", "C3", "we're live"),
        ("kevin a message saying hi", "U1", "hi"),
        ("a message to kevin", "U1", ""),
        # Particles and what it is sent as are the sender's, where no verb takes them.
        ("i got a card from the bank over to ana", "U2", "i got a card from the bank"),
        ("the van is here along to ana", "U2", "the van is here"),
        ("the rota is ready up on general", "C1", "the rota is ready"),
        ("dad fixed the sink as a message to kevin", "U1", "dad fixed the sink"),
        ("the lamps are up as a text to kevin and ana", "U1 U2", "the lamps are up"),
        ("please sign up on general", "C1", "please sign up"),
        ("the party is over in random", "C2", "the party is over"),
        ("a message out to dev ops saying we're live", "C3", "we're live"),
        ("a message on to ana saying the kiln is hot", "U2", "the kiln is hot"),
        ("the rent is due on friday on to ana", "U2", "the rent is due on friday"),
        ("dad rang about the fence on to kevin and ana", "U1 U2", "dad rang about the fence"),
        ("the oven is back on to ana", "U2", "the oven is back on"),
        ("we missed the bus out to everyone in dev ops", "C3", "we missed the bus"),
        ("we won the cup out to everyone in dev ops", "C3", "we won the cup"),
        ("the letters went out to everyone in dev ops", "C3", "the letters went out"),
        ("sorry for the mess up in the random channel", "C2", "sorry for the mess"),
        ("the posters are up in the random channel", "C2", "the posters are up"),
        ("i don't mind it over to ana", "U2", "i don't mind it"),
        ("the lake is frozen to ana as well as kevin", "U2 U1", "the lake is frozen"),
        ("the lake is frozen to ana as well", "U2", "the lake is frozen"),
        ("up a note in random saying the lake is frozen", "C2", "the lake is frozen"),
        ("over a note to ana saying the lake is frozen", "U2", "the lake is frozen"),
        ("Lunch is here — to Ana and Kevin!", "U2 U1", "Lunch is here —"),
    ],
)
def test_who_is_named_last_is_who_it_is_for(phrase, who, text):
    understood = said_after_send(phrase)
    assert understood.outcome is PhraseOutcome.CERTAIN
    assert (ids(understood), understood.text) == (who.split(), text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("running late", "running late"),
        ("a message saying hello", "hello"),
        ("up a post saying the choir won", "the choir won"),
        ("out a notice saying the choir won", "the choir won"),
        ("hello", "hello"),
        ("", ""),
        ("🎉", "🎉"),
    ],
)
def test_without_a_recipient_it_is_for_the_default_conversation(phrase, text):
    understood = said_after_send(phrase)
    assert understood.outcome is PhraseOutcome.DEFAULT
    assert understood.text == text


@pytest.mark.parametrize("phrase", ["a message", "a new message", "a direct message", "a dm"])
def test_only_that_there_is_something_to_send_is_no_message(phrase):
    assert said_after_send(phrase).is_bare


@pytest.mark.parametrize("phrase", ["hello", "a message to kevin", "a message saying hi", ""])
def test_whatever_says_more_is_a_message(phrase):
    assert not said_after_send(phrase).is_bare


def test_two_of_the_name_are_asked_about():
    understood = said_after_send("running late to marta")
    assert understood.outcome is PhraseOutcome.DOUBTFUL
    assert {candidate.id for candidate in understood.resolutions[0].candidates} == {"U8", "U9"}
    assert understood.text == "running late"


@pytest.mark.parametrize("phrase", ["hello to zebulon", "lunch is here in the zebulon channel"])
def test_a_name_that_nobody_has_is_refused(phrase):
    understood = said_after_send(phrase)
    assert understood.outcome is PhraseOutcome.UNKNOWN
    assert understood.resolutions[0].spoken == "zebulon"


@pytest.mark.parametrize(
    "phrase",
    ["turn the oven on to ana", "leave the lamps on to kevin", "is the oven on to ana"],
)
def test_a_particle_that_may_be_the_texts_or_the_senders_is_asked_about(phrase):
    assert said_after_send(phrase).outcome is PhraseOutcome.DOUBTFUL


@pytest.mark.parametrize(
    ("phrase", "who", "text"),
    [
        ("the kettle's on to ana", "U2", "the kettle's on"),
        ("the oars are in the shed to kevin park", "U1", "the oars are in the shed"),
        ("the glue's in the drawer to random", "C2", "the glue's in the drawer"),
    ],
)
def test_who_is_told_may_be_named_behind_it(phrase, who, text):
    understood = said_after_tell(phrase)
    assert (understood.outcome, ids(understood)) == (PhraseOutcome.CERTAIN, [who])
    assert understood.text == text
