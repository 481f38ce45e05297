"""Whole utterances, explained."""

import json

import pytest

from postbox.directory.entries import Directory
from skill.understanding.explaining import Explainer
from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import TEAM, alias

EXPLAINER = Explainer(TEAM, "general")


@pytest.mark.parametrize(
    ("utterance", "outcome", "names", "text"),
    [
        ("send running late to general", "certain", ["general"], "running late"),
        ("send hi to kevin", "certain", ["Kevin Park"], "hi"),
        (
            "message kevin saying the build is green",
            "certain",
            ["Kevin Park"],
            "the build is green",
        ),
        ("tell the dev ops channel we're live", "certain", ["dev-ops"], "we're live"),
        (
            "post lunch is here to random and general",
            "certain",
            ["random", "general"],
            "lunch is here",
        ),
        ("Alexa, tell Slack to send hi to Kevin", "certain", ["Kevin Park"], "hi"),
        ("alexa ask slack to tell kevin that hi", "certain", ["Kevin Park"], "hi"),
        ("let kevin know that i'm late", "certain", ["Kevin Park"], "i'm late"),
        ("send a message to kevin saying hi", "certain", ["Kevin Park"], "hi"),
        ("please send hi to kevin", "certain", ["Kevin Park"], "hi"),
        ("running late to general", "certain", ["general"], "running late"),
        ("tell marta i'm late", "doubtful", ["Marta Sato", "Marta Stone"], "i'm late"),
        ("send hi to zebulon", "unknown", [], "hi"),
        ("send running late", "default", ["general"], "running late"),
        ("text lunch is here to kevin park", "certain", ["Kevin Park"], "lunch is here"),
        ("get a message to kevin saying hi", "certain", ["Kevin Park"], "hi"),
        ("scribble a note to kevin saying hi", "certain", ["Kevin Park"], "hi"),
        ("send kevin park the link is broken", "certain", ["Kevin Park"], "the link is broken"),
        ("send marketing the logo is ready", "doubtful", ["marketing"], "the logo is ready"),
        ("share we're live with the dev ops channel", "certain", ["dev-ops"], "we're live"),
        (
            "send lunch is here to kevin and also to random",
            "certain",
            ["Kevin Park", "random"],
            "lunch is here",
        ),
        (
            "let everybody in the dev ops channel know that we're live",
            "certain",
            ["dev-ops"],
            "we're live",
        ),
        ("send welcome on board", "default", ["general"], "welcome on board"),
        ("send i'm going to general motors", "default", ["general"], "i'm going to general motors"),
    ],
)
def test_an_utterance_is_told_with_outcome_recipients_and_text(utterance, outcome, names, text):
    explained = EXPLAINER.explain(utterance)
    assert explained.outcome == outcome
    assert [recipient.name for recipient in explained.recipients] == names
    assert (explained.phrase, explained.text) == (utterance, text)


def test_it_is_plain_json_with_these_keys_in_this_order():
    plain = EXPLAINER.explain("send running late to general").plain()
    assert list(plain) == ["phrase", "outcome", "recipients", "text"]
    assert list(plain["recipients"][0]) == ["id", "name", "score"]
    assert json.loads(json.dumps(plain)) == plain
    assert plain["outcome"] == "certain"


def test_reasons_come_when_they_are_asked_for():
    plain = EXPLAINER.explain("send hi to ana leema").plain(with_reasons=True)
    (recipient,) = plain["recipients"]
    assert list(recipient) == ["id", "name", "score", "why"]
    assert "sound" in recipient["why"]


@pytest.mark.parametrize("default", ["general", "#General", " general "])
def test_the_default_conversation_may_be_written_as_slack_shows_it(default):
    explained = Explainer(TEAM, default).explain("send hi")
    assert [recipient.id for recipient in explained.recipients] == ["C1"]


@pytest.mark.parametrize("default", ["", "nowhere"])
def test_a_default_conversation_that_is_not_there_is_nobody(default):
    explained = Explainer(TEAM, default).explain("send hi")
    assert (explained.outcome, explained.recipients) == (PhraseOutcome.DEFAULT, ())


def test_learned_names_count():
    explainer = Explainer(TEAM, "general", aliases={"boss": alias("U2", "Ana Lima")})
    explained = explainer.explain("tell the boss i'm late")
    assert (explained.outcome, explained.text) == (PhraseOutcome.CERTAIN, "i'm late")
    assert explained.recipients[0].id == "U2"


def test_in_a_workspace_without_names_nobody_is_known():
    explained = Explainer(Directory(), "general").explain("tell kevin i'm late")
    assert (explained.outcome, explained.recipients) == (PhraseOutcome.UNKNOWN, ())


@pytest.mark.parametrize("utterance", ["🎉 to random", "send 🎉 to random", "post 🎉 in random"])
def test_signs_that_are_no_words_stay_in_the_text(utterance):
    explained = EXPLAINER.explain(utterance)
    assert (explained.outcome, explained.text) == ("certain", "🎉")


@pytest.mark.parametrize(
    ("utterance", "names", "text"),
    [
        ("make sure kevin knows that the kiln is hot", ["Kevin Park"], "the kiln is hot"),
        ("please make sure kevin knows the kiln is hot", ["Kevin Park"], "the kiln is hot"),
        ("make certain ana is aware that tea is at two", ["Ana Lima (she/her)"], "tea is at two"),
        ("see to it that kevin hears that tea is at two", ["Kevin Park"], "tea is at two"),
        ("make sure dev ops know that tea is at two", ["dev-ops"], "tea is at two"),
        ("go to the random channel and say tea is at two", ["random"], "tea is at two"),
        ("head over to random and write that tea is at two", ["random"], "tea is at two"),
        ("hop into the random channel and tell them tea is late", ["random"], "tea is late"),
        ("get the kiln is hot over to ana", ["Ana Lima (she/her)"], "the kiln is hot"),
        ("get where is the paint over to ana", ["Ana Lima (she/her)"], "where is the paint"),
        (
            "get a note over to ana saying the kiln is hot",
            ["Ana Lima (she/her)"],
            "the kiln is hot",
        ),
    ],
)
def test_a_message_may_be_handed_over_in_a_roundabout_way(utterance, names, text):
    explained = EXPLAINER.explain(utterance)
    assert explained.outcome is PhraseOutcome.CERTAIN
    assert [recipient.name for recipient in explained.recipients] == names
    assert explained.text == text


@pytest.mark.parametrize(
    "utterance",
    [
        "make sure kevin locks the shed",
        "send make sure kevin knows the kiln is hot",
        "see that ana gets home",
        "post go to the random channel and say hello",
    ],
)
def test_what_others_are_to_do_is_not_taken_for_a_message_to_whom_it_names(utterance):
    explained = EXPLAINER.explain(utterance)
    assert explained.outcome is not PhraseOutcome.CERTAIN
