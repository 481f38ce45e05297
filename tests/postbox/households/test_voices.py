"""What was chosen is kept apart by household and link; guesses are counted before they count."""

import pytest

from postbox.households.codes import FREE_TRIES, Code
from postbox.households.rules import HOUSEHOLD, LINK, UNREADABLE, Privacy, Rules, Voices
from postbox.households.stores.voices import Scope, VoiceRules
from postbox.store import household_keys as keys
from postbox.store.items import put

SCOPE, OTHER = Scope("house", "link"), Scope("house", "another")
NOW = 1_790_000_000.0
CODE = Code.of("4821", "salt")


@pytest.fixture
def voices(table):
    return VoiceRules(table)


def test_nothing_chosen_lets_everybody_in(voices):
    both = voices.of(SCOPE)
    assert (both.household, both.link) == (Rules(), Rules())


def test_a_choice_of_the_household_holds_for_each_link_and_one_of_a_link_for_it_alone(voices):
    voices.choose(SCOPE, HOUSEHOLD, Rules(hearing=Voices.RECOGNIZED))
    voices.choose(SCOPE, LINK, Rules(privacy=Privacy.COUNTS, code=CODE))
    assert voices.of(SCOPE).link.code == CODE
    assert voices.of(OTHER).household.hearing is Voices.RECOGNIZED
    assert voices.of(OTHER).link == Rules()
    assert voices.of(Scope("elsewhere", "link")).household == Rules()


@pytest.mark.parametrize("spoiled", [{}, {"version": 9}, {"version": 1, "hearing": "nobody"}])
def test_a_choice_that_nobody_can_read_lets_in_as_few_as_may_be(voices, table, spoiled):
    table.apply(put({**keys.rules(SCOPE.partition(LINK)), **spoiled}))
    assert voices.of(SCOPE).link == UNREADABLE


def test_the_right_code_opens_its_session_and_no_other(voices):
    assert voices.try_code(SCOPE, LINK, CODE, "1111", "session", NOW) is False
    assert voices.try_code(SCOPE, LINK, CODE, "4821", "session", NOW) is True
    assert voices.is_open(SCOPE, LINK, "session", NOW + 1)
    assert not voices.is_open(SCOPE, LINK, "another", NOW + 1)
    assert not voices.is_open(SCOPE, HOUSEHOLD, "session", NOW + 1)
    assert not voices.is_open(OTHER, LINK, "session", NOW + 1)


def test_after_some_wrong_codes_the_right_one_is_not_even_compared(voices):
    for _ in range(FREE_TRIES):
        assert voices.try_code(SCOPE, LINK, CODE, "1111", "session", NOW) is False
    assert voices.try_code(SCOPE, LINK, CODE, "4821", "session", NOW) is None
    assert not voices.is_open(SCOPE, LINK, "session", NOW)


class Overtaken(VoiceRules):
    """Between looking and writing, somebody else guesses."""

    def __init__(self, table, others):
        super().__init__(table)
        self._others = [lambda: VoiceRules(table).try_code(*GUESS)] * others

    def _tries(self, key):
        before = super()._tries(key)
        if self._others:
            self._others.pop()()
        return before


GUESS = (SCOPE, LINK, CODE, "1111", "session", NOW)


@pytest.mark.parametrize(("others", "found"), [(1, False), (2, False), (3, None)])
def test_guesses_of_the_same_moment_are_counted_one_by_one(table, others, found):
    assert Overtaken(table, others).try_code(*GUESS) is found
    counted = others + (found is False)
    left = [VoiceRules(table).try_code(*GUESS) for _ in range(FREE_TRIES)]
    assert left.count(False) == FREE_TRIES - counted


def test_tries_that_nobody_can_read_let_nobody_in(voices, table):
    table.apply(put({**keys.tries(SCOPE.partition(LINK)), "version": 1, "wrong": "many"}))
    assert voices.try_code(SCOPE, LINK, CODE, "4821", "session", NOW) is None
    assert not voices.is_open(SCOPE, LINK, "session", NOW)


def test_the_table_holds_no_digits(voices, table):
    voices.choose(SCOPE, LINK, Rules(code=CODE))
    voices.try_code(SCOPE, LINK, CODE, "4821", "session", NOW)
    held = [table.get(keys.rules("SPEAKER#link")), table.get(keys.tries("SPEAKER#link"))]
    assert "4821" not in repr(held)
    assert "session" not in repr([item["opened"] for item in held if item and "opened" in item])


def test_accounts_are_known_by_the_household_they_speak_in(voices):
    voices.note_member("house", "one")
    voices.note_member("house", "one")
    voices.note_member("house", "two")
    voices.note_member("elsewhere", "three")
    assert list(voices.members("house")) == ["one", "two"]
