"""Calendar: a unit's year wheel as facts: its preset and the municipality's dates."""

from collections.abc import Iterable

from trinnvis.records.models import ReportingPeriod, Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import CalendarPreset
from trinnvis.rules.year_wheel import CalendarFacts, OwnQuarterDates


def calendar_of(unit: Unit) -> CalendarFacts:
    """Return the calendar the unit follows. 1 query (unit.municipality loaded)."""
    return calendars_of([unit])[unit.pk]


def calendars_of(units: Iterable[Unit]) -> dict[int, CalendarFacts]:
    """Return each unit's calendar; all of one municipality, which is loaded. 1 query."""
    among = tuple(units)
    rows = ReportingPeriod.objects.filter(
        municipality_id__in={unit.municipality_id for unit in among}
    )
    own = tuple(
        OwnQuarterDates(
            Quarter(row.year, row.quarter),
            row.collect_by,
            row.unit_meeting_by,
            row.leadership_on,
        )
        for row in rows
    )
    return {unit.pk: CalendarFacts(_preset(unit), own) for unit in among}


def _preset(unit: Unit) -> CalendarPreset:
    return CalendarPreset(unit.calendar_preset or unit.municipality.calendar_preset)
