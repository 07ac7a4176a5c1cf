"""Unit years: all that a unit's page tells of a year and the next."""

from dataclasses import dataclass
from datetime import date

from trinnvis.records.load.calendar import calendars_of
from trinnvis.records.load.plans import plan_goals
from trinnvis.records.load.steps import step_evidence
from trinnvis.records.load.tellings import tellings
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import Plan, Unit, YearEvent
from trinnvis.rules.facts import GoalFacts, UnitFacts
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.sight import Sight
from trinnvis.rules.step_facts import StepEvidence
from trinnvis.rules.year_wheel import CalendarFacts, quarter_to_follow_up


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One day that the municipality has set, in its own words."""

    on: date
    text: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One unit's year, and how far the next has come."""

    unit: UnitFacts
    year: int
    this: StepEvidence
    next: StepEvidence
    goals: tuple[GoalFacts, ...]
    told: tuple[Quarter, ...]
    """Quarters of the year that everyone may know."""
    calendar: CalendarFacts
    plan_id: int | None
    """The year's plan, where the reader may see it."""


def year_on_page(unit: Unit, day: date) -> int:
    """Return the year that matters on the day: until spring it is the last one.

    A unit that begins later is shown with the year it begins.
    """
    year = quarter_to_follow_up(day).year
    if unit.started_on is None or unit.started_on.year > year:
        return year + 1
    return year


def unit_year(unit: Unit, year: int, *, reader: Sight, day: date) -> UnitYear:
    """Return what a page about the unit's year needs. 32 queries at most.

    unit.municipality must be loaded.
    """
    told, calendars = tellings([unit.pk]), calendars_of([unit])
    evidence = step_evidence(
        [unit], [year, year + 1], day=day, told=told, calendars=calendars
    )
    plans = Plan.objects.filter(Plan.visible_q(reader), unit=unit, year=year)
    plan = plans.select_related("unit").first()
    goals = plan_goals(plan, reader=reader) if plan else ()
    return UnitYear(
        unit=unit_facts(unit),
        year=year,
        this=evidence[unit.pk, year],
        next=evidence[unit.pk, year + 1],
        goals=tuple(goal for goal in goals if not goal.dropped),
        told=tuple(
            quarter
            for quarter in quarters_of(year)
            if (found := told.get((unit.pk, quarter))) and found.delivered_at
        ),
        calendar=calendars[unit.pk],
        plan_id=plan.pk if plan else None,
    )


def next_events(
    municipality_id: int, day: date, language: str, most: int = 5
) -> tuple[EventFacts, ...]:
    """Return the municipality's own next days, the nearest first. 1 query."""
    rows = YearEvent.objects.filter(municipality_id=municipality_id, on__gte=day)
    return tuple(
        EventFacts(
            row.on,
            row.text_nn if language == "nn" and row.text_nn else row.text,
            row.body,
        )
        for row in rows[:most]
    )
