"""Of what a household and a link chose the stricter holds, for every pair of choices."""

from itertools import product

import pytest
from hypothesis import given, strategies as st

from postbox.households.rules import (
    HOUSEHOLD,
    LINK,
    BothRules,
    Demand,
    Privacy,
    Rules,
    Voices,
    least,
)

RULES = st.builds(Rules, st.sampled_from(Voices), st.sampled_from(Voices), st.sampled_from(Privacy))


def meets(demand: Demand, *, recognized: bool, codes: set[str]) -> bool:
    return (recognized or not demand.recognized) and (not demand.code_of or demand.code_of in codes)


@pytest.mark.parametrize(
    ("household", "link", "demand"),
    [
        (Voices.ANYONE, Voices.ANYONE, Demand()),
        (Voices.RECOGNIZED, Voices.ANYONE, Demand(recognized=True)),
        (Voices.ANYONE, Voices.RECOGNIZED, Demand(recognized=True)),
        (Voices.CODE, Voices.ANYONE, Demand(code_of=HOUSEHOLD)),
        (Voices.ANYONE, Voices.CODE, Demand(code_of=LINK)),
        (Voices.CODE, Voices.CODE, Demand(code_of=LINK)),
        (Voices.RECOGNIZED, Voices.CODE, Demand(recognized=True, code_of=LINK)),
        (Voices.CODE, Voices.RECOGNIZED, Demand(recognized=True, code_of=HOUSEHOLD)),
    ],
)
def test_what_has_to_be_so(household, link, demand):
    both = BothRules(Rules(hearing=household), Rules(hearing=link))
    assert both.hearing == demand


@given(RULES, RULES, st.booleans(), st.sets(st.sampled_from([HOUSEHOLD, LINK])))
def test_who_may_not_by_the_link_alone_may_not_by_both(household, link, recognized, codes):
    both, alone = BothRules(household, link), BothRules(Rules(), link)
    for act in ("hearing", "sending", "changing"):
        if meets(getattr(both, act), recognized=recognized, codes=codes):
            assert meets(getattr(alone, act), recognized=recognized, codes=codes)


@given(RULES, RULES, st.booleans(), st.sets(st.sampled_from([HOUSEHOLD, LINK])))
def test_who_may_change_a_choice_may_hear_and_send(household, link, recognized, codes):
    both = BothRules(household, link)
    if meets(both.changing, recognized=recognized, codes=codes):
        assert meets(both.hearing, recognized=recognized, codes=codes)
        assert meets(both.sending, recognized=recognized, codes=codes)


@pytest.mark.parametrize(("one", "other"), list(product(Privacy, Privacy)))
def test_of_two_levels_the_one_holds_that_says_less(one, other):
    assert least((one, other)) == max((one, other), key=list(Privacy).index)


def test_a_code_is_not_shown():
    from postbox.households.codes import Code  # noqa: PLC0415

    code = Code.of("4821", "salt")
    assert code.digest not in repr(Rules(code=code))
    assert "4821" not in repr(code)
