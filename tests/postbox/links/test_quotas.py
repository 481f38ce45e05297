"""How often a link asks for a summary in a day is counted, whoever counts at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from postbox.links.stores.quotas import SummaryQuota
from postbox.store.errors import MailboxUnavailable
from postbox.store.table import Table

NOON = 1_790_035_200.0
DAY = 86_400.0


@pytest.fixture
def summaries(table: Table) -> SummaryQuota:
    return SummaryQuota(table)


def test_there_are_so_many_a_day_for_each_link(summaries):
    assert [summaries.take("personal", NOON, 2) for _ in range(4)] == [True, True, False, False]
    assert summaries.take("other", NOON, 2)
    assert summaries.take("personal", NOON + DAY, 2)


def test_none_a_day_is_none(summaries):
    assert not summaries.take("personal", NOON, 0)


def test_two_devices_never_get_more_than_there_are(summaries):
    def ask(_number: int) -> bool:
        try:
            return summaries.take("personal", NOON, 5)
        except MailboxUnavailable:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(ask, range(20))) <= 5
    while summaries.take("personal", NOON, 5):
        pass
    assert not summaries.take("personal", NOON, 5)


def test_a_count_does_not_stay(summaries, cloud):
    summaries.take("personal", NOON, 2)
    (item,) = cloud.client("dynamodb").scan(TableName="earshot-local")["Items"]
    assert NOON + DAY < int(item["expires_at"]["N"]) <= NOON + 3 * DAY
