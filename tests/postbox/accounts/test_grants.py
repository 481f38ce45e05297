"""Codes and refresh tokens work once, whoever uses them at the same time."""

import pytest

from postbox.accounts.account import Account, AccountLink
from postbox.accounts.digests import digest, same
from postbox.accounts.grant import (
    ACCESS_SECONDS,
    CODE_SECONDS,
    KEPT_SECONDS,
    REPEATED_SECONDS,
    Code,
)
from postbox.accounts.stores.access import Access
from postbox.accounts.stores.accounts import account_writes
from postbox.accounts.stores.grants import Grants, code_write
from postbox.store.table import Table

NOW = 1_790_000_000.0
ACCOUNT = Account("a1", (AccountLink("l1", "Acme", "Kevin"),), NOW)
CODE = Code("a1", "f1", "alexa", "https://there", "challenge", NOW + CODE_SECONDS)


@pytest.fixture
def grants(table: Table) -> Grants:
    table.apply(*account_writes(ACCOUNT), code_write("code", CODE))
    return Grants(table)


def test_of_two_that_saw_a_code_unused_one_wins(grants):
    seen = [grants.code("code"), grants.code("code")]
    won = [
        grants.redeem("code", known, f"r{number}", f"a{number}", NOW)
        for number, known in enumerate(seen)
    ]
    assert won == [True, False]
    assert grants.code("code").is_used
    assert grants.family_of("r1") is None


def test_of_two_that_saw_a_refresh_token_as_the_newest_one_wins(grants):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    seen = [grants.family_of("r0"), grants.family_of("r0")]
    won = [
        grants.renew(family, "r0", f"r{number}", f"a{number}", NOW + 1)
        for number, family in enumerate(seen, start=1)
    ]
    assert won == [True, False]
    assert grants.family_of("r2") is None


@pytest.mark.parametrize(
    ("later", "accepted"),
    [(0, True), (REPEATED_SECONDS, True), (REPEATED_SECONDS + 1, False)],
)
def test_the_token_before_the_newest_counts_for_a_moment(grants, later, accepted):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    grants.renew(grants.family_of("r0"), "r0", "r1", "a1", NOW + 10)
    family = grants.family_of("r0")
    assert family.accepts(digest("r0"), NOW + 10 + later) == accepted
    assert family.accepts(digest("r1"), NOW + 10 + later)


def test_a_repeated_renewal_ends_the_token_that_got_lost_and_wins_no_time(grants):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    grants.renew(grants.family_of("r0"), "r0", "r1", "a1", NOW)
    grants.renew(grants.family_of("r0"), "r0", "r2", "a2", NOW + 20)
    family = grants.family_of("r0")
    assert not family.accepts(digest("r1"), NOW + 20)
    assert family.accepts(digest("r2"), NOW + 20)
    assert not family.accepts(digest("r0"), NOW + REPEATED_SECONDS + 1)


@pytest.mark.parametrize(("later", "accepted"), [(KEPT_SECONDS, True), (KEPT_SECONDS + 1, False)])
def test_tokens_that_nobody_used_for_long_count_no_more_whether_deleted_or_not(
    grants, later, accepted
):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    assert grants.family_of("r0").accepts(digest("r0"), NOW + later) == accepted


def test_a_family_that_ends_takes_all_its_tokens_along(grants, table):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    grants.renew(grants.family_of("r0"), "r0", "r1", "a1", NOW)
    access = Access(table)
    assert access.account_of("a0", NOW) == access.account_of("a1", NOW) == ACCOUNT
    grants.end(grants.family_of("r1"), NOW)
    assert access.account_of("a0", NOW) is access.account_of("a1", NOW) is None
    assert not grants.family_of("r1").accepts(digest("r1"), NOW)


def test_an_access_token_lives_for_an_hour(grants, table):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    access = Access(table)
    assert access.account_of("a0", NOW + ACCESS_SECONDS - 1) == ACCOUNT
    assert access.account_of("a0", NOW + ACCESS_SECONDS) is None
    assert ACCESS_SECONDS >= 360


def test_what_was_never_given_out_is_nothing(grants):
    assert grants.code("other") is None
    assert grants.family_of("other") is None
    assert same("a", "a")
    assert not same("\ud800", "a")
