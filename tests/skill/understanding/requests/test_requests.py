"""What a request to hear asks for, by what its words mean; and what is none."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.requests.reading import is_aside, read_request
from skill.understanding.requests.request import HearRequest as Request, Limits, RequestKind as Kind
from skill.understanding.requests.roundabout import (
    read_again_of_one,
    read_request_behind,
    read_request_of_one,
)
from skill.understanding.requests.vocabulary import leaves_out, vocabulary

LOCALE = "en-US"

ASKED = {
    "how many unread messages are there": Request(Kind.COUNT),
    "is it loads or just a few": Request(Kind.COUNT),
    "are there many or few": Request(Kind.COUNT),
    "read the whole thing right to the end": Request(Kind.NEW),
    "how many texts did Wei send": Request(Kind.COUNT, "Wei"),
    "who has been trying to reach me": Request(Kind.COUNT),
    "which channels have something new": Request(Kind.COUNT),
    "who posted in dev ops": Request(Kind.COUNT, "dev ops"),
    "what arrived overnight": Request(Kind.NEW, limits=Limits(time="overnight")),
    "show me whatever came in while I was in the air": Request(
        Kind.NEW, limits=Limits(time="while I was in the air")
    ),
    "have I received anything": Request(Kind.NEW),
    "has anybody replied": Request(Kind.REPLIES),
    "are there answers in my threads": Request(Kind.REPLIES),
    "do I have private messages": Request(Kind.REPLIES),
    "was I tagged by somebody today": Request(Kind.MENTIONS, limits=Limits(time="today")),
    "did my name come up": Request(Kind.MENTIONS),
    "show me the mentions": Request(Kind.MENTIONS),
    "did Olu write back about the van": Request(Kind.FROM, "Olu", limits=Limits(about="the van")),
    "has Tom Becker said when he lands": Request(Kind.FROM, "Tom Becker"),
    "check Ana's messages": Request(Kind.FROM, "Ana"),
    "what does Priya want from me": Request(Kind.FROM, "Priya"),
    "read me what the finance channel is talking about": Request(Kind.FROM, "the finance channel"),
    "any updates in sales since Monday": Request(
        Kind.FROM, "sales", limits=Limits(time="since Monday")
    ),
    "read the last four from Wei": Request(Kind.LAST, "Wei", 4),
    "what was the very last thing Mark said": Request(Kind.LAST, "Mark"),
    "play the newest message": Request(Kind.LAST),
    "what came before that": Request(Kind.EARLIER),
    "scroll back in design": Request(Kind.EARLIER, "design"),
    "give me the highlights": Request(Kind.CATCH_UP),
    "what's been happening": Request(Kind.CATCH_UP),
    "did I miss anything urgent": Request(Kind.CATCH_UP),
    "give me a recap of marketing": Request(Kind.CATCH_UP, "marketing"),
    "keep reading": Request(Kind.NEXT),
    "read that one more time": Request(Kind.AGAIN),
    "what did you just read": Request(Kind.AGAIN),
    "what did I just post": Request(Kind.SENT),
    "what did I write to Fatima": Request(Kind.SENT, "Fatima"),
    "where did my message go": Request(Kind.SENT),
    "was my message delivered": Request(Kind.DELIVERED),
    "did it arrive": Request(Kind.DELIVERED),
    "did Kevin get my message": Request(Kind.DELIVERED, "Kevin"),
    "who wrote that": Request(Kind.WHO),
    "who was that from": Request(Kind.WHO),
    "what time did he send that": Request(Kind.WHEN),
    "how long ago was that": Request(Kind.WHEN),
    "what was posted this morning": Request(Kind.NEW, limits=Limits(time="this morning")),
    "anything from Ana in design since ten": Request(
        Kind.FROM, "Ana", limits=Limits(place="design", time="since ten")
    ),
    "any answers to my question about the keys": Request(
        Kind.REPLIES, limits=Limits(about="the keys")
    ),
    "where did I hear about the ramp": Request(Kind.NEW, limits=Limits(about="the ramp")),
    "read me back my latest note": Request(Kind.SENT),
    "read back what I posted in design": Request(Kind.SENT, "design"),
    "has my very last text arrived": Request(Kind.DELIVERED),
    "who replied to my question": Request(Kind.REPLIES),
    "what did people write before": Request(Kind.EARLIER),
    "is somebody after me": Request(Kind.REPLIES),
    "where did Tom say the keys are": Request(Kind.FROM, "Tom"),
    "where did Mark say the van is": Request(Kind.FROM, "Mark"),
    "how much does Fatima want": Request(Kind.FROM, "Fatima"),
    "did anybody mention the picnic": Request(Kind.NEW, limits=Limits(about="the picnic")),
    "where did they say the picnic is": Request(Kind.NEW, limits=Limits(about="the picnic is")),
    "anything from Olu or Fatima": Request(Kind.FROM, "Olu or Fatima"),
    "only the ones to me directly": Request(Kind.REPLIES),
    "has anybody been talking about me": Request(Kind.MENTIONS),
    "anybody dm me": Request(Kind.REPLIES),
    "anyone reply to my question yet": Request(Kind.REPLIES),
    "what haven't I heard": Request(Kind.NEW),
    "my last message to Ana": Request(Kind.SENT, "Ana"),
    "may I please hear my messages": Request(Kind.NEW),
    "a quick version please": Request(Kind.CATCH_UP),
    "only the private messages": Request(Kind.REPLIES),
    "what's waiting in the queue": Request(Kind.NEW),
    "any news I've only got a minute": Request(Kind.NEW),
    "read my messages dear my hands are wet": Request(Kind.NEW),
    "do I have mail or post": Request(Kind.NEW),
    "have I got post": Request(Kind.NEW),
    "the names of those who pinged me": Request(Kind.COUNT),
    "say that again the drill was on": Request(Kind.AGAIN),
    "once more I had my helmet on": Request(Kind.AGAIN),
    "again please I couldn't hear a thing": Request(Kind.AGAIN),
    "read design I could use a laugh": Request(Kind.FROM, "design"),
    "anyone asking about the tents": Request(Kind.NEW, limits=Limits(about="tents")),
    "sorry what was the last post": Request(Kind.LAST),
    "pardon what's new": Request(Kind.NEW),
    "what came since I got on the train": Request(
        Kind.NEW, limits=Limits(time="since I got on the train")
    ),
    "what is there from the last half hour": Request(
        Kind.NEW, limits=Limits(time="from the last half hour")
    ),
    "what's this ping about": Request(Kind.NEW),
    "what's in design and what's in sales": Request(Kind.FROM, "design and sales"),
    "anything in design or in sales": Request(Kind.FROM, "design or sales"),
    "did anyone but Fatima write": Request(Kind.FROM, "anyone but Fatima"),
    "has everybody apart from Tom replied": Request(Kind.FROM, "everybody apart from Tom"),
    "has anyone besides Olu posted": Request(Kind.FROM, "anyone besides Olu"),
    "could you read a bit slower": Request(Kind.SLOWER),
    "speak faster": Request(Kind.FASTER),
}

MESSAGES = (
    "anyone asking the caterers",
    "anything from Ana in design and in sales",
    "what's it like in there today",
    "sorry I had my helmet on",
    "we have new messages from the customer",
    "the last message was for Tom",
    "they answered us at last",
    "the latest build is broken",
    "does anyone have news from the venue",
    "has anyone seen the last update",
    "can someone read the last message in the thread",
    "are we reading the messages tomorrow",
    "that was the last one",
    "I missed your message sorry",
    "my messages are not going through",
    "everyone check your messages please",
    "who wants the last slice",
    "is anyone in the office",
    "did anyone take my charger",
    "does anybody want something from the shop",
    "what time is the meeting",
)


@pytest.mark.parametrize("said", ASKED)
def test_what_is_asked_for_is_read_from_all_words(said):
    assert read_request(said, LOCALE) == ASKED[said]


@pytest.mark.parametrize("said", MESSAGES)
def test_what_may_be_said_to_others_is_no_request(said):
    assert read_request(said, LOCALE) is None


@pytest.mark.parametrize("said", [phrase for phrase, meant in ASKED.items() if meant])
@pytest.mark.parametrize("courtesy", ["please", "could you", "I'd like you to"])
def test_courtesy_in_front_changes_nothing(courtesy, said):
    if said.startswith(("could", "speak")):
        return
    assert read_request(f"{courtesy} {said}", LOCALE) == ASKED[said]


@given(word=st.sampled_from(["xylophone", "umbrellas", "refactor", "gladly"]), at=st.integers(0, 4))
def test_a_word_that_is_no_part_of_a_request_is_never_passed_over(word, at):
    words = ["how", "many", "new", "messages", "are", "there"]
    words.insert(at, word)
    request = read_request(" ".join(words), LOCALE)
    assert request is None or word in request.name


@given(words=st.lists(st.sampled_from(sorted(" ".join(tag) for tag in vocabulary(LOCALE).tags))))
def test_any_words_are_read_without_an_error(words):
    request = read_request(" ".join(words), LOCALE)
    assert request is None or isinstance(request.kind, Kind)


@pytest.mark.parametrize(
    ("carrier", "words", "meant"),
    [
        ("did", "anyone write since lunch", Request(Kind.NEW, limits=Limits(time="since lunch"))),
        ("did", "I been pinged", Request(Kind.REPLIES)),
        ("what", "Kevin wants", Request(Kind.FROM, "Kevin")),
        ("what", "the design channel", Request(Kind.FROM, "the design channel")),
        ("how many", "are from Ana", Request(Kind.COUNT, "Ana")),
        ("messages", "the newest thing Mark posted", Request(Kind.LAST, "Mark")),
        ("did", "the van pass its test", None),
    ],
)
def test_what_the_carrier_asks_is_part_of_it(carrier, words, meant):
    assert read_request(words, LOCALE, carrier) == meant


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I've been ill since Monday what happened", Kind.CATCH_UP),
        ("I was on a plane what did I miss", Kind.CATCH_UP),
        ("I'm back what's new", Kind.NEW),
    ],
)
def test_a_question_behind_what_one_says_of_oneself_is_a_request(said, kind):
    request = read_request_behind(said, LOCALE)
    assert request is not None
    assert request.kind is kind


@pytest.mark.parametrize(
    "said",
    [
        "I'm back what's new with you",
        "I know what happened to the van",
        "we're back what's new in your world",
        "the van is here what did I miss",
    ],
)
def test_a_question_to_others_is_none(said):
    assert read_request_behind(said, LOCALE) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("and Olu what does he say", Request(Kind.FROM, "Olu")),
        ("Fatima wrote what did she want", Request(Kind.FROM, "Fatima")),
        ("design please is there anything new there", Request(Kind.FROM, "design")),
        ("what about Tom any message", Request(Kind.FROM, "Tom")),
    ],
)
def test_what_is_asked_of_the_name_in_front_goes_back_to_it(said, meant):
    assert read_request_of_one(said, LOCALE) == meant


@pytest.mark.parametrize(
    "said", ["Tom what time is the meeting", "the van what colour was it", "well what did I say"]
)
def test_a_question_that_goes_back_to_nobody_is_none(said):
    assert read_request_of_one(said, LOCALE) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Olu's again", "Olu"),
        ("Tom Becker's one more time", "Tom Becker"),
        ("Ana's note again", "Ana"),
    ],
)
def test_whose_message_is_to_be_said_again(said, name):
    assert read_again_of_one(said, LOCALE) == Request(Kind.LAST, name)


@pytest.mark.parametrize("said", ["Olu's late again", "Olu's", "it's raining again", "again"])
def test_what_somebody_does_again_is_none(said):
    request = read_again_of_one(said, LOCALE)
    assert request is None or request.name == "it"


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("anyone except Olu", 2),
        ("all but Tom Becker", 2),
        ("anyone", 0),
        ("but Olu", 0),
        ("Olu", 0),
    ],
)
def test_who_is_left_out_is_behind_the_words_for_it(said, size):
    assert leaves_out(said, LOCALE) == size


def test_an_excuse_is_told_from_what_is_asked():
    assert is_aside("I had the tap running", LOCALE)
    assert not is_aside("slower", LOCALE)
