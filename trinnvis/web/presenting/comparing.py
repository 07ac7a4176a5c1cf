"""Comparing: two plans beside each other, goal by goal, what is new marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from trinnvis.rules.facts import GoalFacts, PlanFacts
from trinnvis.web.presenting.plans import target_text


@dataclass(frozen=True, slots=True)
class Side:
    """A goal on one side; empty when it is not there."""

    title: str = ""
    lines: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """The same goal in two plans, or a goal that only one of them has."""

    older: Side
    newer: Side
    kind: str
    """same, changed, new or gone."""


def compare_plans(
    older: PlanFacts, newer: PlanFacts, origins: Mapping[int, int]
) -> tuple[Pair, ...]:
    """Return the goals of both, in the newer plan's order, the gone ones last.

    A goal is the same when it is the same row, goes on from it (`origins`: goal to
    the goal it was carried from), or has the same title.
    """
    rest = [goal for goal in older.goals if not goal.dropped]
    pairs = []
    for goal in newer.goals:
        if goal.dropped:
            continue
        known = {goal.id, origins.get(goal.id)}
        twin = next(
            (one for one in rest if one.id in known or one.title == goal.title), None
        )
        if twin is None:
            pairs.append(Pair(Side(), _side(goal), "new"))
            continue
        rest.remove(twin)
        before, after = _side(twin), _side(goal)
        pairs.append(Pair(before, after, "same" if before == after else "changed"))
    return (*pairs, *(Pair(_side(goal), Side(), "gone") for goal in rest))


def _side(goal: GoalFacts) -> Side:
    return Side(
        title=goal.title,
        lines=tuple(
            f"{series.indicator.name}: {target_text(series.indicator)}"
            for series in goal.series
        ),
        actions=tuple(action.title for action in goal.actions),
    )
