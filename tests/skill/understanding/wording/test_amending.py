"""What is wrong in a text gives way to what is right, in its place, and nowhere else."""

import pytest
from hypothesis import given, strategies as st

from skill.understanding.language import language
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended, corrects, surely_amended
from skill.understanding.wording.exchanges import exchanged
from skill.understanding.wording.places.led import led_place
from skill.understanding.wording.places.likely import may_stand_for
from skill.understanding.wording.proposals import guessed

ENGLISH = language("en-US")


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("tank nine's done", "change nine to nineteen", "tank nineteen's done"),
        ("tank nine is done", "make nine nineteen", "tank nineteen is done"),
        ("lunch is at noon", "swap noon for one o'clock", "lunch is at one o'clock"),
        ("the red van is here", "change red to blue please", "the blue van is here"),
        ("the van is full", "no replace full with empty", "the van is empty"),
        ("the van is full", "can you change full to empty", "the van is empty"),
        ("the van is full", "change the word full to empty", "the van is empty"),
        ("the van is full", "change red to blue", None),
        ("nine of nine", "change nine to ten", None),
        ("the van is full", "change van to bus and send it to ben too", None),
        ("the van is red", "change red to green and white", "the van is green and white"),
        # Where it stands is no part of what is right.
        ("the van is full", "change full to empty in my last message", "the van is empty"),
        ("the van is full", "swap full for empty in what i sent", "the van is empty"),
        ("the van is full", "correct full to empty in that would you", "the van is empty"),
        ("the van is left", "change left to right please", "the van is right"),
        # All that leads to it may be said with it.
        ("the van is in at four", "the van is in at five not four", "the van is in at five"),
    ],
)
def test_words_are_exchanged_where_they_stand_once(text, said, right):
    assert surely_amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("meet at the upper gate", "no the lower gate", "meet at the lower gate"),
        ("the white bus is full", "sorry the brown bus", "the brown bus is full"),
        ("the tower is at the upper gate", "no the lower wall", None),
        ("doors open at ten", "hang on half ten", "doors open at half ten"),
        ("doors open at ten", "no at eleven", "doors open at eleven"),
        ("room six is cold", "room sixteen i said", "room sixteen is cold"),
        ("we need ten mugs", "no honey twelve mugs", "we need twelve mugs"),
        ("tram six is in at ten", "no quarter past ten", "tram six is in at quarter past ten"),
        ("tram six is in at ten", "no eleven", None),
        ("meet at the upper gate", "the lower gate", None),
    ],
)
def test_words_of_correction_around_them_say_which_are_right(text, said, right):
    assert surely_amended(text, said, ENGLISH) == right


def test_one_of_two_numbers_is_only_proposed():
    text = "tram six is in at ten"
    assert amended(text, "no eleven", ENGLISH) == "tram six is in at eleven"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("sorry tuesday", True),
        ("change six to seven", True),
        ("bay two i said", True),
        ("we have two dogs", False),
        ("the bus is late", False),
    ],
)
def test_what_corrects_says_so(said, expected):
    assert corrects(said, ENGLISH) is expected


def test_what_is_exchanged_is_named():
    assert ("noon", "one o'clock") in list(exchanged("change noon to one o'clock", ENGLISH))
    assert not list(exchanged("noon is better", ENGLISH))


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("dinner is on the patio", "did i say patio i meant terrace", "dinner is on the terrace"),
        ("dinner is on the patio", "when i said patio i meant the terrace", None),
        ("dinner is on the patio", "i said patio didn't i it's the terrace", None),
        ("dinner is on the patio", "patio should be terrace", None),
        ("dinner is on the patio", "the patio was wrong it's the terrace", None),
        ("dinner is on the patio", "i meant terrace did i say patio", None),
        ("dinner is on the patio", "put terrace where i said patio", None),
        ("dinner is on the patio", "not the patio the terrace", None),
        ("dinner is on the patio", "terrace not patio sorry", None),
        ("dinner is on the patio", "you heard patio i said terrace", None),
        ("bring the small ladder", "did i say small i meant the big one", "bring the big ladder"),
        ("dinner is on the patio", "did i say kitchen i meant terrace", ""),
        ("the patio is by the patio door", "did i say patio i meant terrace", ""),
    ],
)
def test_what_is_named_as_wrong_gives_way_where_it_stands_once(text, said, right):
    expected = "dinner is on the terrace" if right is None else right
    assert (surely_amended(text, said, ENGLISH) or "") == expected


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("the tour starts on the second", "third sorry the third", "the tour starts on the third"),
        ("the tour starts on monday", "tuesday it's tuesday", "the tour starts on tuesday"),
        ("the tour starts on monday", "wrong day it's tuesday", "the tour starts on tuesday"),
        ("the tour starts on monday", "i got the day wrong tuesday", "the tour starts on tuesday"),
        ("the kiln is at nine", "the number's wrong it should be eight", "the kiln is at eight"),
        ("we sold two hundred", "make it two hundred and six", "we sold two hundred and six"),
    ],
)
def test_what_is_said_twice_or_found_fault_with_is_put_right(text, said, right):
    assert surely_amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("two coats for rent", "it should say two boats", "two boats for rent"),
        ("two coats for rent", "i said boats", "two boats for rent"),
        ("the pipe's cracked", "make it pipes are", "the pipes are cracked"),
        ("the meal is vegan", "i should have said vegetarian", "the meal is vegetarian"),
        ("bring the small ladder", "no the big one", "bring the big ladder"),
        ("hope has the keys", "it's priya that has the keys", "priya has the keys"),
        (
            "the van is behind the church",
            "in front of the church sorry",
            "the van is in front of the church",
        ),
        ("order ten rolls and six buns", "sorry nine rolls", "order nine rolls and six buns"),
        ("the soup is cold", "i meant the bus is late", None),
        ("lunch is at noon", "i meant lunch is at one", "lunch is at one"),
        ("the kettle's broken", "i meant the toaster", "the toaster's broken"),
        ("lunch is on thursday", "not thursday", None),
    ],
)
def test_the_words_that_are_like_the_right_ones_are_proposed(text, said, right):
    assert amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("dinner is on the patio", "oops terrace", "dinner is on the terrace"),
        ("dinner is on the patio", "it's the terrace actually", "dinner is on the terrace"),
        ("dinner is on the patio", "terrace", None),
        ("dinner is on the patio", "sorry tuesday", None),
        ("dinner is ready", "oops the", None),
    ],
)
def test_what_a_text_ends_with_is_guessed_last(text, said, right):
    assert guessed(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("the red lorry is late", "no blue the blue lorry is late", "the blue lorry is late"),
        ("tea is at two", "no three tea is at three", "tea is at three"),
        ("gate four is shut", "sorry open gate four is open", "gate four is open"),
        ("we lost two chairs", "no tables we lost two tables", "we lost two tables"),
        ("lunch is on the deck", "oh the roof lunch is on the roof", "lunch is on the roof"),
    ],
)
def test_what_is_said_ahead_of_its_sentence_is_said_once(text, said, right):
    assert amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("towel", "make it two towels", "two towels"),
        ("bring a box of nails", "no two boxes", "bring two boxes of nails"),
        ("bring six chairs and a rope", "make it two ropes", "bring six chairs and two ropes"),
        ("bring a bus", "make it two", None),
    ],
)
def test_what_is_counted_anew_stands_where_it_was(text, said, right):
    assert amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("tea is at quarter to nine", "make it quarter past", "tea is at quarter past nine"),
        ("tea is at quarter to", "make that ten past", "tea is at ten past"),
        ("tea is at a quarter to nine", "no half past", "tea is at half past nine"),
        ("tea is at nine", "make it ten to", "tea is at ten to nine"),
    ],
)
def test_minutes_to_the_hour_give_way_to_others(text, said, right):
    assert amended(text, said, ENGLISH) == right


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("not before the paint dries", "make it not before noon", "not before noon"),
        ("not by the well", "no not by the barn", "not by the barn"),
        ("until the paint dries", "make it until noon", "until noon"),
        ("i'm away until the paint dries", "i meant until noon", "i'm away until noon"),
        ("no swimming until the flag is up", "no until ten", "no swimming until ten"),
        ("unless it snows we walk", "i mean unless it hails", "unless it hails we walk"),
        ("not for the faint of heart", "no not for children", None),
        ("the fair is on tuesday", "no um it is on wednesday the fair", None),
        ("sit at the gate by the barn", "sorry at the door", "sit at the door by the barn"),
        ("park behind the barn", "not behind the barn beside it", None),
        ("never near the bees", "make it never near the hives", "never near the hives"),
    ],
)
def test_a_phrase_gives_way_to_one_that_is_led_as_it_is_and_is_never_cut(text, said, right):
    assert amended(text, said, ENGLISH) == right


_SAID = ("not", "before", "until", "the", "a", "rain", "noon", "gate", "stops", "by", "are", "ten")


@given(
    st.lists(st.sampled_from(_SAID), min_size=2, max_size=6),
    st.lists(st.sampled_from(_SAID), min_size=1, max_size=4),
)
def test_no_article_is_parted_from_its_noun_by_what_is_led(text, right):
    old, new = Phrase(" ".join(text)), Phrase(" ".join(right))
    place = led_place(old, new.spoken, ENGLISH)
    if place:
        before, behind = old.text[: place[0]], old.text[place[1] :]
        assert not behind
        assert before + old.text[place[0] :] == old.text
        assert old.text[place[0] :].startswith(right[0])


@pytest.mark.parametrize(
    ("text", "replaced", "said", "may"),
    [
        ("the logs are full", "logs", "bags", True),
        ("the logs are full", "logs", "bag", False),
        ("the logs are full", "full", "empty", True),
        ("the logs are full", "full", "i never", False),
        ("the logs are full", "full", "it there", False),
        ("the logs are full", "full", "what else", False),
        ("meet at the pond", "pond", "bridge", True),
        ("meet at the pond", "pond", "honestly", False),
        ("meet at the pond", "the pond", "under the bridge", False),
        ("bring a mug", "a mug", "three", True),
    ],
)
def test_a_thing_stands_for_a_thing(text, replaced, said, may):
    start = text.index(replaced)
    place = start, start + len(replaced)
    assert may_stand_for(Phrase(text), place, said, ENGLISH) is may
