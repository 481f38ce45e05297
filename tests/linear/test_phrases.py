"""A phrase of four times the length is four times the work, whatever it repeats, at each reader.

What is longer than anything that one says to a device is read as a message alone, so that the
readers of requests and corrections do no more work with it (LONGEST_COMMAND).
"""

from collections.abc import Callable
from functools import cache, partial

import pytest

from skill.understanding.answers import edges, new_message
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.requests.nearly import read_nearly
from skill.understanding.requests.reading import read_request
from skill.understanding.requests.roundabout import read_request_behind, read_request_of_one
from skill.understanding.understanding import Understanding
from skill.understanding.wording.aligned.aligning import aligned
from skill.understanding.wording.amending import amended, names_wrong
from tests.linear.lines_run import lines_run
from tests.skill.understanding.workspace import understanding

LOCALE, KNOWN = "en-US", language("en-US")
SHORT, LONG = 48, 192
MOST_GROWTH, FEW = 6.5, 4000
"""So many times the work at most; and so few lines of code are run for any phrase."""
MESSAGES = (
    "and tell kevin that the van is here", "and also tell marta", "but tell ana",
    "let kevin know that the van is here", "tell ana", "the same to ana", "and mention ana",
    "to kevin and", "to general and to random", "robert miller no robert stone", "not kevin",
    "no wait", "sorry not six seven", "um", "at half past nine", "question mark", "new line",
    "quote the van end quote", "thumbs up emoji", "who is at the gate", "he said she said",
    "a long unknown zorblax",
)  # fmt: skip
"""What makes readings of a message: openings, recipients, corrections, dictated marks."""
FRAGMENTS = (
    *MESSAGES,
    "then tell ana", "and ask kevin if the van is here", "message for ana", "send hello to kevin",
    "kevin park and", "and marta", "kevin", "except kevin", "everybody", "me", "with ana",
    "i mean six", "actually", "scratch that", "did i say six", "you know", "please", "i'm sorry",
    "thanks", "yes", "privately", "nine", "on monday", "in ten minutes", "half past",
    "nine oh five", "comma", "full stop", "capital", "quote", "smiley face", "hash general",
    "at kevin", "dot com", "is the van here", "if the van is here", "what did ana say",
    "anything", "read my messages", "the boat leaves", "a b c", "that", "and", "the",
    "don't tell kevin",
)  # fmt: skip


@cache
def known() -> Understanding:
    return understanding()


UNDERSTANDING: dict[str, Callable[[str], object]] = {
    "behind send": lambda words: known().judge(words, Carrier.TEXT),
    "behind tell": lambda words: known().judge(words, Carrier.RECIPIENT),
    "behind nothing": lambda words: known().judge(words, Carrier.BARE),
    "a text asked for": lambda words: known().said_to(words, ()),
}
COMMANDS: dict[str, Callable[[str], object]] = {
    "a request": lambda words: read_request(words, LOCALE),
    "a request behind read": lambda words: read_request(words, LOCALE, "read"),
    "nearly a request": lambda words: read_nearly(words, LOCALE),
    "a request of one": lambda words: read_request_of_one(words, LOCALE),
    "a request behind oneself": lambda words: read_request_behind(words, LOCALE),
    "a correction": lambda words: amended("the van is here at nine", words, KNOWN),
    "of a long text": lambda words: amended(words, "i meant six", KNOWN),
    "an alignment": lambda words: aligned("the van is here at nine", words, KNOWN),
    "aligned with a long text": lambda words: aligned(words, "it is here at six", KNOWN),
    "what is wrong": lambda words: names_wrong(words, "i said nine i meant six", KNOWN),
    "another message": lambda words: new_message.begun(Phrase(words), KNOWN),
    "one's own message": lambda words: edges.asks_for_own_message(words, KNOWN),
}


def repeated(fragment: str, words: int) -> str:
    return " ".join((f"{fragment} " * words).split()[:words])


def growth(work: Callable[[str], object], fragment: str) -> float:
    # What is remembered of words is no work of this phrase's; another one brings it in.
    work(repeated(fragment, SHORT + 1))
    few, many = (lines_run(partial(work, repeated(fragment, n))) for n in (SHORT, LONG))
    return many / max(few, FEW)


@pytest.mark.parametrize(
    ("reader", "fragments"),
    [
        (reader, MESSAGES[nth::4] if at == 0 else MESSAGES[at::5])
        for at, reader in enumerate(UNDERSTANDING)
        for nth in (range(4) if at == 0 else range(1))
    ],
)
def test_a_longer_phrase_is_so_much_more_work_and_no_more(reader, fragments):
    grown = {fragment: growth(UNDERSTANDING[reader], fragment) for fragment in fragments}
    assert {fragment: times for fragment, times in grown.items() if times > MOST_GROWTH} == {}


@pytest.mark.parametrize("reader", COMMANDS)
def test_what_is_longer_than_a_command_is_hardly_more_work_than_one(reader):
    grown = {fragment: growth(COMMANDS[reader], fragment) for fragment in FRAGMENTS}
    assert {fragment: times for fragment, times in grown.items() if times > MOST_GROWTH} == {}


@pytest.mark.parametrize(
    ("command", "words"),
    [("what did ana say", "please"), ("no i meant six", "please")],
)
def test_a_command_may_be_as_long_as_one_says_it(command, words):
    """The limit is beyond what is said: padded up to it, a request stays what it is."""
    longest = f"{command} {repeated(words, LONGEST_COMMAND)}"
    within = " ".join(longest.split()[:LONGEST_COMMAND])
    beyond = " ".join(longest.split()[: LONGEST_COMMAND + 1])
    assert read_request(beyond, LOCALE) is None
    assert amended("the van is here at nine", beyond, KNOWN) is None
    assert read_request(within, LOCALE) or amended("the van is here at nine", within, KNOWN)
