"""Observations: the demo's figures, earlier years first and then by quarter."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from trinnvis.records.changes.demo.made import Made, moment
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Indicator, Observation, Person
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Frequency, MissingReason, Provenance

_EVERY_THIRD_YEAR = Frequency.EVERY_THIRD_YEAR
NEVER_IN_REPORTS = frozenset({("i02", "Q1")})
"""A note that says of itself that it never goes into a report: kept as internal."""


def make_history(made: Made) -> None:
    """Make the figures of earlier years: whole years, and last year's quarters."""
    rows: list[Observation] = []
    for indicator, told in indicators_told(made):
        rows += _earlier_years(indicator, told)
        last_year = told.section("last_year")
        rows += [
            _row(
                indicator,
                Quarter(made.year - 1, number),
                last_year.figure(f"Q{number}"),
                moment(Quarter(made.year - 1, number).last_day + timedelta(days=12)),
            )
            for number in (1, 2, 3, 4)
            if f"Q{number}" in last_year
        ]
    Observation.objects.bulk_create(rows)


def make_observations(made: Made, number: int) -> None:
    """Make the figures of one quarter, as known the days before they were due."""
    rows = [
        _row_of_quarter(made, indicator, told, number)
        for indicator, told in indicators_told(made)
    ]
    Observation.objects.bulk_create(row for row in rows if row is not None)


def indicators_told(made: Made) -> tuple[tuple[Indicator, Section], ...]:
    """Return every indicator with what the file says of it."""
    return tuple(
        (made.indicators[told.text("id")], told)
        for goal in made.file.sections("goals")
        for told in goal.sections("indicators")
    )


def _earlier_years(indicator: Indicator, told: Section) -> list[Observation]:
    history = told.section("history")
    years = {int(year): history.figure(year) for year in history.names}
    # A baseline is last year's figure, except of what was last measured before
    # that: then it only repeats the year it was measured in.
    label = indicator.baseline_label
    if label.isdecimal() and indicator.frequency != _EVERY_THIRD_YEAR:
        years[int(label)] = indicator.baseline
    return [
        _row(indicator, year, value, moment(date(year + 1, 1, 15)))
        for year, value in sorted(years.items())
    ]


def _row_of_quarter(
    made: Made, indicator: Indicator, told: Section, number: int
) -> Observation | None:
    """Return the quarter's figure, or why there is none where the file says why."""
    key = f"Q{number}"
    quarter = Quarter(made.year, number)
    value = told.section("values").figure(key)
    answers = told.section("n").whole_or_none(key)
    note = _note(indicator, told, key)
    if value is None and not note:
        return None
    known = moment(made.periods[number].collect_by - timedelta(days=2), 12)
    row = _row(indicator, quarter, value, known)
    if value is None:
        row.missing_reason = _why_missing(indicator)
        row.missing_note = note
        row.measured_on = None
    else:
        row.n = answers
        row.comment = note
    return row


def _note(indicator: Indicator, told: Section, key: str) -> str:
    note = told.section("notes").text(key)
    return "" if (indicator.key, key) in NEVER_IN_REPORTS else note


def _why_missing(indicator: Indicator) -> MissingReason:
    if indicator.frequency == Frequency.QUARTERLY:
        return MissingReason.NOT_AVAILABLE
    return MissingReason.LATER


def _row(
    indicator: Indicator,
    period: Quarter | int,
    value: Decimal | None,
    known_from: datetime,
) -> Observation:
    """Make a figure of a quarter, or of a whole year where the period is a year."""
    if isinstance(period, int):
        year, number, last_day = period, 0, date(period, 12, 31)
    else:
        year, number, last_day = period.year, period.number, period.last_day
    return Observation(
        municipality=indicator.municipality,
        indicator=indicator,
        year=year,
        quarter=number,
        value=value,
        measured_on=last_day,
        provenance=Provenance.DEMO,
        known_from=known_from,
        by=_fetcher(indicator),
    )


def _fetcher(indicator: Indicator) -> Person:
    """Return who fetches the figure; every goal of the file has a collector."""
    fetcher = indicator.fetched_by or indicator.goal.collector
    if fetcher is None:
        raise ValueError(indicator.key)
    return fetcher
