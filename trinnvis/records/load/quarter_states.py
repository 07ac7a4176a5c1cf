"""Quarter states: where each unit's quarters stand on a day."""

from datetime import date

from trinnvis.records.load.tellings import Tellings, Told
from trinnvis.records.models import Unit
from trinnvis.rules.lifecycle import QuarterEvents, quarter_state
from trinnvis.rules.quarters import quarters_of
from trinnvis.rules.terms import QuarterState
from trinnvis.rules.year_wheel import CalendarFacts, quarter_dates


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
