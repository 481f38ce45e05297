"""The table of open questions is whole, and names nothing that is not there."""

from importlib import import_module

import pytest

from skill.composing.draft import Draft
from skill.dialog.dispatch import handler
from skill.dialog.open_questions import ROWS, matter_of, row_of
from skill.dialog.questions.row import OpenQuestion
from skill.intents.registry import BESIDE, INSTEAD, INTENTS, handler_of
from skill.speech.said import say
from skill.turn.question import DRAFT, Pending, Question

OPEN = [question for question in Pending if question]


@pytest.mark.parametrize("pending", OPEN)
def test_every_question_that_may_be_open_has_its_row(pending):
    assert isinstance(row_of(pending), OpenQuestion)


def test_without_a_question_there_is_no_row():
    assert row_of(Pending.NOTHING) is None


@pytest.mark.parametrize("name", sorted(set(ROWS.values())))
def test_a_group_of_rows_holds_those_that_the_table_sends_to_it(name):
    rows = import_module(f"skill.dialog.questions.{name}").ROWS
    assert set(rows) == {pending for pending, group in ROWS.items() if group == name}


@pytest.mark.parametrize("intent", sorted(INTENTS))
def test_every_intent_has_what_answers_it(intent):
    assert callable(handler_of(intent))


@pytest.mark.parametrize("pending", OPEN)
def test_a_row_speaks_of_intents_that_there_are(pending):
    assert set(row_of(pending).others) <= set(INTENTS)


@pytest.mark.parametrize("pending", OPEN)
def test_what_may_have_words_can_be_asked_again(pending):
    kept = {DRAFT: Draft(id="one", text="hello").plain(), "change": "hello"}
    if matter_of(Question(pending, (), kept)).has_words:
        assert row_of(pending).again is not None


@pytest.mark.parametrize("pending", OPEN)
def test_yes_no_help_and_leaving_have_a_meaning_of_their_own_at_every_question(pending):
    for intent in ("AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent"):
        assert handler(intent, pending) is not handler_of(intent)


def test_what_a_row_leaves_out_means_what_it_means_without_a_question():
    for intent in ("DeliveryStatusIntent", "ReadRepliesIntent"):
        assert {handler(intent, pending) for pending in OPEN} == {handler_of(intent)}


def test_an_intent_leaves_a_message_alone_or_takes_its_place():
    assert not set(BESIDE) & set(INSTEAD)


def test_a_question_that_another_version_asked_is_none():
    plain = {**Question(Pending.WHICH, ()).plain(), "pending": "which hat"}
    assert Question.from_plain(plain) is None


def test_a_question_survives_the_session():
    question = Question(
        Pending.WHICH, say("which_reprompt"), {DRAFT: {}}, ("RecipientIntent", "recipient")
    )
    assert Question.from_plain(question.plain()) == question
