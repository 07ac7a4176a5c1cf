"""Calendar: a unit's year wheel as facts: its preset and the municipality's dates."""

from trinnvis.records.models import ReportingPeriod, Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import CalendarPreset
from trinnvis.rules.year_wheel import CalendarFacts, OwnQuarterDates


def calendar_of(unit: Unit) -> CalendarFacts:
    """Return the calendar the unit follows. 1 query (unit.municipality loaded)."""
    preset = unit.calendar_preset or unit.municipality.calendar_preset
    rows = ReportingPeriod.objects.filter(municipality_id=unit.municipality_id)
    return CalendarFacts(
        preset=CalendarPreset(preset),
        own_quarters=tuple(
            OwnQuarterDates(
                Quarter(row.year, row.quarter),
                row.collect_by,
                row.unit_meeting_by,
                row.leadership_on,
            )
            for row in rows
        ),
    )
