"""Framed texts: what is right, and what is counted as what."""

import pytest

from benchmarks.understanding.adapter import Understood
from benchmarks.understanding.framed.counting import Fate, count, judge
from benchmarks.understanding.framed.phrases import ABOUT_A_NAME, Framed, directory, phrases, told
from benchmarks.understanding.verdicts import POSTED


def framed(text, *recipients):
    return Framed("telling", "tell wei {}", f"tell wei {text}", frozenset(recipients), text)


@pytest.mark.parametrize(
    ("understood", "fate"),
    [
        (Understood("certain", ("wei_zhang",), "She's late"), Fate.MEANT),
        (Understood("certain", ("wei_zhang",), "You're late"), Fate.MEANT),
        (Understood("certain", ("wei_zhang",), "late again"), Fate.OTHERWISE),
        (Understood("certain", ("wei_zhang", "olu_okafor"), "she's late"), Fate.OTHERWISE),
        (Understood("default", ("general",), "wei she's late"), Fate.OTHERWISE),
        (Understood("doubtful", ("wei_zhang",), "she's late"), Fate.ASKED),
        (Understood("unknown", (), "she's late"), Fate.ASKED),
        (Understood("certain", ("wei_zhang",), ""), Fate.ASKED),
    ],
)
def test_a_framed_text_is_posted_as_meant_asked_about_or_posted_otherwise(understood, fate):
    assert judge(framed("she's late", "wei_zhang"), understood) is fate


def test_what_becomes_of_the_phrases_is_counted_by_group():
    asked = Understood("doubtful", ("wei_zhang",), "late")
    counted = count([framed("late", "wei_zhang")] * 2, lambda _phrase: asked)
    assert counted == {"telling": {Fate.ASKED: 2}}
    assert asked.outcome not in POSTED


def test_each_frame_has_its_own_texts_in_full_for_whom_is_there():
    made, known = list(phrases(2)), directory()
    frames = sum(len(group["frames"]) for group in told()["groups"])
    assert len({one.phrase for one in made}) == len(made) > 2 * frames
    everybody = known.people.keys() | known.conversations.keys()
    assert all(one.text in one.phrase and one.recipients <= everybody for one in made)
    assert list(phrases(2)) == made


def test_texts_about_a_name_begin_with_somebody_who_is_there():
    first_names = {name.split()[0].casefold() for name in told()["spoken_of"]}
    about = [one.text.split()[0] for one in phrases(5) if one.group == ABOUT_A_NAME]
    assert about
    assert set(about) <= first_names
