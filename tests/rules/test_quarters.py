"""Test quarters: their days, their neighbours, and which one a day is in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.rules.quarters import Quarter, UnknownQuarter, quarters_of

DAYS = st.dates(date(1901, 1, 1), date(2199, 12, 31))


def test_quarter_knows_its_days_and_neighbours():
    quarter = Quarter(2026, 1)
    assert (quarter.first_day, quarter.last_day) == (
        date(2026, 1, 1),
        date(2026, 3, 31),
    )
    assert (quarter.previous, quarter.next) == (Quarter(2025, 4), Quarter(2026, 2))
    assert Quarter(2026, 4).next == Quarter(2027, 1)
    assert quarter.last_year == Quarter(2025, 1)


@given(DAYS)
def test_day_lies_in_its_quarter(day):
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.last_day + timedelta(days=1) == quarter.next.first_day
    assert quarter.next.previous == quarter


@given(st.integers(1900, 2200), st.integers(1, 4))
def test_quarter_is_read_back_as_written(year, number):
    quarter = Quarter(year, number)
    assert Quarter.parse(str(quarter)) == quarter


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-Q5", "2026-Q0", "26-Q1", "1899-Q1", "2026-Qx", "x-Q1", "2026Q1"],
)
def test_other_texts_name_no_quarter(text):
    with pytest.raises(UnknownQuarter):
        Quarter.parse(text)


def test_quarters_of_a_year_come_in_order():
    assert [str(q) for q in quarters_of(2026)] == [
        "2026-Q1",
        "2026-Q2",
        "2026-Q3",
        "2026-Q4",
    ]
