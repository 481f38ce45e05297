"""The evaluation set is large, the same in every run, true to its workspace, and in parts."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.understanding import PARTS
from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, OUTCOMES, UNKNOWN, Case
from benchmarks.understanding.cases import KINDS, cases
from benchmarks.understanding.made.banks import NAMES_OF, Bank, bank
from benchmarks.understanding.made.truth import truth
from benchmarks.understanding.made.workspace import workspace
from postbox.directory.entries import Conversation, Person


def all_cases() -> list[Case]:
    return [case for part in PARTS for case in cases(part)]


def people() -> Mapping[str, Person]:
    return workspace().directory.people


def conversations() -> Mapping[str, Conversation]:
    return workspace().directory.conversations


def first_names(words: Bank) -> set[str]:
    return {name for culture in words.cultures for name in (*culture.first, *culture.rare)}


def last_names(words: Bank) -> set[str]:
    return {name for culture in words.cultures for name in culture.last} | set(words.rare_last)


def test_a_part_of_the_set_is_the_same_in_every_process():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from benchmarks.understanding.cases import cases\n"
            f"for case in cases({PARTS[1]!r}):\n"
            "    print(case.phrase, case.wanted, *case.recipients)",
        ],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    here = [" ".join([case.phrase, case.wanted, *case.recipients]) for case in cases(PARTS[1])]
    assert done.stdout.splitlines() == here


def test_the_workspace_is_as_large_as_it_is_said():
    channels = [
        conversation
        for conversation in conversations().values()
        if conversation.kind in {"channel", "group"}
    ]
    assert (len(people()), len(channels)) == (10_000, 5_000)
    assert len({channel.name for channel in channels}) == 5_000
    assert len({person.handle for person in people().values() if person.handle}) >= 9_000
    assert len({person.real_name.split()[0] for person in people().values()}) >= 800
    assert len({person.real_name.split()[-1] for person in people().values()}) >= 1_200
    assert 500 <= sum(not person.reachable for person in people().values()) <= 1_000
    assert {conversation.kind for conversation in conversations().values()} == {
        "channel",
        "group",
        "im",
        "mpim",
    }


def test_there_are_phrases_enough_of_every_kind():
    assert len(cases("tuning")) >= 1_500
    assert len(cases("rehearsal")) >= 600
    assert len(cases("second_rehearsal")) >= 900
    assert len(cases("third_rehearsal")) >= 1_100
    assert len(cases("fourth_rehearsal")) >= 1_100
    assert len(cases("held_out")) >= 900
    assert len(cases("fifth_rehearsal")) >= 1_100
    assert len(cases("sixth_rehearsal")) >= 1_100
    for part in PARTS:
        found = Counter(case.kind for case in cases(part))
        borrows = bank(part).names_of != part
        assert set(found) == set(KINDS) - ({"by hand"} if borrows else set())
        assert min(found.values()) >= 8


@pytest.mark.parametrize(("one", "other"), list(combinations(PARTS, 2)))
def test_the_parts_share_no_phrase_or_text_and_no_name_but_borrowed_ones(one, other):
    these, those = bank(one), bank(other)
    assert not {case.phrase for case in cases(one)} & {case.phrase for case in cases(other)}
    for kind, texts in these.texts.items():
        assert not set(texts) & set(those.texts[kind])
    assert not {sentence.said for sentence in these.sentences} & {
        sentence.said for sentence in those.sentences
    }
    if these.names_of == those.names_of:
        return
    assert not first_names(these) & first_names(those)
    assert not last_names(these) & last_names(those)
    assert not {name for name, *_ in these.cast} & {name for name, *_ in those.cast}
    assert not set(these.fixed_channels) & set(those.fixed_channels)
    assert not {pattern.form for pattern in these.patterns} & {
        pattern.form for pattern in those.patterns
    }
    if {one, other}.isdisjoint(NAMES_OF):
        # Whoever wrote sentences for borrowed names may have said one as others did.
        for kind, frames in these.frames.items():
            assert not set(frames) & set(those.frames[kind])


@pytest.mark.parametrize("part", PARTS)
def test_no_phrase_stands_there_twice(part):
    phrases = [case.phrase for case in cases(part)]
    assert len(set(phrases)) == len(phrases)


def test_phrases_are_written_as_alexa_writes_them():
    for case in all_cases():
        assert re.fullmatch(r"[a-z0-9' ]+", case.phrase), case.phrase
        assert case.text in case.phrase, case


def test_who_is_right_exists_and_can_be_written_to():
    for case in all_cases():
        assert case.wanted in OUTCOMES
        assert case.also < set(OUTCOMES)
        for id_ in (*case.recipients, *case.recipients_too):
            assert id_ in conversations() or people()[id_].reachable, case


def test_as_many_are_right_as_the_outcome_says():
    for case in all_cases():
        number = len(set(case.recipients))
        assert number == len(case.recipients), case
        if case.wanted == UNKNOWN:
            assert number == 0, case
        elif case.wanted == DEFAULT:
            assert case.recipients == (workspace().default.id,), case
        elif case.wanted == DOUBTFUL and not {CERTAIN, DEFAULT} & case.also:
            assert number > 1, case
        else:
            assert number >= 1, case


def test_a_single_name_that_is_certain_is_nobody_elses():
    alone = [case for case in all_cases() if case.wanted == CERTAIN and len(case.spoken) == 1]
    assert len(alone) > 1_000
    for case in alone:
        others = truth().possible(case.spoken[0]) - set(case.recipients)
        assert not others, case


def test_a_name_that_several_bear_is_never_certain():
    full_names = Counter(
        person.real_name.lower() for person in people().values() if person.reachable
    )
    for case in all_cases():
        if len(case.spoken) == 1 and full_names[case.spoken[0]] > 1:
            assert case.wanted == DOUBTFUL, case


def test_nobody_who_can_be_written_to_has_a_name_that_is_unknown():
    for case in all_cases():
        if case.wanted == UNKNOWN and case.spoken:
            assert not truth().possible(case.spoken[0]), case


@pytest.mark.parametrize(
    ("one", "other"),
    [("shawn holloway", "sean holloway"), ("phillip underwood", "philip underwood")],
)
def test_people_whose_names_sound_alike_are_all_meant(one, other):
    bearers = truth().bearers(one)
    assert len(bearers) == 2
    assert bearers == truth().bearers(other)
