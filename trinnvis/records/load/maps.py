"""Maps: many units beside each other, in the organisation's order and never ranked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trinnvis.records.load.calendar import calendars_of
from trinnvis.records.load.plans import plan_goals
from trinnvis.records.load.quarter_states import states_of
from trinnvis.records.load.tellings import Tellings, Told, tellings
from trinnvis.records.models import Plan, Standing, Unit
from trinnvis.rules.assess import assess_goal
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.rollup import Counts, State, count_states
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import Level, Missing, QuarterState, Track

Judged = tuple[State, Missing | None]
"""A goal's state, and why it has no figure where it has none."""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit in the map. Depth tells how far down the tree it lies."""

    id: int
    name: str
    path: str
    depth: int
    kind: str
    included: bool
    """In the scheme in the year shown."""
    quarters: tuple[QuarterState, ...]
    goals: Counts
    """Of goals the quarter has told of; empty before it is told."""
    told: bool


@dataclass(frozen=True, slots=True)
class UnitMap:
    """Units in tree order, with all their goals counted together."""

    quarter: Quarter
    lines: tuple[UnitLine, ...]
    goals: Counts

    @property
    def included(self) -> tuple[UnitLine, ...]:
        return tuple(line for line in self.lines if line.included)

    @property
    def delivered(self) -> int:
        return sum(line.told for line in self.included)


def unit_map(
    units: Iterable[Unit], quarter: Quarter, *, reader: Sight, day: date
) -> UnitMap:
    """Return the units with their quarters and their goals counted. 4 queries.

    And 10 more for each unit whose quarter is opened again, since what was told
    then must be judged anew. All units are of one municipality, which is loaded.
    """
    among = sorted(units, key=lambda unit: unit.path)
    told = tellings([unit.pk for unit in among])
    calendars = calendars_of(among)
    judged = _judged(among, quarter, told, reader, day)
    lines = tuple(
        UnitLine(
            id=unit.pk,
            name=unit.name,
            path=unit.path,
            depth=unit.path.count("/") - 1,
            kind=unit.kind,
            included=_included(unit, quarter),
            quarters=states_of(unit, quarter.year, day, told, calendars[unit.pk]),
            goals=_counted(judged[unit.pk]),
            told=_is_told(told, unit, quarter),
        )
        for unit in among
    )
    together = [state for states in judged.values() for state in states]
    return UnitMap(quarter, lines, _counted(together))


def _included(unit: Unit, quarter: Quarter) -> bool:
    return unit.started_on is not None and unit.started_on <= quarter.last_day


def _is_told(told: Tellings, unit: Unit, quarter: Quarter) -> bool:
    return told.get((unit.pk, quarter), Told()).delivered_at is not None


def _judged(
    units: list[Unit], quarter: Quarter, told: Tellings, reader: Sight, day: date
) -> dict[int, list[Judged]]:
    """Return each unit's goals as everyone may know them; from copies where told."""
    found: dict[int, list[Judged]] = defaultdict(list)
    stands = [
        unit.pk
        for unit in units
        if _is_told(told, unit, quarter) and told[unit.pk, quarter].reopened_at is None
    ]
    rows = Standing.objects.filter(
        goal__plan__unit__in=stands,
        year=quarter.year,
        quarter=quarter.number,
        goal__dropped_on__isnull=True,
        goal__plan__adopted_once=True,
    ).values_list("goal__plan__unit_id", "level", "track", "missing")
    for unit_id, level, track, missing in rows:
        state: State = Track(track) if track else Level(level)
        found[unit_id].append((state, Missing(missing) if missing else None))
    for unit in units:
        if told.get((unit.pk, quarter), Told()).reopened_at is not None:
            found[unit.pk] = _judged_anew(unit, quarter, reader, day)
    return found


def _judged_anew(
    unit: Unit, quarter: Quarter, reader: Sight, day: date
) -> list[Judged]:
    plans = Plan.objects.filter(unit=unit, year=quarter.year, adopted_once=True)
    plan = plans.select_related("unit").first()
    if plan is None:
        return []
    found = [
        assess_goal(goal, quarter, day, unit.started_on)
        for goal in plan_goals(plan, reader=reader)
        if not goal.dropped
    ]
    return [
        (each.state, each.leading.missing if each.leading else None) for each in found
    ]


def _counted(judged: Iterable[Judged]) -> Counts:
    return count_states(_as_counted(state, missing) for state, missing in judged)


def _as_counted(state: State, missing: Missing | None) -> State | None:
    """Keep what is measured later apart from what is missing."""
    if missing is Missing.NOT_APPLICABLE:
        return None
    return Level.NOT_DUE if missing is Missing.NOT_DUE else state
