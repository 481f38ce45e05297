"""What is meant is made out before anything is permitted: words of a message may ask to hear."""

from dataclasses import fields, replace
from typing import Any

import pytest

from skill.dialog.meant import as_meant
from skill.dialog.needs import need_of
from skill.intents.registry import INTENTS, LAUNCH, REQUESTS, Need
from skill.speech.phrases import Phrases
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.parts import Parts
from skill.turn.question import QUESTION, Pending, Question
from skill.turn.request import JUST_SENT
from skill.understanding.requests.vocabulary import vocabulary


def turn(pending: Pending = Pending.NOTHING, **slots: str) -> Turn:
    nothing: dict[str, Any] = {field.name: None for field in fields(Parts)}
    question = Question(pending, say("reading_reprompt")).plain() if pending else None
    return Turn(
        request_id="r",
        session_id="s",
        spoken_at=0.0,
        phrases=Phrases("en-US"),
        link_id="personal",
        opens_session=not pending,
        slots=slots,
        attributes={QUESTION: question} if question else {},
        **nothing,
    )


@pytest.mark.parametrize(
    ("intent", "slots", "meant", "left"),
    [
        (
            "TellIntent",
            {"message": "me what Kevin wrote"},
            "ReadFromIntent",
            {"recipient": "Kevin"},
        ),
        ("TellIntent", {"message": "me how many messages there are"}, "CountIntent", {}),
        ("HaveIntent", {"message": "my new messages"}, "ReadNewIntent", {}),
        ("SearchIntent", {"rest": "messages from Ana"}, "ReadFromIntent", {"recipient": "Ana"}),
        ("Opening_the", {"message": "last three messages"}, "LastMessagesIntent", {"amount": "3"}),
        ("Opening_i_ve", {"message": "been ill what did I miss"}, "CatchUpIntent", {}),
        (
            "Opening_i",
            {"message": "need to hear the last three messages"},
            "LastMessagesIntent",
            {"amount": "3"},
        ),
        ("Opening_i", {"message": "wonder whether it works"}, "AMAZON.FallbackIntent", {}),
        ("Opening_i", {"message": "amble"}, "AMAZON.FallbackIntent", {}),
        ("ReadFromIntent", {"recipient": "people"}, "ReadNewIntent", {}),
        ("LastMessagesIntent", {"recipient": "I"}, "OwnMessagesIntent", {}),
        ("SpeakingRateIntent", {"rate": "the dms"}, "ReadRepliesIntent", {}),
        (
            "AskWhoIntent",
            {"request": "wrote since lunch"},
            "CountIntent",
            {"time": "since lunch", "asks": "people"},
        ),
        (
            "SearchIntent",
            {"rest": "the message about the wine"},
            "ReadNewIntent",
            {"about": "the wine"},
        ),
        ("SendMessageIntent", {"message": "it again"}, "AMAZON.RepeatIntent", {}),
        ("Tomorrows", {}, "AMAZON.FallbackIntent", {}),
        (LAUNCH, {}, LAUNCH, {}),
    ],
)
def test_words_that_ask_to_hear_are_a_request(intent, slots, meant, left):
    found, told = as_meant(intent, turn(**slots))
    assert (found, dict(told.slots)) == (meant, left)


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("TellIntent", {"message": "me to buy milk"}),
        ("TellIntent", {"message": "Kevin what's new"}),
        ("HaveIntent", {"message": "Kevin call me back"}),
        ("HaveIntent", {"message": "Ana reply to the thread"}),
        ("SearchIntent", {"rest": "what colour the sky had"}),
        ("AskWhetherIntent", {"request": "anyone take my charger"}),
    ],
)
def test_what_is_none_stays_what_it_was(intent, slots):
    found, told = as_meant(intent, turn(**slots))
    assert (found, dict(told.slots)) == (intent, slots)


def test_an_opening_keeps_its_words():
    found, told = as_meant("Opening_the", turn(message="latest build is broken"))
    assert (found, told.slots["message"]) == ("Opening_the", "the latest build is broken")


@pytest.mark.parametrize(
    ("intent", "words", "said"),
    [
        ("Opening_we_ll", "the van is here", "well the van is here"),
        ("Opening_we_ll", "now that was quick", "well now that was quick"),
        ("Opening_we_ll", "Ana is in", "well Ana is in"),
        ("Opening_we_ll", "see you at noon", "we'll see you at noon"),
        ("Opening_we_ll", "now move to bay four", "we'll now move to bay four"),
        ("Opening_we_ll", "all be late", "we'll all be late"),
        ("Opening_we_ll", "be there when the gate opens", "we'll be there when the gate opens"),
        ("Opening_we_ll", "catch up after lunch", "we'll catch up after lunch"),
        ("Opening_we_re", "they late", "were they late"),
        ("Opening_we_re", "the last ones in", "we're the last ones in"),
    ],
)
def test_what_only_sounds_like_an_opening_is_put_back_as_it_was_said(intent, words, said):
    _, told = as_meant(intent, turn(message=words))
    assert said in {told.slots.get("message"), told.slots.get("request")}


def test_while_a_message_is_asked_about_its_words_are_no_request():
    slots = {"message": "last three messages"}
    found, _ = as_meant("Opening_the", turn(Pending.CONFIRM, **slots))
    assert found == "Opening_the"


def test_a_name_may_answer_in_a_requests_words():
    found, told = as_meant("AskWhetherIntent", turn(Pending.WHICH, request="it the one in sales"))
    assert (found, told.slots["recipient"]) == ("RecipientIntent", "it the one in sales")


def test_what_is_looked_for_among_what_is_new_needs_what_reading_needs():
    needs = {intent: need_of(intent, Pending.NOTHING, is_answer=False) for intent in REQUESTS}
    assert set(needs.values()) == {Need.READ}


def test_who_may_only_send_hears_nothing_by_it():
    found, _ = as_meant("TellIntent", turn(message="me what Kevin wrote"))
    assert need_of("TellIntent", Pending.NOTHING, is_answer=False) == Need.SEND
    assert need_of(found, Pending.NOTHING, is_answer=False) == Need.READ


def test_every_intent_of_requests_is_in_the_model_and_has_its_carrier():
    assert set(REQUESTS) <= set(INTENTS)
    beside = {"SearchIntent", "ReadBackIntent", "CatchUpIntent"}
    assert set(vocabulary("en-US").carriers) == set(REQUESTS) | beside


@pytest.mark.parametrize(
    ("words", "just_sent", "meant"),
    [
        ("tell marketing as well", True, "CorrectionIntent"),
        ("oh and tell the people in sales too", True, "CorrectionIntent"),
        ("tell me how many messages there are as well", True, "HearIntent"),
        ("how many messages are there", True, "CountIntent"),
    ],
)
def test_telling_somebody_too_is_of_what_was_just_sent(words, just_sent, meant):
    said = turn(message=words)
    after = replace(said, attributes={**said.attributes, JUST_SENT: just_sent})
    assert as_meant("CorrectionIntent", after)[0] == meant


@pytest.mark.parametrize(
    ("intent", "slots", "meant", "left"),
    [
        ("NeverMindIntent", {"rest": "and what's new"}, "ReadNewIntent", {}),
        ("ForgetNameIntent", {"name": "it and read my messages"}, "ReadNewIntent", {}),
        ("CorrectionIntent", {"message": "scrap that and catch me up"}, "CatchUpIntent", {}),
        (
            "ForgetNameIntent",
            {"name": "that post it in random"},
            "NeverMindIntent",
            {"rest": "post it in random"},
        ),
        # Nothing is left, or nothing is asked for behind it.
        ("ForgetNameIntent", {"name": "the boss"}, "ForgetNameIntent", {"name": "the boss"}),
        ("NeverMindIntent", {"rest": "about that"}, "NeverMindIntent", {"rest": "about that"}),
    ],
)
def test_what_is_left_at_an_open_question_is_left_for_what_follows(intent, slots, meant, left):
    found, after = as_meant(intent, turn(Pending.WHICH, **slots))
    assert (found, after.slots) == (meant, left)
