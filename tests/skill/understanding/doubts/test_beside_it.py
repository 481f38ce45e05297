"""What is said of speaking, or of the manner alone, and is no message."""

import pytest

from skill.understanding.doubts.no_message.beside_it import BesideIt
from skill.understanding.language import language
from skill.understanding.phrase import Phrase

BESIDE_IT = BesideIt(language("en-US"))


def said(words: str) -> tuple[str, ...]:
    return Phrase(words).spoken


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("disregard me i was addressing the bird", True),
        ("ignore me i was talking to the cat", True),
        ("oh take no notice i was having a word with the dog", True),
        ("no not you i'm talking to the baby", True),
        ("never mind me that was me shouting at the telly", True),
        ("ignore me if i look tired", False),
        ("i was talking to the landlord about the lift", False),
        ("take no notice of the siren", False),
        ("never mind that i was late", False),
        ("sorry i was on the phone", False),
    ],
)
def test_what_was_heard_is_excused_where_it_was_for_others(words, is_so):
    assert BESIDE_IT.excuses(said(words)) == is_so


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("i was talking to the dog", True),
        ("oh sorry i was speaking to my mother", True),
        ("that was me singing to the baby", True),
        ("i was talking to the landlord about the lift", False),
        ("i'm talking to the bank at noon", False),
        ("i was talking rubbish", False),
        ("we were talking to the baker", False),
    ],
)
def test_whom_one_spoke_to_is_told_alone(words, is_so):
    assert BESIDE_IT.was_for_others(said(words)) == is_so


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("very quickly and politely", True),
        ("as gently as you can", True),
        ("nicely please", True),
        ("calmly and quietly", True),
        ("ever so tactfully", True),
        ("absolutely", False),
        ("probably not", False),
        ("lovely", False),
        ("slowly but surely does it", False),
        ("very well", False),
        ("seriously", False),
        ("quietly confident", False),
        ("drive carefully", False),
        ("please reply", False),
    ],
)
def test_the_manner_alone_is_no_text(words, is_so):
    assert BESIDE_IT.is_only_manner(said(words)) == is_so


@pytest.mark.parametrize(
    ("words", "manner"),
    [
        ("very quickly and politely the gate is open", 4),
        ("politely the gate is open", 1),
        ("politely whether the gate is open", 1),
        ("slowly and clearly the code is nine", 3),
        ("clearly the gate is open", 0),
        ("as gently as you can the cat is ill", 5),
        ("quite loudly i can hear you", 2),
        ("firmly but kindly that we close at six", 3),
        ("quickly the gate is open", 0),
        ("slowly but surely we win", 0),
        ("quite frankly i'm tired", 0),
        ("so sadly we lost", 0),
        ("really the gate is open", 0),
        ("the gate opens very slowly", 0),
    ],
)
def test_how_it_is_to_be_told_stands_before_a_sentence(words, manner):
    assert BESIDE_IT.led_by_manner(said(words)) == manner
