"""What each intent needs to be allowed; what nobody thought of needs everything."""

import pytest

from skill.dialog.needs import NEEDS, need_of
from skill.dialog.open_questions import row_of
from skill.intents.registry import ACCOUNT, EVERYTHING, INTENTS, LAUNCH, UNSUPPORTED, Need
from skill.intents.sharing.topics import Topic, topic_of
from skill.turn.question import Pending

ANSWERS = {
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "SendNowIntent",
    "RecipientIntent",
    "InsteadIntent",
    "CorrectionIntent",
    "AMAZON.FallbackIntent",
}
FREE = {
    "AMAZON.HelpIntent",
    "HowToIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "NeverMindIntent",
    "ThanksIntent",
    "CourtesyIntent",
}


def test_somebody_thought_of_every_topic():
    assert {*Topic, LAUNCH, *INTENTS} <= {*NEEDS}


def test_what_answers_an_open_question_is_what_is_named_here():
    assert {name for name, need in NEEDS.items() if need is Need.ANSWER} == {*ANSWERS, Topic.DIGITS}


def test_what_is_said_of_accounts_without_a_topic_needs_everything():
    assert need_of(ACCOUNT, Pending.NOTHING, is_answer=False) == EVERYTHING


@pytest.mark.parametrize("pending", [pending for pending in Pending if pending])
def test_what_cannot_be_done_answers_no_question(pending):
    assert not set(row_of(pending).others) & set(UNSUPPORTED)


def test_what_nobody_thought_of_needs_everything():
    assert need_of("TomorrowsIntent", Pending.NOTHING, is_answer=False) == EVERYTHING


@pytest.mark.parametrize("pending", Pending)
def test_help_and_leaving_need_nothing_at_any_question(pending):
    found = {intent: need_of(intent, pending, is_answer=True) for intent in FREE}
    assert found == dict.fromkeys(FREE, Need.NOTHING)


@pytest.mark.parametrize("pending", Pending)
def test_no_answer_is_free_but_to_the_questions_that_ask_who_and_where(pending):
    is_free = pending in (Pending.CODE, Pending.WHICH_WORKSPACE)
    found = {intent: not need_of(intent, pending, is_answer=True) for intent in ANSWERS}
    assert found == dict.fromkeys(ANSWERS, is_free)


@pytest.mark.parametrize("pending", Pending)
def test_what_a_question_gives_no_meaning_may_send(pending):
    found = {intent: need_of(intent, pending, is_answer=False) for intent in ANSWERS}
    assert found == dict.fromkeys(ANSWERS, Need.SEND)


@pytest.mark.parametrize("pending", [Pending.MORE, Pending.WHICH_TO_HEAR, Pending.WHICH_OF_DIGEST])
def test_an_answer_to_what_is_to_be_heard_hears(pending):
    found = {intent: need_of(intent, pending, is_answer=True) for intent in ANSWERS}
    assert found == dict.fromkeys(ANSWERS, Need.READ)


@pytest.mark.parametrize(
    ("slots", "ids", "topic"),
    [
        ({"code": "4821"}, set(), Topic.DIGITS),
        ({"code": "4821", "who": "anyone"}, {"anyone"}, Topic.DIGITS),
        ({"who": "anyone", "act": "hear"}, {"anyone", "hearing"}, Topic.WHO_MAY),
        ({"thing": "code"}, {"set_code"}, Topic.SET_CODE),
        ({"thing": "shoes"}, set(), Topic.UNKNOWN),
        ({"left": "slack"}, {"leave"}, Topic.LEAVE),
        ({}, set(), Topic.UNKNOWN),
    ],
)
def test_what_is_meant_is_told_by_the_slots(slots, ids, topic):
    assert topic_of(slots, frozenset(ids)) is topic
