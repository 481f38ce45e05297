"""Names that are read as they are needed: understood as all of them would be, in a few reads."""

import pytest

from benchmarks.scale.items import CountedItems
from benchmarks.understanding.adapter import Understand, load, product, save
from benchmarks.understanding.made.workspace import DEFAULT, workspace
from postbox.store.table import Table

PHRASES = [
    "send running late to general",
    "tell kevin park i am late",
    "send the slides are ready to david",
    "send we will be late for the meeting with the customer to maria garcia",
    "tell somebody nobody knows that the lift is out of order",
    "tell mc donald the keys are at the desk",
]
MOST_ROUND_TRIPS = 7
"""The manifest, the default conversation, two batches, and a few that no batch foresaw."""


@pytest.fixture(scope="module")
def at_hand() -> Understand:
    return product(workspace().directory, DEFAULT)


@pytest.fixture(scope="module")
def items() -> CountedItems:
    items = CountedItems()
    save(Table(items, "earshot"), workspace().directory)
    return items


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_reads_few_parts_in_few_round_trips_and_means_the_same(phrase, at_hand, items):
    items.count_anew()
    found = load(Table(items, "earshot"), DEFAULT)(phrase)
    assert items.reads <= MOST_ROUND_TRIPS
    assert items.bytes_read < items.size / 2
    assert found == at_hand(phrase)
