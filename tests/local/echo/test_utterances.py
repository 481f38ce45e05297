"""What people say, as listed in tests/utterances or told in a story, and what it must come to."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from local.echo.utterances.entities import Entities
from local.echo.utterances.understanding import Meaning, Understanding
from local.interaction_model import Intent, InteractionModel
from skill.intents.registry import UNSUPPORTED
from skill.intents.session import leave
from skill.understanding.openings import openings
from skill.understanding.requests.vocabulary import vocabulary

ROOT = Path(__file__).parents[3]
LISTS = sorted((ROOT / "tests" / "utterances").glob("*/*.yaml"))
STORIES = sorted((ROOT / "tests" / "conversations").glob("*.txt"))
MODELS = sorted((ROOT / "interaction_models").glob("*.json"))
LEAST = 15
"""Utterances for each intent of our own that does something."""
LEAST_OF_A_SENTENCE = 5
"""Utterances for each intent that has nothing but a sentence."""
THANKS = {"ThanksIntent", "CourtesyIntent"}
OPENINGS = "openings"
"""The list for all beginnings of a message, each of which is an intent of its own."""
REQUESTS = "requests"
"""The list for all requests to hear whose meaning is read from their words."""
FILLINGS = {
    "message": ("soup is ready", "soup is ready"),
    "recipient": ("Kevin Park", "Kevin Park"),
    "channel": ("dev ops", "dev ops"),
    "position": ("second", "2"),
    "number": ("two", "2"),
    "amount": ("two", "2"),
    "teaching": ("the boss I mean Ana", "the boss I mean Ana"),
    "name": ("the boss", "the boss"),
    "right": ("five crates", "five crates"),
    "better": ("five crates", "five crates"),
    "wrong": ("boxes", "boxes"),
    "meant": ("seven", "seven"),
    "more": ("Ana Lima", "Ana Lima"),
    "well": ("Ana Lima", "Ana Lima"),
    "also": ("Ana Lima", "Ana Lima"),
    "anew": ("send it to Ana", "send it to Ana"),
    "unmeant": ("everyone", "everyone"),
    "bare": ("rain has stopped", "rain has stopped"),
    "agreed": ("put it there", "put it there"),
    "said": ("make it vanish", "make it vanish"),
    "no_default": ("where", "where"),
    "without": ("use no", "use no"),
    "sorry": ("a ladder", "a ladder"),
    "emoji": ("party popper", "party popper"),
    "which": ("to Kevin at five", "to Kevin at five"),
    "treatment": ("leave out", "leave out"),
    "manner": ("short", "short"),
    "content": ("links", "links"),
    "rate": ("slower", "slower"),
    "often": ("never", "never"),
    "every": ("every message", "every message"),
    "all": ("all my", "all my"),
    "doubt": ("when in doubt", "when in doubt"),
    "rest": ("and so on", "and so on"),
    "when": ("lunch", "lunch"),
    "topic": ("the invoice", "the invoice"),
    "request": ("blue crates", "blue crates"),
    "code": ("4821", "4821"),
    "who": ("recognized voices", "recognized voices"),
    "act": ("hear my messages", "hear my messages"),
    "doing": ("sending messages", "sending messages"),
    "level": ("counts only", "counts only"),
    "house": ("in this household", "in this household"),
    "thing": ("workspace", "workspace"),
    "asked": ("privacy level", "privacy level"),
    "left": ("slack", "slack"),
    "workspace": ("harbor works", "harbor works"),
}
"""What is said in the place of a slot, and what comes of it."""
# What stands around the words of a request that fits no other sentence.
FILLINGS |= dict.fromkeys(vocabulary("en-US").around, ("zebra lamps", "zebra lamps"))


def listed(path: Path) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return lines


@cache
def understanding(locale: str) -> Understanding:
    return Understanding(model(locale))


@cache
def model(locale: str) -> InteractionModel:
    return InteractionModel.load(ROOT / "interaction_models" / f"{locale}.json")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_what_people_say_is_understood(path: Path) -> None:
    locale, understands = path.parent.name, understanding(path.parent.name)
    for line in listed(path):
        said = line["utterance"]
        meaning = understands.opening(said) or understands.following(said)
        expected = (said, line.get("intent", path.stem), line.get("slots", {}))
        assert (said, meaning.intent, meaning.slots) == expected
        if "resolved" in line:
            assert (said, resolved(locale, meaning)) == (said, set(line["resolved"]))


def resolved(locale: str, meaning: Meaning) -> set[str]:
    """Return the ids of the values that stand in the slots."""
    entities = Entities(model(locale), lambda: 0.0)
    found = [
        entities.resolutions(slot.type, meaning.slots[slot.name] or "")
        for slot in model(locale).intents[meaning.intent or ""].slots
        if slot.name in meaning.slots
    ]
    authorities = [
        authority for one in found if one for authority in one["resolutionsPerAuthority"]
    ]
    return {
        value["value"]["id"] for authority in authorities for value in authority.get("values", [])
    }


@pytest.mark.parametrize("path", MODELS, ids=lambda p: p.stem)
def test_every_intent_has_its_list_of_what_people_say_or_a_story_that_says_it(path: Path) -> None:
    lists = {told.stem: len(listed(told)) for told in LISTS if told.parent.name == path.stem}
    requests = {intent.name for intent in model(path.stem).intents.values() if is_request(intent)}
    assert requests == {
        line["intent"] for told in LISTS if told.stem == REQUESTS for line in listed(told)
    }
    intents = {name for name in model(path.stem).intents if name not in openings()}
    told = said_in_stories(path.stem)
    lists |= {name: told[name] for name in intents - requests - lists.keys()}
    assert lists.keys() == (intents - requests) | {OPENINGS, REQUESTS}
    ours = {name: count for name, count in lists.items() if not name.startswith("AMAZON.")}
    assert {name: count for name, count in ours.items() if count < least(name)} == {}


def said_in_stories(locale: str) -> Counter[str | None]:
    """Count the different ways in which an intent is asked for in tests/conversations."""
    lines = (line for path in STORIES for line in path.read_text(encoding="utf-8").splitlines())
    said = {line.partition(":")[2].strip() for line in lines if line.startswith("you:")}
    understands = understanding(locale)
    meanings = (understands.opening(words) or understands.following(words) for words in said)
    return Counter(meaning.intent for meaning in meanings)


def is_request(intent: Intent) -> bool:
    return "request" in {slot.name for slot in intent.slots}


def least(intent: str) -> int:
    beside = {*UNSUPPORTED, leave.NEVER_MIND, *THANKS}
    return LEAST_OF_A_SENTENCE if intent in beside else LEAST


@pytest.mark.parametrize("path", MODELS, ids=lambda p: p.stem)
def test_every_sample_of_a_model_leads_to_its_intent(path: Path) -> None:
    understands = understanding(path.stem)
    for intent in model(path.stem).intents.values():
        for sample in intent.samples:
            slots = {name: FILLINGS[name] for name in re.findall(r"\{(\w+)\}", sample)}
            said = re.sub(r"\{(\w+)\}", lambda slot: FILLINGS[slot[1]][0], sample)
            meaning = understands.following(said)
            wanted = {name: value for name, (_, value) in slots.items()}
            # What is known by another sample of the intent, too, may fill more of its slots.
            found = {name: meaning.slots.get(name) for name in wanted}
            assert (said, meaning.intent, found) == (said, intent.name, wanted)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("let marketing know the demo moved", "TellIntent"),
        ("let anyone hear my messages", "AccountIntent"),
        ("the milk is off please", "Opening_the"),
        ("slower please", "SpeakingRateIntent"),
        ("leave out swear words", "SetPreferenceIntent"),
    ],
)
def test_what_strays_into_a_setting_is_a_message_where_it_fits_one_as_well(
    said: str, intent: str
) -> None:
    assert understanding("en-US").following(said).intent == intent


@pytest.mark.parametrize("said", ["it", "that", "it now", "it please", "it again"])
@pytest.mark.parametrize("verb", ["send", "post", "please send", "can you post", "I want to send"])
def test_it_is_never_the_message(verb: str, said: str) -> None:
    assert understanding("en-US").following(f"{verb} {said}").slots == {}


@pytest.mark.parametrize("said", ["it", "that", "about it", "it please"])
@pytest.mark.parametrize("verb", ["forget", "please forget", "can you forget", "to forget"])
def test_it_is_never_a_name_to_forget(verb: str, said: str) -> None:
    meaning = understanding("en-US").following(f"{verb} {said}")
    assert (meaning.intent, meaning.slots) == ("AMAZON.CancelIntent", {})
