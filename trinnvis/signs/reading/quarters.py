"""Quarters: typed years, quarters and weeks."""

import re
from dataclasses import replace
from datetime import date

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.reading.problems import DateProblem, ReadingOutcome
from trinnvis.signs.reading.spelling import shown, tidied
from trinnvis.signs.reading.times import (
    LONGEST,
    TimeReading,
    Week,
    is_in_range,
    understood,
)

YearReading = TimeReading[int]
QuarterReading = TimeReading[Quarter]
WeekReading = TimeReading[Week]

_YEAR = re.compile(r"(?:år(?:et)?\s+)?([0-9]+)\.?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"['’]?([0-9]{2})\.?")

_NAME = r"(?:q|kvartalet|kvartal|kvart|kvt|kv|k|quarter)\.?"
_WHICH = r"[0-9]{1,2}|[ivx]{1,4}|[^\W\d]{4,7}"
_QUARTER = re.compile(
    rf"(?:(?P<year>[0-9]{{4}})[\s,/_.-]*)?"
    rf"(?:{_NAME}\s*(?P<after>{_WHICH})|(?P<before>{_WHICH})\.?(?:\s*{_NAME})?)"
    rf"(?:(?:[\s,/_.-]+(?:i\s+)?(?P<year_last>[0-9]{{4}}))|[\s]*['’-](?P<short>[0-9]{{2}}))?"
    r"\.?"
)
_PLAIN_QUARTER = re.compile(r"[1-4](?:\. kvartal(?: [0-9]{4})?)?")
_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6,
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "annet": 2, "second": 2,
    "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4, "femte": 5,
}  # fmt: skip

_WEEK = re.compile(
    r"(?:uke|veke|week|u|v|w)?\.?\s*(?P<number>[0-9]{1,2})\.?(?:[\s,/-]+(?P<year>[0-9]{4}))?"
    r"|(?P<first>[0-9]{4})\s*-?\s*(?:uke|veke|week|u|v|w)\.?\s*(?P<last>[0-9]{1,2})"
)
_PLAIN_WEEK = re.compile(r"uke [0-9]{1,2}(?:,? [0-9]{4})?", re.IGNORECASE)
_MOST_WEEKS = 53


def read_year(text: str) -> YearReading:
    """Read a typed plan year; two digits are asked about, never guessed."""
    typed = _tidied(text)
    if not typed:
        return _refused(text)
    if found := _SHORT_YEAR.fullmatch(typed):
        return TimeReading(
            ReadingOutcome.ASK,
            shown(text),
            alternatives=(2000 + int(found[1]),),
            problem=DateProblem.YEAR_OF_TWO_DIGITS,
        )
    found = _YEAR.fullmatch(typed)
    if not found:
        return TimeReading(
            ReadingOutcome.REJECT, shown(text), problem=DateProblem.YEAR_FORMAT
        )
    if len(found[1]) != 4:
        problem = DateProblem.YEAR_DIGITS
        return TimeReading(ReadingOutcome.REJECT, shown(text), problem=problem)
    if not is_in_range(int(found[1])):
        problem = DateProblem.YEAR_RANGE
        return TimeReading(ReadingOutcome.REJECT, shown(text), problem=problem)
    return understood(text, int(found[1]), plain=found[1] == text)


def read_quarter(text: str, year: int | None = None) -> QuarterReading:
    """Read «1. kvartal 2026», «Q1», «2026K1», «I»: all the same quarter.

    `year` is the year meant where the text has none.
    """
    typed = _tidied(text).casefold()
    refused: QuarterReading = TimeReading(ReadingOutcome.REJECT, shown(text))
    if not typed:
        return replace(refused, problem=DateProblem.EMPTY)
    found = _QUARTER.fullmatch(typed)
    which = (found["after"] or found["before"]) if found else ""
    number = int(which) if which.isdecimal() else _NUMBERS.get(which)
    if not found or number is None or (len(which) > 1 and which.startswith("0")):
        return replace(refused, problem=DateProblem.QUARTER_FORMAT)
    if number not in (1, 2, 3, 4):
        return replace(refused, problem=DateProblem.QUARTER_RANGE)
    years = {int(found[name]) for name in ("year", "year_last") if found[name]}
    if found["short"]:
        years.add(2000 + int(found["short"]))
    if len(years) > 1:
        return replace(refused, problem=DateProblem.QUARTER_FORMAT)
    known = years.pop() if years else year
    if known is None:
        return replace(refused, problem=DateProblem.YEAR_MISSING)
    if not is_in_range(known):
        return replace(refused, problem=DateProblem.YEAR_RANGE)
    return understood(
        text, Quarter(known, number), plain=bool(_PLAIN_QUARTER.fullmatch(text))
    )


def read_week(text: str, year: int | None = None) -> WeekReading:
    """Read «uke 53, 2026»; 2026 has that week and 2027 has not."""
    typed = _tidied(text).casefold()
    refused: WeekReading = TimeReading(ReadingOutcome.REJECT, shown(text))
    if not typed:
        return replace(refused, problem=DateProblem.EMPTY)
    found = _WEEK.fullmatch(typed)
    if not found:
        return replace(refused, problem=DateProblem.WEEK_FORMAT)
    number = int(found["number"] or found["last"])
    typed_year = found["year"] or found["first"]
    known = int(typed_year) if typed_year else year
    if not 1 <= number <= _MOST_WEEKS:
        return replace(refused, problem=DateProblem.WEEK_RANGE)
    if known is None:
        return replace(refused, problem=DateProblem.YEAR_MISSING)
    if not is_in_range(known):
        return replace(refused, problem=DateProblem.YEAR_RANGE)
    if number > _weeks_in(known):
        return replace(
            refused, problem=DateProblem.NO_SUCH_WEEK, year=known, day=number
        )
    return understood(
        text, Week(known, number), plain=bool(_PLAIN_WEEK.fullmatch(text))
    )


def _weeks_in(year: int) -> int:
    """Return 52 or 53: the last ISO week always holds 28 December."""
    return date(year, 12, 28).isocalendar().week


def _tidied(text: str) -> str:
    """Return tidied text; what is too long to be a time is cut, and so refused."""
    return tidied(text.strip()[: LONGEST + 1])


def _refused(text: str) -> YearReading:
    return TimeReading(ReadingOutcome.REJECT, shown(text), problem=DateProblem.EMPTY)
