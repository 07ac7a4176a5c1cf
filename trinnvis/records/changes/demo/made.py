"""Made: the rows of the demo so far, found by the file's own keys."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import models

from trinnvis.records.changes.demo.cycles import Cycle
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import (
    Action,
    Condition,
    ExternalBody,
    Goal,
    GoalReview,
    Indicator,
    InvolvementRequest,
    Municipality,
    Person,
    Perspective,
    Plan,
    QuarterReview,
    ReportingPeriod,
    SharedIndicator,
    StrategyArea,
    Unit,
    Workshop,
)

_OSLO = ZoneInfo("Europe/Oslo")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that people did in the demo's past, to be logged in its order."""

    at: datetime
    name: str
    row: models.Model
    by: Person | None
    unit_id: int | None = None
    before: dict[str, object] | None = None
    after: dict[str, object] | None = None


@dataclass
class Made:
    """What the loader has made; each part fills in its own and finds the others'."""

    file: Section
    municipality: Municipality
    year: int
    """The plan year that the file tells of."""
    cycles: tuple[Cycle, ...]
    perspectives: dict[str, Perspective] = field(default_factory=dict)
    areas: dict[str, StrategyArea] = field(default_factory=dict)
    shared: dict[str, SharedIndicator] = field(default_factory=dict)
    bodies: dict[str, ExternalBody] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    leaders: dict[str, Person] = field(default_factory=dict)
    """By unit key."""
    colleagues: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    """By unit key: those who work there and do not lead it."""
    periods: dict[int, ReportingPeriod] = field(default_factory=dict)
    workshops: dict[tuple[str, int], Workshop] = field(default_factory=dict)
    plans: dict[tuple[str, int], Plan] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    involvements: dict[str, InvolvementRequest] = field(default_factory=dict)
    reviews: dict[tuple[str, int], QuarterReview] = field(default_factory=dict)
    """By unit key and quarter number."""
    goal_reviews: dict[tuple[str, int], GoalReview] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)

    def leader_of(self, unit: Unit) -> Person:
        return self.leaders[unit.key]

    def leader_above(self, unit: Unit) -> Person:
        """Return the leader of the unit above; the unit's own at the top."""
        above = unit.parent or unit
        return self.leaders[above.key]

    def leader_beside(self, unit: Unit) -> Person | None:
        """Return another leader under the same leader above; None if there is none."""
        for key, other in self.units.items():
            if key not in self.leaders or other.parent_id != unit.parent_id:
                continue
            leader = self.leaders[key]
            if leader != self.leaders[unit.key]:
                return leader
        return None

    def cycles_of(self, year: int) -> tuple[Cycle, ...]:
        return tuple(cycle for cycle in self.cycles if cycle.year == year)


def moment(day: date, hour: int = 9) -> datetime:
    """Return the hour of the day in Norway; told in UTC, as rows are read back."""
    return datetime.combine(day, time(hour), tzinfo=_OSLO).astimezone(UTC)


def weekday_from(day: date, steps: int) -> date:
    """Return the weekday that lies so many weekdays after the day."""
    found = day
    while found.weekday() > 4:
        found += timedelta(days=1)
    for _step in range(steps):
        found += timedelta(days=3 if found.weekday() == 4 else 1)
    return found
