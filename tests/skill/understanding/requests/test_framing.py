"""What leads to a request, what is a question behind it, and which statements ask."""

import pytest

from skill.understanding.requests.framing import asks_behind_breaths, is_led
from skill.understanding.requests.nearly import read_nearly
from skill.understanding.requests.reading import read_request
from skill.understanding.requests.request import (
    HearRequest as Request,
    Limits,
    RequestKind as Kind,
)
from skill.understanding.requests.roundabout import read_time_as_a_name, read_whether

LOCALE = "en-US"


@pytest.mark.parametrize(
    "said",
    [
        "well is the pond frozen",
        "right now what did the gate cost",
        "oh and did the vet ring",
        "no wait where did the ladder go",
        "okay so how many pears are left",
        "then has the post been",
    ],
)
def test_a_question_behind_what_leads_to_it_asks(said):
    assert asks_behind_breaths(said, LOCALE)


@pytest.mark.parametrize(
    "said",
    [
        "is the pond frozen",
        "well the pond is frozen",
        "we'll do it by noon",
        "so do it by noon",
        "and don't forget the pears",
        "but be careful on the ladder",
        "and when you're done shut the gate",
        "oh has anyone seen the ladder",
        "right are we ready",
        "hello what are you bringing",
        "good news from the vet",
        "well",
    ],
)
def test_what_tells_orders_or_asks_everybody_does_not(said):
    assert not asks_behind_breaths(said, LOCALE)


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("oh any news", True),
        ("any news", False),
        ("oh the news is bad", False),
        ("we'll see", False),
        ("well", False),
    ],
)
def test_what_only_leads_begins_no_message(said, leads):
    assert is_led(said, LOCALE) is leads


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("somebody's been asking for me", Kind.REPLIES),
        ("wait someone wants an answer from me", Kind.REPLIES),
        ("anyone's mentioned me", Kind.MENTIONS),
    ],
)
def test_a_statement_of_somebody_asks_whether_it_is_so(said, kind):
    found = read_whether(said, LOCALE)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "said",
    [
        "somebody left a kayak in the yard",
        "someone took my charger",
        "someone brought me a pear",
        "they want me at noon",
        "Ana wrote to me",
    ],
)
def test_what_tells_of_somebody_is_none(said):
    assert read_whether(said, LOCALE) is None


def test_a_time_where_a_name_was_expected_is_a_time():
    found = read_time_as_a_name("the past two hours", LOCALE)
    assert found is not None
    assert found.limits.time.endswith("the past two hours")
    assert read_time_as_a_name("orchard", LOCALE) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "what came in the past half hour",
            Request(Kind.NEW, limits=Limits(time="in the past half hour")),
        ),
        ("anything since noon if you would", Request(Kind.NEW, limits=Limits(time="since noon"))),
        ("any messages the baby's asleep", Request(Kind.NEW)),
        ("what's new my ladder is slipping", Request(Kind.NEW)),
        ("did Olu or Fatima reply", Request(Kind.FROM, "Olu or Fatima")),
        ("what has Olu got for me", Request(Kind.FROM, "Olu")),
        ("what have we got for me", Request(Kind.NEW)),
    ],
)  # fmt: skip
def test_what_stands_behind_changes_no_kind(said, meant):
    assert read_request(said, LOCALE) == meant


@pytest.mark.parametrize("said", ["kindly to tell Olu that the gate is shut", "and tell also Olu"])
def test_who_is_told_something_is_no_request(said):
    assert read_request(said, LOCALE) is None


def test_what_the_speaker_is_calls_nobody():
    found = read_nearly("any news for a poor tired gardener", LOCALE)
    assert found is not None
    assert found.request == Request(Kind.NEW)


def test_what_something_was_said_to_is_passed_over_by_nothing():
    assert read_nearly("anyone said yes to the barn dance", LOCALE, "did") is None
