"""Test holidays: Norway's public holidays and the days nobody is at work."""

import json
from datetime import date
from pathlib import Path

from trinnvis.rules.holidays import (
    Holiday,
    HolidayKey,
    deadline_from,
    easter_sunday,
    first_friday_from,
    holidays,
    is_holiday,
    is_working_day,
    working_day_from,
)

PUBLISHED = json.loads(
    (Path(__file__).parents[1] / "data" / "holidays-2024-2035.json").read_text("utf-8")
)


def test_computed_holidays_are_the_published_ones():
    computed = {
        year: sorted({holiday.day.isoformat() for holiday in holidays(int(year))})
        for year in PUBLISHED
    }
    published = {
        year: sorted({entry["date"] for entry in entries})
        for year, entries in PUBLISHED.items()
    }
    assert computed == published


def test_each_day_of_twelve_years_is_a_holiday_exactly_when_published():
    published = {entry["date"] for entries in PUBLISHED.values() for entry in entries}
    first, last = date(2024, 1, 1).toordinal(), date(2035, 12, 31).toordinal()
    days = [date.fromordinal(number) for number in range(first, last + 1)]
    found = {day.isoformat() for day in days if is_holiday(day)}
    assert found == published


def test_easter_at_the_edges_of_its_range():
    assert [easter_sunday(year) for year in (1818, 1961, 2000, 2038, 2285)] == [
        date(1818, 3, 22),
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ]


def test_two_holidays_may_share_a_day():
    assert tuple(h for h in holidays(2027) if h.day == date(2027, 5, 17)) == (
        Holiday(date(2027, 5, 17), HolidayKey.CONSTITUTION_DAY),
        Holiday(date(2027, 5, 17), HolidayKey.WHIT_MONDAY),
    )


def test_saturday_holiday_and_sunday_are_no_working_days():
    days = (date(2026, 5, 16), date(2026, 5, 14), date(2026, 5, 17), date(2026, 5, 15))
    assert [is_working_day(day) for day in days] == [False, False, False, True]


def test_christmas_eve_is_a_working_day():
    assert is_working_day(date(2026, 12, 24)) is True


def test_working_day_passes_the_whole_of_easter():
    assert working_day_from(date(2026, 4, 2)) == date(2026, 4, 7)


def test_deadline_in_july_waits_for_august():
    assert deadline_from(date(2027, 7, 14)) == date(2027, 8, 2)


def test_deadline_on_the_last_sunday_of_june_waits_for_august():
    assert deadline_from(date(2030, 6, 30)) == date(2030, 8, 1)


def test_deadline_on_a_working_day_stays():
    assert deadline_from(date(2026, 6, 30)) == date(2026, 6, 30)


def test_first_friday_may_be_the_day_itself():
    assert first_friday_from(date(2026, 10, 9)) == date(2026, 10, 9)
    assert first_friday_from(date(2026, 10, 10)) == date(2026, 10, 16)
