"""What becomes of a phrase, by kinds: sent, read back, asked, refused, or no message."""

from functools import partial

import pytest

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.carrier import Carrier
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.understanding import CANCEL, Understanding
from skill.understanding.verdict import Action, Preference, Verdict
from tests.skill.understanding.workspace import ENGLISH, resolver, verdict_on

PEOPLE = (
    Person("U1", "Kevin Park"),
    Person("U2", "Ana Lima"),
    Person("U3", "Rob Hall"),
    Person("U4", "Robin Cole"),
    Person("U5", "Den Fisher"),
    Person("U6", "Dennis Olson"),
    Person("U7", "Mark Otto"),
    Person("U8", "Ruth Boyd"),
    Person("U9", "Old Colleague", reachable=False),
    Person("UM", "Giselle Novak"),
)
CHANNELS = (
    Conversation("C1", "general", "channel"),
    Conversation("C2", "random", "channel"),
    Conversation("C3", "sf-office", "channel"),
    Conversation("C4", "k8s", "channel"),
    Conversation("C5", "release-2-0", "channel"),
    Conversation("C6", "the-lounge", "channel"),
    Conversation("C7", "sales", "channel"),
)
ME = Candidate("UM", "Giselle Novak", Kind.PERSON, EXACT, "the speaker")
UNDERSTANDING = Understanding(resolver(Directory.of(PEOPLE, CHANNELS)), ENGLISH, ME)


judge = partial(verdict_on, UNDERSTANDING)


def posted(verdict: Verdict) -> list[tuple[str, str]]:
    """Return where a verdict would post what."""
    return [
        (one.id, message.text)
        for message in verdict.messages
        for one in (message.recipients or (Candidate("default", "", Kind.CHANNEL, EXACT, ""),))
    ]


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        # A name never takes the text's first word.
        ("recipient: rob in a meeting until four", [("U3", "in a meeting until four")]),
        ("recipient: den the boat is ready", [("U5", "the boat is ready")]),
        ("recipient: ruth the guests are early", [("U8", "the guests are early")]),
        # What is said ahead of its sentence is said once.
        ("recipient: ana tea is at one no wait two tea is at two", [("U2", "tea is at two")]),
        ("recipient: ana we sold six no seven we sold seven", [("U2", "we sold seven")]),
        # "Out" goes with the verb where a sentence follows, and with the text where none does.
        ("text: out we open at nine", [("default", "we open at nine")]),
        ("text: up that the pool is shut", [("default", "the pool is shut")]),
        ("text: out it looks like rain to random", [("C2", "it looks like rain")]),
        ("text: out of milk again", [("default", "out of milk again")]),
        ("text: in random metaphorically", [("C2", "metaphorically")]),
        ("text: to random one of the bins is full", [("C2", "one of the bins is full")]),
        ("recipient: mark the otto file is ready", [("U7", "the otto file is ready")]),
        ("recipient: ruth it's not mark that broke it", [("U8", "it's not mark that broke it")]),
        ("recipient: ana a line the sheet's on the desk", [("U2", "the sheet's on the desk")]),
        ("recipient: ana a line of cars is waiting", [("U2", "a line of cars is waiting")]),
        ("text: over the road with the bins", [("default", "over the road with the bins")]),
        # Exact full names settle.
        ("text: kevin park sorry about the noise", [("U1", "sorry about the noise")]),
        ("text: kevin please call the garage", [("U1", "please call the garage")]),
        # Oneself.
        ("text: myself a note that the oven is on", [("UM", "the oven is on")]),
        # Spoken forms of channels.
        ("text: to hash random the cake is cut", [("C2", "the cake is cut")]),
        ("recipient: kubernetes we are draining node six", [("C4", "we are draining node six")]),
        ("text: in release two point oh the notes are out", [("C5", "the notes are out")]),
        ("recipient: lounge the film starts at nine", [("C6", "the film starts at nine")]),
        # Negation and corrections of the recipient, carried out.
        ("recipient: kevin no wait ana that the van is here", [("U2", "the van is here")]),
        ("text: the van is here to kevin but not to ana", [("U1", "the van is here")]),
        ("text: in random no in sales the van is here", [("C7", "the van is here")]),
        # Second messages and recipients.
        (
            "recipient: kevin i'm late and tell ana to start",
            [("U1", "i'm late"), ("U2", "Start")],
        ),
        (
            "recipient: kevin i'm late and the same to ana",
            [("U1", "i'm late"), ("U2", "i'm late")],
        ),
        # Manner.
        ("text: privately to kevin saying you are hired", [("U1", "you are hired")]),
        ("recipient: ana privately that the offer stands", [("U2", "the offer stands")]),
        (
            "recipient: ana between you and me the offer stands",
            [("U2", "between you and me the offer stands")],
        ),
        ("recipient: ana between us we have enough", [("U2", "between us we have enough")]),
        ("recipient: ana just between us we are moving", [("U2", "just between us we are moving")]),
        ("recipient: ana personally i think it's early", [("U2", "personally i think it's early")]),
        ("recipient: ana privately the offer stands", [("U2", "the offer stands")]),
        ("recipient: ana between you and me that the offer stands", [("U2", "the offer stands")]),
        (
            "text: kevin a direct message please not a public one the mill is sold",
            [("U1", "the mill is sold")],
        ),
        ("recipient: kevin not in a channel the mill is sold", [("U1", "the mill is sold")]),
        ("text: kevin a note just to him the mill is sold", [("U1", "the mill is sold")]),
        ("text: kevin a message privately please the mill is sold", [("U1", "the mill is sold")]),
        # Corrections of the text.
        (
            "recipient: ana the tasting is on friday no wait thursday",
            [("U2", "the tasting is on thursday")],
        ),
        ("recipient: ana uh the uh the keys are here", [("U2", "the keys are here")]),
        # Indirect speech.
        ("recipient: kevin to bring the ladder", [("U1", "Bring the ladder")]),
        ("recipient: kevin not to wait", [("U1", "Don't wait")]),
        ("ask: kevin if he is coming", [("U1", "Are you coming?")]),
        ("ask: kevin is he coming", [("U1", "Are you coming?")]),
        ("ask: kevin which one does he want", [("U1", "Which one do you want?")]),
        ("ask: kevin when will he finish", [("U1", "When will you finish?")]),
        ("ask: kevin if the boat's sold yet", [("U1", "Is the boat sold yet?")]),
        ("ask: kevin if the pump's still out", [("U1", "Is the pump still out?")]),
        ("ask: kevin if ana's brother is home", [("U1", "Is ana's brother home?")]),
        ("ask: kevin whether his aunt's got a map", [("U1", "Has your aunt got a map?")]),
        ("ask: ana what the best way is", [("U2", "What is the best way?")]),
        ("ask: ana which room the talk is in", [("U2", "Which room is the talk in?")]),
        ("recipient: ana to lock up before she leaves", [("U2", "Lock up before you leave")]),
        ("recipient: ana i hope she feels better", [("U2", "I hope you feel better")]),
        ("recipient: ana to be honest i'm tired", [("U2", "to be honest i'm tired")]),
        ("thank: ana ever so much for the soup", [("U2", "Thank you ever so much for the soup")]),
        ("recipient: kevin his parcel is here", [("U1", "Your parcel is here")]),
        ("thank: kevin for the soup", [("U1", "Thank you for the soup")]),
        ("wish: ana a happy birthday", [("U2", "Happy birthday")]),
        ("congratulate: ana on the medal", [("U2", "Congratulations on the medal")]),
        # What is asked of its own subject, and of everybody.
        ("ask: kevin if kevin can come", [("U1", "Can you come?")]),
        ("ask: who took the ladder", [("default", "Who took the ladder?")]),
        # A heads-up is one where it was said; a shout is only how one tells.
        ("heads up: ana a heads up the van is early", [("U2", "Heads up, the van is early")]),
        ("heads up: ana a shout the van is early", [("U2", "the van is early")]),
        ("heads up: ana word that the van is early", [("U2", "the van is early")]),
        ("heads up: kevin a buzz the van's here", [("U1", "the van's here")]),
        (
            "heads up: the lounge channel a heads up the van is early",
            [("C6", "Heads up, the van is early")],
        ),
        # "To me" behind what others are asked is theirs to do.
        (
            "text: please send all receipts to me",
            [("default", "please send all receipts to me")],
        ),
        ("text: call the plumber to me", [("UM", "call the plumber")]),
        ("apologize: ana for the noise", [("U2", "Sorry for the noise")]),
        (
            "heads up: kevin a heads up that the auditor is here",
            [("U1", "Heads up, the auditor is here")],
        ),
        ("have: kevin water the plants", [("U1", "water the plants")]),
        (
            "text: the van is out and i need kevin to start",
            [("default", "the van is out and i need kevin to start")],
        ),
        ("text: thank you all for the soup", [("default", "thank you all for the soup")]),
        # "That can" begins a sentence of its own.
        ("text: that can go in the bin", [("default", "that can go in the bin")]),
        # "We're" behind a name, and a question, are no verb of it.
        ("text: kevin we're out of salt", [("U1", "we're out of salt")]),
        ("text: kevin park is anyone home", [("U1", "is anyone home")]),
        ("recipient: kevin whose turn is it to cook", [("U1", "whose turn is it to cook")]),
        ("recipient: ana asking for help is fine", [("U2", "asking for help is fine")]),
        ("text: kevin park word that the van is late", [("U1", "the van is late")]),
        ("recipient: kevin i couldn't put it down", [("U1", "i couldn't put it down")]),
        ("text: i'm only up to chapter ten", [("default", "i'm only up to chapter ten")]),
        ("text: there's no end to it", [("default", "there's no end to it")]),
        ("text: the message would you swap with me", [("default", "would you swap with me")]),
        # Dictated marks.
        ("recipient: ana are you there question mark", [("U2", "are you there?")]),
        # The default conversation, where nothing speaks against it.
        ("text: the soup is on", [("default", "the soup is on")]),
        ("bare: i'm on the train", [("default", "i'm on the train")]),
    ],
)
def test_one_clear_reading_is_sent(said, posts):
    verdict = judge(said)
    assert (verdict.action, posted(verdict)) == (Action.SEND, posts), verdict.why


@pytest.mark.parametrize(
    "said",
    [
        "text: the salary list is ready to zebulon",
        "text: lunch is served to the backend team",
        "text: the offer is signed to my boss",
        "recipient: my boss i'm late",
        "recipient: zebulon i'm late",
        "text: the offer is signed to old colleague",
        "text: i'm on the way to the sf office",
        "text: we lost the deal to sales",
        "text: tell my wife i'm late",
        "text: the logs to kevin",
        "text: kevin the logs",
        "recipient: kevin and mark it done",
        "recipient: kevin zwickelmann the van is here",
        "text: at ten we are closing the bar",
        "text: i think what we need is",
        "text: my pin is four four one two",
        "text: hey ana did you sign it",
        "recipient: kevin uh never mind that just tell him hello",
        "text: look at this and mention zebulon",
        "recipient: people the soup is on",
        "ask: if kevin could bring the charts",
        "ask: if he is coming",
        "ask: what time it is",
        # Who wants somebody told says so behind a text, too.
        "text: the van is full and i should like ana to know that",
        "text: the roof is off and i want ana to see it",
        # The verb is put right before any text.
        "recipient: ana no make that ask her if the van is late",
        "ask: ana wait no just tell her the van is late",
        "bare: i owe kevin an answer and the answer is yes",
        "text: in kitchen soup by four",
        "text: zebulon quindlebury it's snowing",
        "text: zebulon saying it's snowing",
        "recipient: kevin whose turn it is",
        "text: that's entirely up to kevin",
        "text: in the kitchen channel soup by four",
        # Who is meant, told once more, is no text.
        "recipient: mark the otto one not rob the pump is sticking",
        "recipient: ana that's ana lima not anna the shoot is off",
        # Who is not to get it is named in the midst.
        "recipient: ruth whatever you do not mark that the gift is here",
        "recipient: kevin park god not ana that we lost",
        # The name's word is the text's own.
        "text: to random bits of the roof until noon",
        "text: to sales of the century with the band",
        # It is said of them, not to them.
        "recipient: kevin park could do with knowing the bank rang",
        "text: out hard hats on while i'm up here",
        "text: round the kettle's free",
        "bare: good girl",
        "bare: good dog",
        "bare: there's a good lad",
    ],
)
def test_what_is_in_doubt_is_not_sent(said):
    assert judge(said).action in {Action.READ_BACK, Action.WHOM, Action.WHICH}


@pytest.mark.parametrize(
    "said", ["recipient: kevin that", "recipient: kevin about the party", "ask: kevin whether"]
)
def test_without_a_text_it_is_asked_for(said):
    assert judge(said).action is Action.WHAT


@pytest.mark.parametrize(
    "said", ["text: it again", "text: them all", "text: someone a message", "have: rid of it"]
)
def test_words_without_a_message_are_none(said):
    assert judge(said).action is Action.COMMAND


@pytest.mark.parametrize(
    "said",
    [
        "recipient: kevin he is late scratch that",
        "text: the bar is open never mind",
        "recipient: kevin he is late ah forget it please",
        "text: the bar is open no leave it thank you",
        "text: the bar is open oh never mind then",
        "text: the bar is open actually don't send it please",
    ],
)
def test_what_is_taken_back_is_not_sent(said):
    verdict = judge(said)
    assert (verdict.action, verdict.command) == (Action.COMMAND, CANCEL)


@pytest.mark.parametrize("said", ["kevin if it rains forget it please", "kevin to leave it please"])
def test_what_somebody_is_asked_politely_to_leave_is_sent(said):
    assert judge(f"recipient: {said}").action is Action.SEND


def test_the_speaker_may_want_to_hear_every_message_first():
    verdict = UNDERSTANDING.judge("kevin i'm late", Carrier.RECIPIENT, Preference.ALWAYS)
    assert verdict.action is Action.READ_BACK


def test_the_speaker_may_trust_full_names_whatever_the_text():
    doubted = "kevin park the keys are the mango salad no wait the shed"
    assert UNDERSTANDING.judge(doubted, Carrier.RECIPIENT).action is Action.READ_BACK
    trusting = Preference.NEVER_FOR_FULL_NAMES
    assert UNDERSTANDING.judge(doubted, Carrier.RECIPIENT, trusting).action is Action.SEND
    assert UNDERSTANDING.judge("the deal is lost to sales", Carrier.TEXT, trusting).action is not (
        Action.SEND
    )
    for_others = "kevin park the salad is here tell ana lima too"
    assert UNDERSTANDING.judge(for_others, Carrier.RECIPIENT, trusting).action is Action.READ_BACK


def test_an_opening_with_a_to_of_its_own_names_nobody():
    verdict = judge("text: to whom it may concern the office is shut")
    assert [message.is_default for message in verdict.messages] == [True]
