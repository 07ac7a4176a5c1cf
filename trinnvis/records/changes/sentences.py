"""Sentences: a goal and its first figure, written as one sentence at once."""

from datetime import datetime

from django.db import transaction

from trinnvis.records.changes.goals import add_goal, change_goal
from trinnvis.records.changes.indicators import add_indicator, change_indicator
from trinnvis.records.changes.logging import Fields
from trinnvis.records.changes.submissions import answer, claim
from trinnvis.records.models import Goal, Indicator, Person, Plan


@transaction.atomic
def write_goal(
    plan: Plan,
    goal_values: Fields,
    indicator_values: Fields,
    *,
    key: str,
    by: Person,
    at: datetime,
) -> Goal:
    """Add a goal with its first indicator. Two rows, two log entries, or neither.

    Raises AlreadySent when the form's key was used before.
    """
    submission = claim(key, by=by, at=at)
    goal = add_goal(plan, goal_values, by=by, at=at)
    add_indicator(goal, indicator_values, by=by, at=at)
    answer(submission, f"/plans/{plan.pk}/#goal-{goal.pk}")
    return goal


@transaction.atomic
def rewrite_goal(
    goal: Goal,
    indicator: Indicator | None,
    goal_values: Fields,
    indicator_values: Fields,
    *,
    versions: tuple[int, int],
    by: Person,
    at: datetime,
) -> None:
    """Change the goal and its first indicator together, or neither.

    `versions` are the goal's and the indicator's, as the writer saw them. Raises
    Stale when someone else changed the same fields of either.
    """
    change_goal(goal, goal_values, version=versions[0], by=by, at=at)
    if indicator is None:
        add_indicator(goal, indicator_values, by=by, at=at)
    else:
        change_indicator(indicator, indicator_values, version=versions[1], by=by, at=at)
