"""Tables in parts: every key in one of them, and few of them changed by a change."""

from hypothesis import given, settings, strategies as st

from postbox.directory.names.tables.parts import (
    MOST_BYTES,
    SLICE_BYTES,
    Cuts,
    cut,
    packed,
    unpacked,
)

KEYS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)
TABLES = st.dictionaries(KEYS, st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=50))
LARGE = {f"name{number * 7919 % 100_003:06}": f"line {number}" * 4 for number in range(20_000)}


def read(table: dict[str, str], key: str) -> str | None:
    parts = list(cut(table))
    data = {made.part: made.data for made in parts}
    part = Cuts([made.part for made in parts]).of(key)
    return unpacked(data[part]).get(key) if part else None


@settings(max_examples=50)
@given(TABLES, KEYS)
def test_a_key_leads_to_the_part_in_which_it_is(table, other):
    for key in (*table, other):
        assert read(table, key) == table.get(key)


def test_a_large_table_is_in_parts_of_about_a_size():
    sizes = [len(unpacked(made.data)) for made in cut(LARGE)]
    assert sum(sizes) == len(LARGE)
    assert 20 < len(sizes) < 100
    assert max(sizes) * 30 < 2 * MOST_BYTES


def test_a_key_more_or_less_changes_the_part_in_which_it_is_and_no_other():
    before = {made.part.name for made in cut(LARGE)}
    less = {key: value for key, value in LARGE.items() if key != "name050000"}
    for table in ({**LARGE, "name050000a": "new"}, less, {**LARGE, "name050000": "other"}):
        after = {made.part.name for made in cut(table)}
        assert len(after - before) <= 2


def test_the_same_content_has_the_same_name_and_another_one_in_another_period():
    assert [made.part for made in cut(LARGE)] == [made.part for made in cut(dict(LARGE))]
    names = {made.part.name for made in cut(LARGE)}
    assert names.isdisjoint(made.part.name for made in cut(LARGE, "later"))


def test_what_does_not_fit_into_an_item_is_in_several():
    lines = {str(number): str(number**90) for number in range(20_000)}
    text = "\x1d".join(f"{key}\x1c{value}" for key, value in lines.items())
    large = packed("", text)
    slices = list(large.slices)
    assert len(slices) == large.part.slices > 1
    assert max(map(len, slices)) <= SLICE_BYTES
    assert unpacked(b"".join(slices)) == lines
