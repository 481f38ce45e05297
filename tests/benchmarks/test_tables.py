"""Figures are counted and laid out as said."""

import pytest
from hypothesis import given, strategies as st

from benchmarks.tables import milliseconds, percentile, table, verdict


@pytest.mark.parametrize(
    ("share", "expected"), [(0.5, 50), (0.95, 95), (1.0, 100), (0.0, 1), (0.001, 1)]
)
def test_a_percentile_is_one_of_the_values(share, expected):
    assert percentile(range(1, 101), share) == expected


def test_the_percentile_of_one_value_is_that_value():
    assert percentile([7.0], 0.95) == 7.0


def test_of_nothing_there_is_no_percentile():
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_at_least_its_share_of_the_values_is_not_above_a_percentile(values, share):
    found = percentile(values, share)
    assert sum(value <= found for value in values) >= share * len(values) - 1e-6
    assert found in values


def test_a_table_keeps_its_columns_in_line():
    assert table(("name", "ms"), [("a", "1"), ("long name", "100")]) == (
        "  name        ms\n  a            1\n  long name  100"
    )


def test_a_figure_at_its_limit_keeps_it():
    assert verdict("ratio", 1.25, 1.25) == ("  ratio: 1.25, limit 1.25: kept", True)
    assert verdict("ratio", 1.26, 1.25) == ("  ratio: 1.26, limit 1.25: EXCEEDED", False)


def test_short_times_have_a_digit_more():
    assert milliseconds(0.0042) == "4.2 ms"
    assert milliseconds(1.5) == "1500 ms"
