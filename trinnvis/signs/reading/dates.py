"""Dates: a typed day becomes a date, or a reason why not. Never guessed.

Day, month, year in that order; slashes and dashes only where the day cannot be a
month. Source: docs/method/typing.md, «Datoer og kvartaler».
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from trinnvis.signs.dates import ENGLISH_MONTHS, MONTHS, WEEKDAYS
from trinnvis.signs.reading.problems import DateProblem, ReadingOutcome
from trinnvis.signs.reading.quarters import read_quarter, read_week, read_year
from trinnvis.signs.reading.spelling import shown, tidied
from trinnvis.signs.reading.times import (
    LONGEST,
    TimeReading,
    Week,
    is_in_range,
    understood,
)

__all__ = [
    "DayReading",
    "TimeReading",
    "Week",
    "read_date",
    "read_quarter",
    "read_week",
    "read_year",
]

DayReading = TimeReading[date]

_PLAIN = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")
_DOTTED = re.compile(r"([0-9]{1,2})(?:\.\s*|\s+)([0-9]{1,2})(?:\.\s*|\s+)([0-9]+)\.?")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.?")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?P<mark>[-/.])([0-9]{1,2})(?P=mark)([0-9]{1,2})"
    r"(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?"
)
_SLASHED = re.compile(
    r"([0-9]{1,2})\s*[/-]\s*([0-9]{1,2})(?:\s*[/-]\s*|\s+)([0-9]{2}|[0-9]{4})"
)
_WORDED = re.compile(
    r"(?:([^\W\d]+)\.?,?\s+(?:den\s+)?)?([0-9]{1,2})\.?\s*([^\W\d]{3,})\.?,?"
    r"(?:\s*([0-9]+))?\.?"
)
_MONTH_FIRST = re.compile(
    r"([^\W\d]{3,})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})"
)
_NEAR_DAYS = {
    "i går": -1, "i dag": 0, "i morgen": 1, "i morgon": 1,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_WEEKDAYS = {
    name.casefold()[:length]: number
    for names in WEEKDAYS.values()
    for number, name in enumerate(names)
    for length in (3, len(name))
}
_MONTHS = {
    name.casefold()[:length]: number
    for names in (MONTHS, ENGLISH_MONTHS)
    for number, name in enumerate(names, start=1)
    for length in (3, 4, len(name))
}
_LAST_SHORT_YEAR = 69
"""«31.12.69» is 2069; above that a century would be guessed."""


def read_date(
    text: str, today: date | None = None, year: int | None = None
) -> DayReading:
    """Read a typed day. Takes any text, raises nothing.

    With `today`, «i dag» is a day; with `year`, «1.10.» is one.
    """
    if len(text.strip()) > LONGEST:
        return _refused(text, DateProblem.DATE_FORMAT)
    typed = tidied(text)
    if not typed:
        return _refused(text, DateProblem.EMPTY)
    near = _NEAR_DAYS.get(typed.casefold())
    if near is not None and today is not None:
        return understood(text, today + timedelta(days=near), plain=False)
    if found := _DOTTED.fullmatch(typed):
        return _day_of(text, found[1], found[2], found[3])
    if found := _YEAR_FIRST.fullmatch(typed):
        return _day_of(text, found[4], found[3], found[1])
    if found := _DAY_AND_MONTH.fullmatch(typed):
        return _day_of(text, found[1], found[2], str(year or ""))
    if found := _WORDED.fullmatch(typed):
        return _worded(text, found, year)
    if found := _MONTH_FIRST.fullmatch(typed):
        month = _MONTHS.get(found[1].casefold(), 0)
        return _day_of(text, found[2], str(month), found[3])
    if found := _SLASHED.fullmatch(typed):
        return _slashed(text, found)
    return replace(
        _refused(text, DateProblem.DATE_FORMAT), suggestion=_day_in_a_row(typed)
    )


def _worded(text: str, found: re.Match[str], year: int | None) -> DayReading:
    """Read «mandag 23. november 2026»; the weekday must be the day's own."""
    weekday, day, word, typed_year = found.groups()
    month = _MONTHS.get(word.casefold())
    if month is None or (weekday and weekday.casefold() not in _WEEKDAYS):
        return _refused(text, DateProblem.DATE_FORMAT)
    reading = _day_of(text, day, str(month), typed_year or str(year or ""))
    if not weekday or reading.value is None:
        return reading
    if reading.value.weekday() == _WEEKDAYS[weekday.casefold()]:
        return reading
    wrong = _refused(text, DateProblem.WRONG_WEEKDAY)
    return replace(wrong, suggestion=reading.value)


def _slashed(text: str, found: re.Match[str]) -> DayReading:
    """Read «31/12-2026»; refuse where the first number can be a month."""
    day, month = int(found[1]), int(found[2])
    if day > 12 >= month:
        return _day_of(text, found[1], found[2], found[3])
    if month > 12:
        day, month = month, day
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    refused = _refused(text, DateProblem.DATE_FORMAT)
    return replace(refused, suggestion=_day_or_none(year, month, day))


def _day_of(text: str, day_text: str, month_text: str, year_text: str) -> DayReading:
    """Put a day together, or say which part of it cannot be."""
    day, month = int(day_text), int(month_text)
    if not year_text:
        return _refused(text, DateProblem.YEAR_MISSING)
    if len(year_text) not in (2, 4):
        short = len(year_text) < 4
        problem = DateProblem.YEAR_DIGITS if short else DateProblem.YEAR_RANGE
        return _refused(text, problem)
    year = int(year_text)
    if len(year_text) == 2:
        if year > _LAST_SHORT_YEAR:
            return _refused(text, DateProblem.YEAR_DIGITS)
        year += 2000
    if not is_in_range(year):
        return _refused(text, DateProblem.YEAR_RANGE)
    if not 1 <= month <= 12:
        swapped = _day_or_none(year, day, month)
        problem = DateProblem.DATE_FORMAT if swapped else DateProblem.NO_SUCH_MONTH
        return replace(_refused(text, problem), suggestion=swapped)
    if not 1 <= day <= monthrange(year, month)[1]:
        leap_day = (day, month) == (29, 2)
        problem = DateProblem.NOT_LEAP_YEAR if leap_day else DateProblem.NO_SUCH_DAY
        return replace(_refused(text, problem), day=day, month=month, year=year)
    return understood(text, date(year, month, day), plain=bool(_PLAIN.fullmatch(text)))


def _day_in_a_row(typed: str) -> date | None:
    """Return the day that «31122026», «20261231» or «311226» most likely is."""
    if not re.fullmatch(r"[0-9]{6}|[0-9]{8}", typed):
        return None
    if len(typed) == 6:
        typed = f"{typed[:4]}20{typed[4:]}"
    year_last = _day_or_none(int(typed[4:]), int(typed[2:4]), int(typed[:2]))
    return year_last or _day_or_none(int(typed[:4]), int(typed[4:6]), int(typed[6:]))


def _day_or_none(year: int, month: int, day: int) -> date | None:
    if not is_in_range(year) or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _refused(text: str, problem: DateProblem) -> DayReading:
    return TimeReading(ReadingOutcome.REJECT, shown(text), problem=problem)
