"""Deadlines: what a date or quarter must agree with once it is understood."""

from datetime import date

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.dates import day_in_digits
from trinnvis.signs.reading.problems import DateProblem, ReadingOutcome
from trinnvis.signs.reading.times import TimeReading


def check_result_quarter(quarter: Quarter, today: date) -> TimeReading[Quarter]:
    """Take a result for a quarter that has begun; before its end it is preliminary."""
    if today < quarter.first_day:
        return TimeReading(
            ReadingOutcome.REJECT,
            str(quarter),
            problem=DateProblem.QUARTER_NOT_BEGUN,
            quarter=quarter,
        )
    if today <= quarter.last_day:
        return TimeReading(
            ReadingOutcome.WARN,
            str(quarter),
            quarter,
            problem=DateProblem.QUARTER_NOT_ENDED,
            quarter=quarter,
        )
    return TimeReading(ReadingOutcome.ACCEPT, str(quarter), quarter)


def check_action_deadline(deadline: date, plan_year: int) -> TimeReading[date]:
    """Take a deadline for an action; one after the plan year is a question."""
    if deadline.year == plan_year:
        return _taken(deadline)
    if deadline.year > plan_year:
        return TimeReading(
            ReadingOutcome.WARN,
            day_in_digits(deadline),
            deadline,
            problem=DateProblem.DEADLINE_AFTER_YEAR,
            year=deadline.year,
        )
    return _outside(deadline, plan_year)


def check_goal_deadline(deadline: date, plan_year: int) -> TimeReading[date]:
    """Take a deadline for a goal, which lies in the plan year."""
    if deadline.year == plan_year:
        return _taken(deadline)
    return _outside(deadline, plan_year)


def check_period(start: date, deadline: date) -> TimeReading[date]:
    """Take a deadline that is not before the start; the same day will do."""
    if deadline < start:
        return TimeReading(
            ReadingOutcome.REJECT,
            day_in_digits(deadline),
            problem=DateProblem.DEADLINE_BEFORE_START,
        )
    return _taken(deadline)


def _taken(deadline: date) -> TimeReading[date]:
    return TimeReading(ReadingOutcome.ACCEPT, day_in_digits(deadline), deadline)


def _outside(deadline: date, plan_year: int) -> TimeReading[date]:
    return TimeReading(
        ReadingOutcome.REJECT,
        day_in_digits(deadline),
        problem=DateProblem.DEADLINE_OUTSIDE_YEAR,
        year=plan_year,
    )
