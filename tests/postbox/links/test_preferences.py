"""What links want to hear of links, code and emoji, as the table keeps it."""

import pytest

from postbox.links.stores.preferences import Preferences
from postbox.store.table import Table


@pytest.fixture
def preferences(table: Table) -> Preferences:
    return Preferences(table)


def test_who_never_chose_has_no_preferences(preferences):
    assert preferences.of("personal") == {}


def test_each_kind_is_kept_by_itself_and_the_last_choice_counts(preferences):
    preferences.choose("personal", "links", "left_out")
    preferences.choose("personal", "emoji", "shortened")
    preferences.choose("personal", "links", "said")
    assert preferences.of("personal") == {"links": "said", "emoji": "shortened"}


def test_links_do_not_share_preferences(preferences):
    preferences.choose("personal", "links", "left_out")
    assert preferences.of("other") == {}
