"""Reviews: what the demo's units answered about each quarter they delivered."""

from datetime import date

from trinnvis.records.changes.demo.conditions import conditions_of
from trinnvis.records.changes.demo.made import Made, weekday_from
from trinnvis.records.changes.demo.observations import NEVER_IN_REPORTS
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import (
    ConditionUse,
    GoalReview,
    QuarterReview,
    SuccessFactor,
)
from trinnvis.rules.terms import Confidence, Level

_CONFIDENCES = {
    "assumed": Confidence.ASSUMED,
    "likely": Confidence.LIKELY,
    "documented": Confidence.WELL_FOUNDED,
}


def make_reviews(made: Made, quarter: int) -> None:
    """Make the quarter's reviews for the units that delivered it.

    A unit that has not delivered has answered nothing the file tells of, so it has
    no review yet; its figures stand.
    """
    reviews = QuarterReview.objects.bulk_create(
        QuarterReview(
            municipality=made.municipality,
            unit=made.units[cycle.unit],
            plan=made.plans[(cycle.unit, made.year)],
            year=made.year,
            quarter=quarter,
            meeting_on=_meeting(made, cycle.unit, quarter, order),
        )
        for order, cycle in enumerate(made.cycles_of(made.year))
        if cycle.submitted(quarter)
    )
    made.reviews |= {(row.unit.key, quarter): row for row in reviews}
    told = [
        goal
        for goal in made.file.sections("goals")
        if (goal.text("unit"), quarter) in made.reviews
    ]
    rows = GoalReview.objects.bulk_create(
        _goal_review(made, goal, quarter) for goal in told
    )
    for row in rows:
        made.goal_reviews[(row.goal.key, quarter)] = row
    _make_factors(made, told, quarter)
    ConditionUse.objects.bulk_create(
        ConditionUse(
            municipality=made.municipality, goal_review=row, condition=condition
        )
        for row in rows
        for condition in conditions_of(made, row.goal.key, quarter)
    )


def late_units(made: Made, quarter: int) -> frozenset[str]:
    """Return the units that delivered after the deadline.

    The file tells how many: the economy unit's own goal is the share delivered in
    time. Which they were it does not say; the last in its order are taken.
    """
    told = _share_in_time(made)
    share = told.section("values").figure(f"Q{quarter}") or 0
    units = told.section("n").whole(f"Q{quarter}")
    cycles = made.cycles_of(made.year)
    delivered = [cycle.unit for cycle in cycles if cycle.submitted(quarter)]
    late = units - round(share * units / 100) - (len(cycles) - len(delivered))
    return frozenset(delivered[len(delivered) - late :])


def _share_in_time(made: Made) -> Section:
    return next(
        told
        for goal in made.file.sections("goals")
        for told in goal.sections("indicators")
        if told.text("source").startswith("Trinnvis")
    )


def _meeting(made: Made, unit: str, quarter: int, order: int) -> date:
    """Return when the staff met: the file's day, or one in the week of deadlines."""
    period = made.periods[quarter]
    for told in made.file.sections("presentations"):
        if told.text("unit") == unit and told.text("audience") == "ansatte":
            held = told.day("date")
            if period.collect_by <= held <= period.leadership_on:
                return held
    if unit in late_units(made, quarter):
        return weekday_from(period.unit_meeting_by, 1 + order % 2)
    return weekday_from(period.collect_by, 1 + order % 3)


def _goal_review(made: Made, told: Section, quarter: int) -> GoalReview:
    goal = made.goals[told.text("id")]
    said = told.section("reviews").section(f"Q{quarter}")
    level, reason = _assessed(told, quarter)
    return GoalReview(
        municipality=made.municipality,
        review=made.reviews[(told.text("unit"), quarter)],
        goal=goal,
        achieved=said.text("achieved"),
        not_achieved=said.text("not_achieved"),
        no_conditions=not conditions_of(made, goal.key, quarter),
        no_involvement=not said.texts("involve"),
        assessed_level=level,
        assessed_reason=reason,
        forecast=said.text("forecast"),
        internal_note=said.text("internal_note") or _kept_inside(told, quarter),
    )


def _assessed(told: Section, quarter: int) -> tuple[Level | str, str]:
    """Return the unit's own assessment of the quarter, where it made one."""
    for indicator in told.sections("indicators"):
        own = indicator.section("assessed_override")
        if own.text("period") == f"Q{quarter}":
            return Level(own.text("status")), own.text("reason")
    return "", ""


def _kept_inside(told: Section, quarter: int) -> str:
    """Return a figure's note that says of itself that it never leaves the unit."""
    for indicator in told.sections("indicators"):
        if (indicator.text("id"), f"Q{quarter}") in NEVER_IN_REPORTS:
            return indicator.section("notes").text(f"Q{quarter}")
    return ""


def _make_factors(made: Made, told: list[Section], quarter: int) -> None:
    SuccessFactor.objects.bulk_create(
        SuccessFactor(
            municipality=made.municipality,
            goal_review=made.goal_reviews[(goal.text("id"), quarter)],
            action=made.actions[factor.text("action_ref")],
            text=factor.text("text"),
            confidence=_CONFIDENCES[factor.text("confidence")],
            order=order,
        )
        for goal in told
        for order, factor in enumerate(_factors(goal, quarter))
    )


def _factors(told: Section, quarter: int) -> tuple[Section, ...]:
    said = told.section("reviews").section(f"Q{quarter}")
    return said.sections("success_factors")
