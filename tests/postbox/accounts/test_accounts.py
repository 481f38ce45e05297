"""Which account a token leads to, and whose links an account has."""

import json

import pytest

from postbox.accounts.account import Account, AccountLink
from postbox.accounts.stores.access import LONGEST, Access, access_item
from postbox.accounts.stores.accounts import Accounts, account_writes
from postbox.accounts.stores.choices import Choices
from postbox.accounts.stores.identities import Identities, identity_write
from postbox.store.errors import ConditionFailed
from postbox.store.items import put
from postbox.store.table import Table

NOW = 1_790_000_000.0
ACME, BETA = AccountLink("l1", "Acme", "Kevin"), AccountLink("l2", "Beta", "kevin.p")
ACCOUNT = Account("a1", (ACME, BETA), NOW)


@pytest.fixture
def accounts(table: Table) -> Accounts:
    table.apply(*account_writes(ACCOUNT))
    table.apply(put(access_item("a-token", "a1", NOW + 60)))
    return Accounts(table)


@pytest.mark.parametrize(
    ("token", "now", "found"),
    [
        ("a-token", NOW, True),
        ("a-token", NOW + 59.9, True),
        ("a-token", NOW + 60, False),
        ("A-token", NOW, False),
        ("another", NOW, False),
        ("", NOW, False),
        ("x" * (LONGEST + 1), NOW, False),
        ("\ud800", NOW, False),
    ],
)
def test_only_a_token_that_was_given_out_and_is_not_over_leads_to_an_account(
    accounts, table, token, now, found
):
    assert Access(table).account_of(token, now) == (ACCOUNT if found else None)


def test_what_is_stored_of_a_token_does_not_let_anybody_in(accounts, cloud):
    items = cloud.client("dynamodb").scan(TableName="earshot-local")["Items"]
    assert "a-token" not in json.dumps(items)


def test_a_token_of_an_account_that_was_left_leads_nowhere(accounts, table):
    accounts.end(ACCOUNT)
    assert Access(table).account_of("a-token", NOW) is None
    assert accounts.users_of("l1") == accounts.users_of("l2") == []


def test_an_account_ends_with_the_last_link_that_it_speaks_as(accounts):
    assert accounts.speaks_as_another(ACCOUNT, "l1")
    accounts.stop_using("l2", "a1")
    assert not accounts.speaks_as_another(ACCOUNT, "l1")
    assert accounts.speaks_as_another(ACCOUNT, "l2")


def test_an_account_that_ended_is_known_until_nothing_is_kept_of_it(accounts):
    accounts.end(ACCOUNT)
    assert accounts.ended() == ["a1"]
    accounts.forget_ended("a1")
    assert accounts.ended() == []


def test_an_account_knows_its_own_links_only(accounts):
    assert ACCOUNT.link("l2") == BETA
    assert ACCOUNT.link("l3") is None


def test_the_first_workspace_is_meant_until_another_of_its_own_is_chosen(table):
    choices = Choices(table)
    assert choices.default_of(ACCOUNT) == ACME
    choices.choose(ACCOUNT, "l3")
    assert choices.default_of(ACCOUNT) == ACME
    choices.choose(ACCOUNT, "l2")
    assert choices.default_of(ACCOUNT) == BETA
    choices.forget("a1")
    assert choices.default_of(ACCOUNT) == ACME


def test_a_link_knows_who_may_speak_as_it(accounts, table):
    table.apply(*account_writes(Account("a2", (BETA,), NOW)))
    assert accounts.users_of("l1") == ["a1"]
    assert accounts.users_of("l2") == ["a1", "a2"]


def test_who_links_again_finds_the_same_link(table):
    identities = Identities(table)
    table.apply(identity_write("T1", "U1", "l1"), identity_write("T1", "U2", "l2"))
    table.apply(identity_write("T1", "U1", "l1"))
    with pytest.raises(ConditionFailed):
        table.apply(identity_write("T1", "U1", "l3"))
    assert identities.link_of("T1", "U1") == "l1"
    identities.forget("T1", "U1")
    assert identities.link_of("T1", "U1") is None
    assert identities.link_of("T1", "U2") == "l2"
