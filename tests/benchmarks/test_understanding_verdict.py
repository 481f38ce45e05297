"""What an understanding is worth, and how it is counted."""

from dataclasses import replace

import pytest

from benchmarks.understanding.__main__ import main, miss
from benchmarks.understanding.adapter import Understood, load, save
from benchmarks.understanding.case import CERTAIN, DEFAULT, DOUBTFUL, UNKNOWN, Case
from benchmarks.understanding.cases import cases
from benchmarks.understanding.made.workspace import workspace
from benchmarks.understanding.report import limits, part_table
from benchmarks.understanding.scan import scan
from benchmarks.understanding.store import StoredItems
from benchmarks.understanding.verdicts import Judged, Verdict, judge, judge_all, tally
from postbox.directory.entries import Conversation, Directory, Person
from postbox.store.table import Table

GENERAL = "C1"
KEVIN = Case("behind", "send hi to kevin park", CERTAIN, ("U1",), "hi", spoken=("kevin park",))
KEVINS = Case("shared", "send hi to kevin", DOUBTFUL, ("U1", "U2"), "hi")
NOBODY = Case("nobody", "send hi to zebulon", UNKNOWN, (), "hi", frozenset({DOUBTFUL}))
PLAIN = Case("plain", "send hi", DEFAULT, (GENERAL,), "hi")
LEGAL = Case("trap", "send i gave it to legal", DEFAULT, (GENERAL,), "i gave it to legal")
MAY_ASK = replace(LEGAL, also=frozenset({DOUBTFUL}))


def understood(outcome: str, *ids: str, text: str = "hi") -> Understood:
    return Understood(outcome, ids, text)


@pytest.mark.parametrize(
    ("case", "answer", "verdict"),
    [
        (KEVIN, understood(CERTAIN, "U1"), Verdict.RIGHT),
        (KEVIN, understood(CERTAIN, "U1", text="hi to"), Verdict.WRONG_TEXT),
        (KEVIN, understood(CERTAIN, "U2"), Verdict.WRONG_PLACE),
        (KEVIN, understood(CERTAIN, "U1", "U2"), Verdict.WRONG_PLACE),
        (KEVIN, understood(DEFAULT, GENERAL), Verdict.WRONG_PLACE),
        (KEVIN, understood(DOUBTFUL, "U1", "U2"), Verdict.ASKED),
        (KEVIN, understood(UNKNOWN), Verdict.REFUSED),
        (KEVINS, understood(CERTAIN, "U1"), Verdict.WRONG_PLACE),
        (KEVINS, understood(DOUBTFUL, "U1", "U2"), Verdict.RIGHT),
        (KEVINS, understood(UNKNOWN), Verdict.REFUSED),
        (NOBODY, understood(UNKNOWN), Verdict.RIGHT),
        (NOBODY, understood(DOUBTFUL, "U1"), Verdict.RIGHT),
        (NOBODY, understood(DEFAULT, GENERAL), Verdict.WRONG_PLACE),
        (PLAIN, understood(DEFAULT, GENERAL), Verdict.RIGHT),
        (PLAIN, understood(CERTAIN, "U1"), Verdict.WRONG_PLACE),
        (LEGAL, understood(DOUBTFUL, "C2"), Verdict.ASKED),
        (MAY_ASK, understood(DOUBTFUL, "C2"), Verdict.RIGHT),
        (MAY_ASK, understood(CERTAIN, "C2", text="i gave it"), Verdict.WRONG_PLACE),
    ],
)
def test_an_understanding_is_judged(case, answer, verdict):
    assert judge(case, answer) is verdict


def test_several_recipients_are_right_in_any_order():
    both = replace(KEVIN, recipients=("U1", "C2"))
    assert judge(both, understood(CERTAIN, "C2", "U1")) is Verdict.RIGHT


def test_a_misheard_name_may_be_found_or_asked_about():
    heard = replace(KEVIN, wanted=DOUBTFUL, also=frozenset({CERTAIN}))
    assert judge(heard, understood(CERTAIN, "U1")) is Verdict.RIGHT
    assert judge(heard, understood(CERTAIN, "U2")) is Verdict.WRONG_PLACE
    assert judge(heard, understood(DOUBTFUL, "U1")) is Verdict.RIGHT


def test_an_outcome_that_there_is_not_is_an_error():
    with pytest.raises(ValueError, match="perhaps"):
        judge(KEVIN, understood("perhaps"))


@pytest.mark.parametrize(
    ("right", "offered", "text", "found"),
    [
        (("U1",), ("U1", "U2"), "hi", True),
        (("U1",), ("U2", "U3"), "hi", False),
        (("U1",), ("U1",), "hi to", False),
        (("U1", "U2"), ("U1",), "hi", False),
        (("U1", "U2", "U3", "U4"), ("U2", "U3", "U4"), "hi", True),
    ],
)
def test_a_question_offers_the_right_one_or_not(right, offered, text, found):
    case = replace(KEVINS, recipients=right)
    judged = Judged(case, understood(DOUBTFUL, *offered, text=text), Verdict.RIGHT)
    assert judged.offers_the_right_one is found


def test_shares_are_of_what_they_say():
    answers = {
        KEVIN.phrase: understood(CERTAIN, "U1"),
        KEVINS.phrase: understood(DOUBTFUL, "U1", "U2"),
        NOBODY.phrase: understood(DEFAULT, GENERAL),
        PLAIN.phrase: understood(DOUBTFUL, "U1"),
    }
    counted = tally(judge_all([KEVIN, KEVINS, NOBODY, PLAIN], answers.__getitem__))
    assert counted.right_when_posted == 1 / 2
    assert counted.wrong_place == 1 / 4
    assert counted.asked_in_vain == 1 / 2
    assert counted.right_one_offered == 1.0


def test_all_limits_are_kept_by_one_who_knows():
    known = {case.phrase: case for case in cases("tuning")}

    def knowing(phrase: str) -> Understood:
        return Understood(known[phrase].wanted, known[phrase].recipients[:3], known[phrase].text)

    judged = judge_all(known.values(), knowing)
    assert {judgement.verdict for judgement in judged} == {Verdict.RIGHT}
    assert all(kept for _, kept in limits(tally(judged)))


def test_who_always_posts_to_the_default_breaks_limits():
    space = workspace()
    judged = judge_all(
        cases("tuning"),
        lambda phrase: Understood(DEFAULT, (space.default.id,), phrase.partition(" ")[2]),
    )
    assert [kept for _, kept in limits(tally(judged))] == [False, False, True]


def test_the_table_has_a_row_for_each_kind_and_one_for_all():
    judged = judge_all([KEVIN, PLAIN], lambda _phrase: understood(CERTAIN, "U1"))
    rows = [line.split() for line in part_table(judged).splitlines()]
    assert [row[0] for row in rows] == ["kind", "behind", "plain", "all"]
    assert rows[-1] == ["all", "2", "1", "1"]


def test_a_miss_is_told_with_names():
    case = next(case for case in cases("tuning") if case.phrase == "send running late to general")
    answer = Understood(UNKNOWN, (), "running late")
    told = miss(Judged(case, answer, Verdict.REFUSED), workspace())
    assert told.splitlines() == [
        "NOT KNOWN [by hand] send running late to general",
        "    wanted certain: #general | running late",
        "    got unknown:  | running late",
    ]


SMALL = Directory.of(
    [Person("U1", "Kevin Park"), Person("U2", "Ana Lima")],
    [Conversation("C1", "general", "channel")],
)


def test_the_scan_finds_the_likest_name():
    judged = judge_all([KEVIN], lambda _phrase: understood(CERTAIN, "U2"))
    found = scan(SMALL, judged)
    assert (found.names, found.right, found.product_right) == (1, 1, 0)


def test_a_stored_directory_is_loaded_and_its_reads_are_counted():
    items = StoredItems()
    save(Table(items, "earshot"), SMALL)
    assert items.size > 0
    understand = load(Table(items, "earshot"), "general")
    assert understand("send hi to kevin park") == understood(CERTAIN, "U1")
    # The manifest, the parts of all spans of the phrase in two, what was not foreseen one each.
    assert items.reads == 6


def test_phrases_of_the_held_out_part_cannot_be_asked_for(capsys):
    with pytest.raises(SystemExit):
        main(["--misses", "--part", "held_out"])
    assert "invalid choice" in capsys.readouterr().err
