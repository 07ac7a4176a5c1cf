"""Year wheel: a municipality's deadlines through the year, and the legal dates.

Three presets follow the municipalities' own habits; a municipality's own date
wins over the preset and is never moved.
Source: docs/method/year-wheel.md.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trinnvis.rules.holidays import deadline_from, first_friday_from
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.terms import CalendarPreset, StepKey


@dataclass(frozen=True, slots=True)
class OwnQuarterDates:
    """What a municipality itself has set for a quarter; None keeps the preset."""

    quarter: Quarter
    collect_by: date | None = None
    unit_meeting_by: date | None = None
    leadership_on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnStepDate:
    """What a municipality itself has set for a step of one plan year."""

    year: int
    step: StepKey
    due: date


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """One municipality's calendar: a preset and its own dates."""

    preset: CalendarPreset = CalendarPreset.QUARTER
    own_quarters: tuple[OwnQuarterDates, ...] = ()
    own_steps: tuple[OwnStepDate, ...] = ()


@dataclass(frozen=True, slots=True)
class QuarterDates:
    """When a quarter's work is due. All three deadlines lie after the quarter."""

    quarter: Quarter
    opens_on: date
    collect_by: date
    unit_meeting_by: date
    leadership_on: date


@dataclass(frozen=True, slots=True)
class StepDates:
    """When a step of one plan year is worked with."""

    step: StepKey
    opens_on: date
    due: date


class EventKind(StrEnum):
    """What a day in the wheel is for."""

    QUARTER_OPENS = "quarter_opens"
    COLLECT_BY = "collect_by"
    UNIT_MEETING_BY = "unit_meeting_by"
    LEADERSHIP_ON = "leadership_on"
    STEP_OPENS = "step_opens"
    STEP_DUE = "step_due"
    KOSTRA_REPORTED = "kostra_reported"
    ACCOUNTS_DELIVERED = "accounts_delivered"
    """Kommuneloven § 14-6."""
    ANNUAL_REPORT_DELIVERED = "annual_report_delivered"
    """Kommuneloven § 14-7."""
    FIRST_TERTIAL_ENDS = "first_tertial_ends"
    ACCOUNTS_DECIDED = "accounts_decided"
    SECOND_TERTIAL_ENDS = "second_tertial_ends"
    BUDGET_DECIDED = "budget_decided"
    """Kommuneloven § 14-3: before the year ends."""


@dataclass(frozen=True, slots=True)
class YearEvent:
    """One day in the wheel, with the quarter or the plan's step it belongs to."""

    day: date
    kind: EventKind
    quarter: Quarter | None = None
    step: StepKey | None = None
    plan_year: int | None = None

    @property
    def legal(self) -> bool:
        """The state sets the date: it is told as it is and moved by nobody."""
        return self.kind in _LEGAL_KINDS


_LEGAL_DATES = (
    (EventKind.KOSTRA_REPORTED, 2, 15),
    (EventKind.ACCOUNTS_DELIVERED, 2, 22),
    (EventKind.ANNUAL_REPORT_DELIVERED, 3, 31),
    (EventKind.FIRST_TERTIAL_ENDS, 4, 30),
    (EventKind.ACCOUNTS_DECIDED, 6, 30),
    (EventKind.SECOND_TERTIAL_ENDS, 8, 31),
    (EventKind.BUDGET_DECIDED, 12, 31),
)
_CUTS = frozenset({EventKind.FIRST_TERTIAL_ENDS, EventKind.SECOND_TERTIAL_ENDS})
_LEGAL_KINDS = frozenset(kind for kind, _, _ in _LEGAL_DATES) - _CUTS

_COLLECTING_MONTH = {1: 4, 2: 8, 3: 10, 4: 1}
"""The second quarter waits for August: nobody is asked in the summer."""
_COLLECT_FROM_DAY = 9
_TERTIAL_LEADERSHIP_MONTH = {1: 5, 2: 9, 3: 1, 4: 1}
"""Leadership hears after each tertial; the third quarter with the year."""

_AUTUMN_WINDOWS = {
    StepKey.ANCHOR_MUNICIPALITY: ((5, 1), (6, 20)),
    StepKey.ANCHOR_UNIT: ((9, 1), (9, 30)),
    StepKey.PRESENT_TO_STAFF: ((10, 1), (10, 31)),
    StepKey.MAKE_GOALS: ((11, 1), (11, 30)),
    StepKey.PLAN: ((12, 1), (12, 18)),
}
_SPRING_WINDOWS = {
    StepKey.ANCHOR_MUNICIPALITY: ((1, 2), (1, 31)),
    StepKey.ANCHOR_UNIT: ((2, 1), (2, 28)),
    StepKey.PRESENT_TO_STAFF: ((3, 1), (3, 31)),
    StepKey.MAKE_GOALS: ((4, 1), (5, 31)),
    StepKey.PLAN: ((6, 1), (6, 20)),
}
"""The unit writes its plan in spring and the council adopts it in June."""


def quarter_dates(quarter: Quarter, calendar: CalendarFacts) -> QuarterDates:
    """Return a quarter's opening and deadlines; own dates win over the preset."""
    preset = _preset_dates(quarter, calendar.preset)
    for own in calendar.own_quarters:
        if own.quarter == quarter:
            return QuarterDates(
                quarter,
                preset.opens_on,
                own.collect_by or preset.collect_by,
                own.unit_meeting_by or preset.unit_meeting_by,
                own.leadership_on or preset.leadership_on,
            )
    return preset


def is_open(quarter: Quarter, today: date) -> bool:
    """A quarter opens for figures the day after it ends."""
    return today > quarter.last_day


def is_late(quarter: Quarter, today: date, calendar: CalendarFacts) -> bool:
    """A quarter that is not delivered is late after the unit's own last date.

    Leadership's meeting lies later, so that there is time for a new date.
    """
    return today > quarter_dates(quarter, calendar).unit_meeting_by


def quarter_to_follow_up(today: date) -> Quarter:
    """Return the last quarter that has ended."""
    return Quarter.of(today).previous


def step_dates(plan_year: int, calendar: CalendarFacts) -> tuple[StepDates, ...]:
    """Return the eight steps of one plan year, in the guide's order.

    Steps 1–5 lie in the year before, 6 in the plan year, 7 and 8 after it.
    """
    last = quarter_dates(Quarter(plan_year, 4), calendar)
    spring = calendar.preset is CalendarPreset.SPRING
    windows = _SPRING_WINDOWS if spring else _AUTUMN_WINDOWS
    before = plan_year - 1
    steps = [
        StepDates(key, date(before, *opens), deadline_from(date(before, *due)))
        for key, (opens, due) in windows.items()
    ]
    after = date(plan_year + 1, 1, 1)
    steps += [
        StepDates(StepKey.FOLLOW_UP, date(plan_year, 1, 1), last.collect_by),
        StepDates(StepKey.REPORT, after, last.leadership_on),
        StepDates(StepKey.NEXT_PLAN, after, deadline_from(date(plan_year + 1, 2, 28))),
    ]
    own = {date.step: date.due for date in calendar.own_steps if date.year == plan_year}
    return tuple(
        StepDates(step.step, step.opens_on, own.get(step.step, step.due))
        for step in steps
    )


def year_events(year: int, calendar: CalendarFacts) -> tuple[YearEvent, ...]:
    """Return everything in one calendar year's wheel, oldest first.

    Shape: quarters' dates, steps of the plans worked with, and legal dates.
    """
    events = [YearEvent(date(year, *day), kind) for kind, *day in _LEGAL_DATES]
    for quarter in (Quarter(year - 1, 4), *quarters_of(year)):
        events += _quarter_events(quarter_dates(quarter, calendar))
    for plan_year in (year - 1, year, year + 1):
        events += _step_events(plan_year, step_dates(plan_year, calendar))
    within = (event for event in events if event.day.year == year)
    return tuple(sorted(within, key=lambda event: (event.day, event.kind)))


def _preset_dates(quarter: Quarter, preset: CalendarPreset) -> QuarterDates:
    """Collect on the first Friday from the 9th and meet within a week.

    Leadership meets on the Monday ten days after that, and a week later still in
    the winter, when the whole year is to be told.
    """
    tertial = preset is CalendarPreset.TERTIAL
    collect = _friday_after(quarter, _COLLECTING_MONTH)
    heard = _friday_after(
        quarter, _TERTIAL_LEADERSHIP_MONTH if tertial else _COLLECTING_MONTH
    )
    weeks_to_meeting = 2 if heard.month == 1 else 1
    return QuarterDates(
        quarter,
        quarter.next.first_day,
        deadline_from(collect),
        deadline_from(collect + timedelta(weeks=1)),
        deadline_from(heard + timedelta(weeks=weeks_to_meeting, days=10)),
    )


def _friday_after(quarter: Quarter, months: dict[int, int]) -> date:
    month = months[quarter.number]
    year = quarter.year if month > 3 else quarter.year + 1
    return first_friday_from(date(year, month, _COLLECT_FROM_DAY))


def _quarter_events(dates: QuarterDates) -> list[YearEvent]:
    return [
        YearEvent(day, kind, quarter=dates.quarter)
        for kind, day in (
            (EventKind.QUARTER_OPENS, dates.opens_on),
            (EventKind.COLLECT_BY, dates.collect_by),
            (EventKind.UNIT_MEETING_BY, dates.unit_meeting_by),
            (EventKind.LEADERSHIP_ON, dates.leadership_on),
        )
    ]


def _step_events(plan_year: int, steps: tuple[StepDates, ...]) -> list[YearEvent]:
    return [
        YearEvent(day, kind, step=step.step, plan_year=plan_year)
        for step in steps
        for kind, day in (
            (EventKind.STEP_OPENS, step.opens_on),
            (EventKind.STEP_DUE, step.due),
        )
    ]
