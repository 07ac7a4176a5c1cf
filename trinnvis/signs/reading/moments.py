"""Moments: a typed day and clock time becomes one moment in Norway's time."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from trinnvis.signs.reading.dates import read_date
from trinnvis.signs.reading.problems import DateProblem, ReadingOutcome
from trinnvis.signs.reading.spelling import shown, tidied
from trinnvis.signs.reading.times import LONGEST, TimeReading, is_in_range, understood

NORWAY = ZoneInfo("Europe/Oslo")

MomentReading = TimeReading[datetime]

_CLOCK = re.compile(
    r"(?P<day>.+?)(?:,?\s+(?:(?:kl|klokka|klokken|at)\.?\s*)?|T)"
    r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2})(?:[.:](?P<second>[0-9]{2}))?)?",
    re.IGNORECASE,
)
_PARTS = ("hour", "minute", "second")
_PLAIN = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4} kl\. [0-9]{2}\.[0-9]{2}")


def read_moment(text: str) -> MomentReading:
    """Read «29.03.2026 kl. 12.30». Takes any text, raises nothing.

    The hour that is skipped in spring is refused; the hour that comes twice in
    autumn is asked about, summer time first.
    """
    typed = tidied(text.strip()[: LONGEST + 1])
    refused: MomentReading = TimeReading(ReadingOutcome.REJECT, shown(text))
    if not typed:
        return replace(refused, problem=DateProblem.EMPTY)
    if zoned := _with_zone(typed):
        return understood(text, zoned, plain=False)
    found = _CLOCK.fullmatch(typed)
    if not found:
        return replace(refused, problem=DateProblem.CLOCK_FORMAT)
    day = read_date(found["day"])
    if day.value is None:
        return replace(
            refused,
            problem=day.problem,
            suggestion=day.suggestion,
            day=day.day,
            month=day.month,
            year=day.year,
        )
    hour, minute, second = (int(found[part] or 0) for part in _PARTS)
    if hour > 23 or minute > 59 or second > 59:
        return replace(refused, problem=DateProblem.CLOCK_FORMAT)
    local = datetime.combine(day.value, time(hour, minute, second), NORWAY)
    return _existing(text, local)


def _with_zone(typed: str) -> datetime | None:
    """Read a moment from another system, which names its zone."""
    try:
        moment = datetime.fromisoformat(typed)
        in_range = moment.tzinfo is not None and is_in_range(moment.year)
        return moment.astimezone(NORWAY) if in_range else None
    except (ValueError, OverflowError):
        return None


def _existing(text: str, local: datetime) -> MomentReading:
    first, second = local.replace(fold=0), local.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return understood(text, local, plain=bool(_PLAIN.fullmatch(text)))
    there_and_back = first.astimezone(UTC).astimezone(NORWAY)
    if there_and_back.replace(tzinfo=None) != local.replace(tzinfo=None):
        return TimeReading(
            ReadingOutcome.REJECT, shown(text), problem=DateProblem.CLOCK_SKIPPED
        )
    return TimeReading(
        ReadingOutcome.ASK,
        shown(text),
        alternatives=(first, second),
        problem=DateProblem.CLOCK_TWICE,
    )
