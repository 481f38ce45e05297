"""What stands before and behind a request changes nothing of it; and none of it becomes a message.

Each request is said to the virtual Echo with words in front while one thinks, and with manners and
excuses behind: it has to come out as what it is without them.
"""

from collections.abc import Mapping
from functools import cache

import pytest

from local.echo.utterances.understanding import Understanding
from local.world.models import model_for
from skill.dialog.meant import as_meant
from skill.dialog.requested import asked, by_intent, carried, misplaced, opened, ordered
from skill.intents.registry import CORRECTION, INTENTS, Need
from skill.turn.request import ASKS, LEADS
from tests.skill.dialog.test_meant import turn

LOCALE = "en-US"
NAMES = frozenset({"ana", "wei", "olu", "design", "sales", "tom becker"})

REQUESTS_SAID = (
    "what's new",
    "any messages",
    "have I got anything",
    "what have we got",
    "did anyone write",
    "what did Ana say",
    "anything from Wei",
    "has Olu answered",
    "is there anything new in design",
    "read my messages",
    "what's happening in sales",
    "how many messages are there",
    "was I mentioned",
    "what did I miss",
    "check for new messages",
    "catch me up",
    "what came in since lunch",
    "read the last message from Ana",
    "are there any replies",
    "what did Wei and Ana write",
    "somebody's waiting on an answer from me",
)
LEADS_SAID = (
    "well", "now", "right", "so", "okay", "er", "um", "look", "hey", "listen", "oh", "oh and",
    "and", "but", "right then", "well now", "let's see", "so then", "hello", "good morning",
    "yeah", "actually", "wait", "hang on", "you know", "quick one", "oi", "tell me",
    "no", "thanks", "oh well", "if you would",
)  # fmt: skip
TAILS_SAID = (
    "please", "love", "if you would", "my hands are full", "then", "mate", "thanks", "I'm driving",
    "I'm up a ladder", "when you can", "eh", "by any chance", "there's a love", "will you",
    "the kettle's on", "my gloves are wet", "before I forget",
)  # fmt: skip


WE_WILL = ("check for new messages", "read the last message from Ana")
"""What "we'll" may stand before as well as "well": it is heard as the same."""


@cache
def echo() -> Understanding:
    return Understanding(model_for(LOCALE), hears_lower_case=True)


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these names be known, as a directory has them."""

    def is_known(name: str, _: object, *, surely: bool = False) -> bool:
        del surely
        return all(part in NAMES for part in name.casefold().split(" and "))

    for module in (asked, by_intent, carried, misplaced, opened, ordered):
        monkeypatch.setattr(module, "is_known", is_known)


def meant(said: str) -> tuple[str, Mapping[str, str | None]]:
    """Return what "ask Slack ..." comes to: an intent, and the slots that change the answer."""
    heard = echo().opening(f"ask slack {said}")
    assert heard is not None
    assert heard.intent is not None
    slots = {name: words for name, words in heard.slots.items() if words}
    intent, told = as_meant(heard.intent, turn(**slots))
    beside = {ASKS, LEADS}
    return intent, {name: words for name, words in told.slots.items() if name not in beside}


def only_reads(intent: str) -> bool:
    return not INTENTS[intent][1] & (Need.SEND | Need.CHANGE)


@pytest.mark.parametrize("said", REQUESTS_SAID)
def test_what_leads_to_a_request_changes_nothing_of_it(said):
    bare = meant(said)
    assert only_reads(bare[0])
    leads = [lead for lead in LEADS_SAID if said not in WE_WILL or not lead.startswith("well")]
    assert {lead: meant(f"{lead} {said}") for lead in leads} == dict.fromkeys(leads, bare)


@pytest.mark.parametrize(
    ("said", "asked_for"),
    [
        ("zounds what did Ana say", "ReadFromIntent"),
        ("no but like what did I miss", "CatchUpIntent"),
        ("right who's been pestering me", "CountIntent"),
        ("I wonder what Ana wrote", "ReadFromIntent"),
        ("hello any messages for a tired gardener", "ReadNewIntent"),
        ("well well what's new", "ReadNewIntent"),
    ],
)
def test_words_that_no_list_has_make_no_message_of_a_question(said, asked_for):
    intent, _ = meant(said)
    assert only_reads(intent)
    assert intent == asked_for


@pytest.mark.parametrize(
    "said",
    [
        "we'll see what Wei wrote",
        "hello what are you bringing",
        "guess who is back",
    ],
)
def test_what_tells_something_stays_a_message(said):
    intent = meant(said)[0]
    assert intent == CORRECTION or not only_reads(intent)


@pytest.mark.parametrize("said", REQUESTS_SAID)
def test_manners_and_excuses_behind_a_request_change_nothing_of_it(said):
    bare = meant(said)
    assert {tail: meant(f"{said} {tail}") for tail in TAILS_SAID} == dict.fromkeys(TAILS_SAID, bare)
