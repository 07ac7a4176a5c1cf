"""Test the year wheel: deadlines by preset, own dates, steps and legal dates."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from trinnvis.rules.holidays import is_working_day
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.terms import CalendarPreset, StepKey
from trinnvis.rules.year_wheel import (
    CalendarFacts,
    EventKind,
    OwnQuarterDates,
    OwnStepDate,
    QuarterDates,
    YearEvent,
    is_late,
    is_open,
    quarter_dates,
    quarter_to_follow_up,
    step_dates,
    year_events,
)

PAGE = Path(__file__).parents[2] / "docs" / "method" / "year-wheel.md"
DEMO = yaml.safe_load(
    (Path(__file__).parents[2] / "demo" / "elvevag.yaml").read_text("utf-8")
)
BY_QUARTER = CalendarFacts()
BY_SPRING = CalendarFacts(CalendarPreset.SPRING)
Q3 = Quarter(2026, 3)


def rows_under(heading: str) -> list[list[str]]:
    """Return the cells of the page's table under a heading, without its head."""
    section = PAGE.read_text("utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("preset", "quarter", "dates"), [
    (row[0], row[1], row[2:]) for row in rows_under("Kvartalet")
])  # fmt: skip
def test_quarter_has_the_dates_of_the_method_page(preset, quarter, dates):
    calendar = CalendarFacts(CalendarPreset(preset))
    found = quarter_dates(Quarter.parse(quarter), calendar)
    assert [
        found.opens_on.isoformat(),
        found.collect_by.isoformat(),
        found.unit_meeting_by.isoformat(),
        found.leadership_on.isoformat(),
    ] == dates


def test_steps_have_the_dates_of_the_method_page():
    autumn, spring = step_dates(2027, BY_QUARTER), step_dates(2027, BY_SPRING)
    found = [
        [a.step.value, *map(str, (a.opens_on, a.due, s.opens_on, s.due))]
        for a, s in zip(autumn, spring, strict=True)
    ]
    assert found == rows_under("De åtte trinnene for planen for 2027")


def test_the_demo_municipalitys_own_dates_are_those_of_the_preset():
    stated = [
        [period[day] for day in ("collect_by", "unit_meeting_by", "leadership")]
        for period in DEMO["reporting_calendar"]["periods"]
    ]
    found = [quarter_dates(quarter, BY_QUARTER) for quarter in quarters_of(2026)]
    assert stated == [
        [str(day) for day in (f.collect_by, f.unit_meeting_by, f.leadership_on)]
        for f in found
    ]


@pytest.mark.parametrize("preset", CalendarPreset)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_deadlines_come_in_order_on_working_days_and_never_in_july(preset, year):
    calendar = CalendarFacts(preset)
    for quarter in quarters_of(year):
        dates = quarter_dates(quarter, calendar)
        deadlines = [dates.collect_by, dates.unit_meeting_by, dates.leadership_on]
        assert deadlines == sorted(set(deadlines))
        assert dates.opens_on < dates.collect_by
        assert [is_working_day(day) for day in deadlines] == [True] * 3
        assert 7 not in {day.month for day in deadlines}
    dues = [step.due for step in step_dates(year, calendar)]
    assert [is_working_day(day) for day in dues] == [True] * 8
    assert 7 not in {day.month for day in dues}
    assert dues == sorted(dues)


def test_own_date_wins_even_on_a_saturday_and_leaves_the_others():
    own = OwnQuarterDates(Q3, unit_meeting_by=date(2026, 10, 17))
    other = OwnQuarterDates(Quarter(2026, 2), collect_by=date(2026, 7, 1))
    calendar = CalendarFacts(own_quarters=(other, own))
    assert quarter_dates(Q3, calendar) == QuarterDates(
        Q3,
        opens_on=date(2026, 10, 1),
        collect_by=date(2026, 10, 9),
        unit_meeting_by=date(2026, 10, 17),
        leadership_on=date(2026, 10, 26),
    )


def test_own_step_date_wins_for_its_year_alone():
    own = OwnStepDate(2027, StepKey.MAKE_GOALS, date(2026, 10, 5))
    calendar = CalendarFacts(own_steps=(own,))
    dues = {year: step_dates(year, calendar)[3].due for year in (2027, 2028)}
    assert dues == {2027: date(2026, 10, 5), 2028: date(2027, 11, 30)}


def test_quarter_opens_the_day_after_it_ends():
    assert is_open(Q3, date(2026, 9, 30)) is False
    assert is_open(Q3, date(2026, 10, 1)) is True


def test_quarter_is_late_the_day_after_the_units_last_date():
    assert is_late(Q3, date(2026, 10, 16), BY_QUARTER) is False
    assert is_late(Q3, date(2026, 10, 17), BY_QUARTER) is True


def test_the_quarter_to_follow_up_is_the_last_that_ended():
    assert quarter_to_follow_up(date(2026, 11, 23)) == Q3
    assert quarter_to_follow_up(date(2027, 1, 1)) == Quarter(2026, 4)


def test_wheel_of_the_year_holds_the_states_dates_as_they_are():
    events = [event for event in year_events(2026, BY_QUARTER) if event.legal]
    assert events == [
        YearEvent(date(2026, 2, 15), EventKind.KOSTRA_REPORTED),
        YearEvent(date(2026, 2, 22), EventKind.ACCOUNTS_DELIVERED),
        YearEvent(date(2026, 3, 31), EventKind.ANNUAL_REPORT_DELIVERED),
        YearEvent(date(2026, 6, 30), EventKind.ACCOUNTS_DECIDED),
        YearEvent(date(2026, 12, 31), EventKind.BUDGET_DECIDED),
    ]


def test_wheel_of_the_year_tells_january_in_order():
    january = [e for e in year_events(2027, BY_QUARTER) if e.day.month == 1]
    assert january == [
        YearEvent(date(2027, 1, 1), EventKind.QUARTER_OPENS, Quarter(2026, 4)),
        YearEvent(
            date(2027, 1, 1),
            EventKind.STEP_OPENS,
            step=StepKey.REPORT,
            plan_year=2026,
        ),
        YearEvent(
            date(2027, 1, 1),
            EventKind.STEP_OPENS,
            step=StepKey.NEXT_PLAN,
            plan_year=2026,
        ),
        YearEvent(
            date(2027, 1, 1),
            EventKind.STEP_OPENS,
            step=StepKey.FOLLOW_UP,
            plan_year=2027,
        ),
        YearEvent(date(2027, 1, 15), EventKind.COLLECT_BY, Quarter(2026, 4)),
        YearEvent(
            date(2027, 1, 15),
            EventKind.STEP_DUE,
            step=StepKey.FOLLOW_UP,
            plan_year=2026,
        ),
        YearEvent(date(2027, 1, 22), EventKind.UNIT_MEETING_BY, Quarter(2026, 4)),
    ]


def test_wheel_of_the_year_has_the_days_of_that_year_alone():
    assert {event.day.year for event in year_events(2027, BY_SPRING)} == {2027}
