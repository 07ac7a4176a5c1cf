"""Conditions: what may have mattered in the demo, and whom its units asked along."""

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Condition, InvolvementRequest, Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import ConditionKind, InvolvementStatus


def make_conditions(made: Made) -> None:
    """Make the register that all units share."""
    rows = Condition.objects.bulk_create(
        _condition(made, told) for told in made.file.sections("conditions")
    )
    made.conditions = {row.key: row for row in rows}


def conditions_of(made: Made, goal: str, quarter: int) -> tuple[Condition, ...]:
    """Return what the file says mattered to a goal in a quarter, in its order.

    Told twice in the file: with the condition, and in some goals' reviews.
    """
    named = _reviewed(made, goal, quarter)
    return tuple(
        made.conditions[told.text("id")]
        for told in made.file.sections("conditions")
        if told.text("id") in named
        or (quarter in _numbers(told) and goal in told.texts("affects"))
    )


def make_involvements(made: Made, quarter: int) -> None:
    """Make the requests that came out of the quarter's reviews."""
    asked_in = _asked_in(made)
    rows = InvolvementRequest.objects.bulk_create(
        _involvement(made, told, asked_in[told.text("id")])
        for told in made.file.sections("involvements")
        if asked_in[told.text("id")][1] == quarter
    )
    made.involvements |= {row.key: row for row in rows}


def _condition(made: Made, told: Section) -> Condition:
    numbers = _numbers(told)
    return Condition(
        municipality=made.municipality,
        key=told.text("id"),
        kind=ConditionKind(told.text("kind")),
        title=told.text("title"),
        text=told.text("text"),
        first_day=Quarter(made.year, numbers[0]).first_day,
        last_day=Quarter(made.year, numbers[-1]).last_day,
        reported_by=_only_unit(made, told),
    )


def _numbers(told: Section) -> range:
    """Read «Q1-Q3» or «Q3» as quarter numbers."""
    first, _dash, last = told.text("period").partition("-")
    number = int(first.removeprefix("Q"))
    return range(number, int((last or first).removeprefix("Q")) + 1)


def _only_unit(made: Made, told: Section) -> Unit | None:
    """Return the unit that told of it, where it concerns only one."""
    units = {made.goals[goal].plan.unit for goal in told.texts("affects")}
    return units.pop() if len(units) == 1 else None


def _reviewed(made: Made, goal: str, quarter: int) -> frozenset[str]:
    for told in made.file.sections("goals"):
        if told.text("id") == goal:
            review = told.section("reviews").section(f"Q{quarter}")
            return frozenset(review.texts("conditions"))
    return frozenset()


def _asked_in(made: Made) -> dict[str, tuple[str, int]]:
    """Return by request the goal and quarter whose review it came from."""
    found: dict[str, tuple[str, int]] = {}
    for goal in made.file.sections("goals"):
        reviews = goal.section("reviews")
        for key in reviews.names:
            for request in reviews.section(key).texts("involve"):
                found[request] = (goal.text("id"), int(key.removeprefix("Q")))
    return found


def _involvement(
    made: Made, told: Section, review: tuple[str, int]
) -> InvolvementRequest:
    key, to = told.text("id"), told.text("to")
    outside = told.text("kind") == "external"
    return InvolvementRequest(
        municipality=made.municipality,
        key=key,
        from_unit=made.units[told.text("from_unit")],
        to_unit=None if outside else made.units[to],
        to_body=made.bodies[to] if outside else None,
        goal=made.goals[told.text("goal")],
        goal_review=made.goal_reviews[review],
        reason=told.text("reason"),
        asked_on=told.day("asked"),
        answered_on=told.day_or_none("answered"),
        agreed=told.text("agreed"),
        status=InvolvementStatus(told.text("status")),
        responsible=made.people[told.text("responsible")],
        language=told.text("language") or "nb",
    )
