"""Quarter states: where each unit's quarters stand on a day."""

from collections.abc import Iterable
from datetime import date

from trinnvis.records.load.calendar import calendars_of
from trinnvis.records.load.tellings import Tellings, Told, tellings
from trinnvis.records.models import Unit
from trinnvis.rules.lifecycle import QuarterEvents, quarter_state
from trinnvis.rules.quarters import quarters_of
from trinnvis.rules.terms import QuarterState
from trinnvis.rules.year_wheel import CalendarFacts, quarter_dates

QuarterStates = dict[int, tuple[QuarterState, ...]]
"""The four of one year in order, by unit."""


def quarter_states(units: Iterable[Unit], year: int, day: date) -> QuarterStates:
    """Return the four quarters' states of each unit. 2 queries."""
    among = tuple(units)
    told = tellings([unit.pk for unit in among])
    calendars = calendars_of(among)
    return {
        unit.pk: states_of(unit, year, day, told, calendars[unit.pk]) for unit in among
    }


def states_of(
    unit: Unit, year: int, day: date, told: Tellings, calendar: CalendarFacts
) -> tuple[QuarterState, ...]:
    """Return the four quarters' states of one unit. No queries."""
    return tuple(
        quarter_state(
            quarter_dates(quarter, calendar),
            _events(told.get((unit.pk, quarter), Told())),
            unit.started_on,
            day,
        )
        for quarter in quarters_of(year)
    )


def _events(told: Told) -> QuarterEvents:
    """Only the last delivery and what came after it decide."""
    return QuarterEvents(
        deliveries=int(told.delivered_at is not None),
        reopenings=int(told.reopened_at is not None),
    )
