"""Names that a link learned, as the table keeps them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from postbox.links.stores.aliases import Alias, Aliases, key_of
from postbox.store.table import Table

BOSS = Alias("personal", "boss", "U2", "Ana Lima", "person", 1_790_000_000.25)
PLAN = Alias("personal", "the plan", "C4", "q3-planning", "channel", 1_790_000_001.0)


@pytest.fixture
def aliases(table: Table) -> Aliases:
    return Aliases(table)


def test_a_link_that_learned_nothing_has_none(aliases: Aliases):
    assert aliases.of("personal") == []


def test_what_was_learned_comes_back_in_alphabetical_order(aliases):
    for alias in (PLAN, BOSS):
        aliases.learn(alias)
    assert aliases.of("personal") == [BOSS, PLAN]


def test_links_do_not_share_names(aliases):
    aliases.learn(BOSS)
    aliases.learn(replace(BOSS, link_id="other", target_id="U3"))
    assert aliases.of("personal") == [BOSS]
    assert [alias.target_id for alias in aliases.of("other")] == ["U3"]
    assert aliases.of("person") == []


@pytest.mark.parametrize("spoken", ["boss", "Boss", "BOSS!", "bóss"])
def test_a_name_means_what_was_taught_last(aliases, spoken):
    aliases.learn(BOSS)
    later = replace(BOSS, spoken=spoken, target_id="U3", target_name="Kevin Park")
    aliases.learn(later)
    assert aliases.of("personal") == [later]


def test_what_is_forgotten_is_gone_and_nothing_else_is(aliases):
    for alias in (PLAN, BOSS):
        aliases.learn(alias)
    aliases.forget(BOSS)
    aliases.forget(BOSS)
    assert aliases.of("personal") == [PLAN]


def test_more_names_than_one_page_of_the_table_holds_are_all_there(aliases):
    learned = [replace(BOSS, spoken=f"name {n:03}", target_name="x" * 6000) for n in range(200)]
    for alias in learned:
        aliases.learn(alias)
    assert aliases.of("personal") == learned


@pytest.mark.parametrize(
    ("spoken", "key"),
    [("Dev-Ops", "devops"), ("o'brien", "obrien"), ("the boss", "theboss"), ("José", "jose")],
)
def test_a_name_is_looked_up_without_case_accents_and_gaps(spoken, key):
    assert key_of(spoken) == key


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(min_size=1, max_size=40), st.text(max_size=20))
def test_any_name_that_has_a_word_can_be_kept(table, spoken, target):
    aliases = Aliases(table)
    alias = replace(BOSS, link_id="any", spoken=spoken, target_name=target)
    if alias.key:
        aliases.learn(alias)
        assert aliases.of("any") == [alias]
        aliases.forget(alias)
    assert aliases.of("any") == []


def test_a_choice_counts_when_the_same_was_chosen_before(aliases):
    again = [
        aliases.chosen_again(replace(BOSS, target_id=target), f"request {number}")
        for number, target in enumerate(("U2", "U3", "U2", "U2"))
    ]
    assert again == [False, False, False, True]
    assert aliases.of("personal") == []


def test_a_choice_that_alexa_sends_again_counts_once_and_is_answered_the_same(aliases):
    again = [aliases.chosen_again(BOSS, request) for request in ("one", "one", "two", "two")]
    assert again == [False, False, True, True]


def test_who_was_chosen_is_forgotten_with_the_name(aliases):
    aliases.chosen_again(BOSS, "one")
    aliases.learn(BOSS)
    aliases.forget(BOSS)
    assert not aliases.chosen_again(BOSS, "two")
