"""Of two that renew a link's token one does it; who comes late writes over nothing."""

from dataclasses import replace

import pytest

from postbox.links.stores.sealed_tokens import SealedToken, SealedTokens, new_token_write
from postbox.store.table import Table

TOKEN = SealedToken("l1", "c2VhbGVk", expires=100.0, revision=1)


@pytest.fixture
def tokens(table: Table) -> SealedTokens:
    table.apply(new_token_write(TOKEN))
    return SealedTokens(table)


def test_one_of_two_gets_the_lease(tokens):
    first, second = tokens.get("l1"), tokens.get("l1")
    leased = tokens.lease(first, 60.0)
    assert leased is not None
    assert leased.leased_until == 60.0
    assert tokens.lease(second, 61.0) is None


def test_a_renewal_writes_over_no_newer_token(tokens, table):
    leased = tokens.lease(tokens.get("l1"), 60.0)
    table.apply(new_token_write(SealedToken("l1", "bmV3ZXI=", revision=leased.revision + 1)))
    assert tokens.save(leased, replace(leased, sealed="b2xkZXI=")) is None
    assert tokens.get("l1").sealed == "bmV3ZXI="


def test_a_renewal_brings_no_token_back_that_was_deleted(tokens):
    leased = tokens.lease(tokens.get("l1"), 60.0)
    tokens.drop("l1")
    assert tokens.save(leased, replace(leased, sealed="b2xkZXI=")) is None
    assert tokens.get("l1") is None
