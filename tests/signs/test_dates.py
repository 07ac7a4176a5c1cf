"""Dates: days, quarters and weeks as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.dates import (
    day_in_digits,
    day_short,
    day_text,
    moment_text,
    month_name,
    month_text,
    quarter_name,
    quarter_text,
    week_text,
    weekday_and_day,
)

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 5, tzinfo=ZoneInfo("Europe/Oslo"))
SPELLINGS = [
    (
        "nb",
        (
            "23. november 2026",
            "23. nov.",
            "23.11.2026",
            "mandag 23. november 2026",
            "november 2026",
            "3. kvartal 2026",
            "3. kvartal",
            "uke 48",
            "23. november 2026 kl. 09.05",
        ),
    ),
    (
        "nn",
        (
            "23. november 2026",
            "23. nov.",
            "23.11.2026",
            "måndag 23. november 2026",
            "november 2026",
            "3. kvartal 2026",
            "3. kvartal",
            "veke 48",
            "23. november 2026 kl. 09.05",
        ),
    ),
    (
        "en",
        (
            "23 November 2026",
            "23 Nov",
            "23.11.2026",
            "Monday 23 November 2026",
            "November 2026",
            "Q3 2026",
            "Q3",
            "week 48",
            "23 November 2026 at 09:05",
        ),
    ),
]


@pytest.mark.parametrize(("language", "spellings"), SPELLINGS)
def test_days_and_quarters_follow_the_active_language(language, spellings):
    with translation.override(language):
        written = (
            day_text(DAY),
            day_short(DAY),
            day_in_digits(DAY),
            weekday_and_day(DAY),
            month_text(DAY),
            quarter_text(Quarter(2026, 3)),
            quarter_name(3),
            week_text(DAY),
            moment_text(MOMENT),
        )
    assert written == spellings


def test_day_is_norwegian_where_no_language_is_active():
    with translation.override(None):
        assert day_text(date(2026, 5, 1)) == "1. mai 2026"


def test_month_that_does_not_exist_has_no_name():
    for number in (0, 13):
        with pytest.raises(IndexError):
            month_name(number)
