"""What links want to hear of links, code and emoji, as the table keeps it."""

import pytest

from mailbox.table import Table
from mailbox.wishes import Wishes


@pytest.fixture
def wishes(table: Table) -> Wishes:
    return Wishes(table)


def test_who_never_wished_has_no_wishes(wishes):
    assert wishes.of("personal") == {}


def test_each_kind_is_kept_by_itself_and_the_last_wish_counts(wishes):
    wishes.wish("personal", "links", "left_out")
    wishes.wish("personal", "emoji", "shortened")
    wishes.wish("personal", "links", "said")
    assert wishes.of("personal") == {"links": "said", "emoji": "shortened"}


def test_links_do_not_share_wishes(wishes):
    wishes.wish("personal", "links", "left_out")
    assert wishes.of("other") == {}
