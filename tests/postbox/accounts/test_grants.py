"""Codes and refresh tokens work once, whoever uses them at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from postbox.accounts.account import Account, AccountLink
from postbox.accounts.digests import digest, same
from postbox.accounts.grant import ACCESS_SECONDS, CODE_SECONDS, REPEATED_SECONDS, Code
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


def test_of_many_that_use_a_code_one_wins(grants):
    def use(number: int) -> bool:
        return grants.redeem("code", CODE, f"r{number}", f"a{number}", NOW)

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(use, range(8))) == 1
    assert grants.code("code").is_used


def test_of_many_that_use_a_refresh_token_one_wins(grants):
    grants.redeem("code", CODE, "r0", "a0", NOW)
    family = grants.family_of("r0")

    def use(number: int) -> bool:
        return grants.renew(family, "r0", f"r{number}", f"a{number}", NOW + 1)

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(use, range(1, 9))) == 1


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
