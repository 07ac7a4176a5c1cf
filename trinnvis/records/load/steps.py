"""Steps: what units have done for their plan years, as evidence for the steps.

Everything is counted, whoever asks; what the counts say is for everyone to see.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Min, Q

from trinnvis.records.load.calendar import calendars_of
from trinnvis.records.load.figures import Depth, Page, Reading
from trinnvis.records.load.goals import goals_by_plan
from trinnvis.records.load.quarter_states import states_of
from trinnvis.records.load.tellings import Tellings, tellings
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import (
    AnchoringRecord,
    Briefing,
    Goal,
    Lesson,
    Plan,
    Presentation,
    Recognition,
    RollForwardDecision,
    Unit,
    Workshop,
)
from trinnvis.rules.step_facts import (
    AnchoringFacts,
    AnchoringLevel,
    Audience,
    BriefingFacts,
    GoalEvidence,
    PlanEvidence,
    PresentationFacts,
    StepEvidence,
    WorkshopFacts,
)
from trinnvis.rules.steps import goal_evidence
from trinnvis.rules.terms import Chapter, PlanState
from trinnvis.rules.year_wheel import CalendarFacts

Place = tuple[int, int]
"""A unit's id and a plan year."""
Fact = TypeVar("Fact")
_DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class _Scope:
    units: tuple[Unit, ...]
    years: tuple[int, ...]

    @property
    def rows(self) -> dict[str, Any]:
        return {"unit__in": self.units, "year__in": self.years}


def step_evidence(
    units: Iterable[Unit],
    years: Iterable[int],
    *,
    day: date,
    told: Tellings | None = None,
    calendars: dict[int, CalendarFacts] | None = None,
) -> dict[Place, StepEvidence]:
    """Return the evidence for each unit and year. 15 queries, however many units.

    All units are of one municipality, which is loaded with them. Two queries fewer
    for one who has the tellings and the calendars already.
    """
    scope = _Scope(tuple(units), tuple(years))
    municipal, own = _anchorings(scope)
    briefings, workshops = _briefings(scope), _workshops(scope)
    plans = _plans(scope)
    goals = _goals(scope, plans)
    told = tellings([unit.pk for unit in scope.units]) if told is None else told
    calendars = calendars_of(scope.units) if calendars is None else calendars
    thanked, presented = _recognitions(scope), _presentations(scope)
    decided, lessons = _decided(scope), _lessons(scope)
    return {
        (unit.pk, year): StepEvidence(
            anchorings=(*municipal, *own[unit.pk, year]),
            briefings=tuple(briefings[unit.pk, year]),
            workshops=tuple(workshops[unit.pk, year]),
            goals=tuple(goals[unit.pk, year]),
            plan=_plan(plans.get((unit.pk, year))),
            quarters=states_of(unit, year, day, told, calendars[unit.pk]),
            recognitions=len(thanked[unit.pk, year]),
            presentations=tuple(presented[unit.pk, year]),
            decided_goals=frozenset(decided[unit.pk, year]),
            lessons=len(lessons[unit.pk, year]),
        )
        for unit in scope.units
        for year in scope.years
    }


def _gather(found: Iterable[tuple[Place, Fact]]) -> dict[Place, list[Fact]]:
    gathered: dict[Place, list[Fact]] = defaultdict(list)
    for place, fact in found:
        gathered[place].append(fact)
    return gathered


def _anchorings(
    scope: _Scope,
) -> tuple[list[AnchoringFacts], dict[Place, list[AnchoringFacts]]]:
    """Return the municipality's own decisions, and the units' for their years."""
    municipality = {unit.municipality_id for unit in scope.units}
    rows = AnchoringRecord.objects.filter(
        Q(unit__isnull=True) | Q(**scope.rows), municipality_id__in=municipality
    ).select_related("work_lead")
    municipal = [_anchoring(row) for row in rows if row.unit_id is None]
    own = _gather(
        ((row.unit_id, row.year), _anchoring(row))
        for row in rows
        if row.unit_id is not None and row.year is not None
    )
    return municipal, own


def _anchoring(row: AnchoringRecord) -> AnchoringFacts:
    return AnchoringFacts(
        level=AnchoringLevel(row.level),
        on=row.on,
        decision=row.decision,
        valid_until=row.valid_until,
        work_lead=row.work_lead.name if row.work_lead else "",
        discussed_on=row.discussed_on,
        not_discussed_reason=row.not_discussed_reason,
    )


def _briefings(scope: _Scope) -> dict[Place, list[BriefingFacts]]:
    return _gather(
        (
            (row.unit_id, row.year),
            BriefingFacts(
                on=row.on,
                attendees=row.attendees,
                acknowledged=row.acknowledged,
                staff=row.staff,
                told_purpose=row.told_purpose,
                told_tool=row.told_tool,
                told_plan=row.told_plan,
            ),
        )
        for row in Briefing.objects.filter(**scope.rows)
    )


def _workshops(scope: _Scope) -> dict[Place, list[WorkshopFacts]]:
    rows = Workshop.objects.filter(**scope.rows)
    return _gather(
        ((row.unit_id, row.year), WorkshopFacts(row.on, row.hours, row.participants))
        for row in rows
    )


def _plans(scope: _Scope) -> dict[Place, Plan]:
    adopted = Min("events__at", filter=Q(events__state=PlanState.ADOPTED))
    rows = Plan.objects.filter(**scope.rows).annotate(adopted_at=adopted)
    found = rows.prefetch_related("chapters")
    return {(plan.unit_id, plan.year): plan for plan in found}


def _plan(plan: Any) -> PlanEvidence | None:
    if plan is None:
        return None
    chapters = tuple(plan.chapters.all())
    written = sum(bool(chapter.text.strip()) for chapter in chapters)
    settled = sum(bool(c.text.strip()) or c.not_applicable for c in chapters)
    return PlanEvidence(
        state=PlanState(plan.state),
        adopted_on=plan.adopted_at.date() if plan.adopted_at else None,
        chapters_written=written,
        chapters_open=len(Chapter) - settled,
        discussed=plan.discussed_on is not None or bool(plan.not_discussed_reason),
    )


def _goals(scope: _Scope, plans: dict[Place, Plan]) -> dict[Place, list[GoalEvidence]]:
    """Return how far the plans' goals have come; those given up are left out."""
    units = {unit.pk: unit_facts(unit) for unit in scope.units}
    reading = Reading(depth=Depth.ANSWERS)
    pages = {
        plan.pk: Page(units[unit_id], {}, reading)
        for (unit_id, _year), plan in plans.items()
    }
    rows = Goal.objects.filter(plan__in=pages, dropped_on__isnull=True)
    by_plan = goals_by_plan(rows, pages)
    return _gather(
        (place, goal_evidence(goal, plan.year))
        for place, plan in plans.items()
        for goal in by_plan.get(plan.pk, ())
    )


def _recognitions(scope: _Scope) -> dict[Place, list[date]]:
    rows = Recognition.objects.filter(unit__in=scope.units, on__year__in=scope.years)
    found = rows.order_by("on").values_list("unit_id", "on")
    return _gather(((unit_id, on.year), on) for unit_id, on in found)


def _presentations(scope: _Scope) -> dict[Place, list[PresentationFacts]]:
    """Return what was told; without a unit it was for those presenting, or for all."""
    municipality = {unit.municipality_id for unit in scope.units}
    rows = Presentation.objects.filter(
        Q(unit__in=scope.units) | Q(unit__isnull=True),
        municipality_id__in=municipality,
        year__in=scope.years,
    ).prefetch_related("units_presenting")
    everyone = [unit.pk for unit in scope.units]
    return _gather(
        (
            (unit_id, row.year),
            PresentationFacts(row.on, Audience(row.audience), row.quarter),
        )
        for row in rows
        for unit_id in _told_by(row, everyone)
    )


def _told_by(row: Presentation, everyone: list[int]) -> list[int]:
    if row.unit_id is not None:
        return [row.unit_id]
    return [unit.pk for unit in row.units_presenting.all()] or everyone


def _decided(scope: _Scope) -> dict[Place, list[int]]:
    rows = RollForwardDecision.objects.filter(
        unit__in=scope.units,
        to_year__in=[year + 1 for year in scope.years],
        from_goal__isnull=False,
    ).exclude(status=_DRAFT)
    found = rows.values_list("unit_id", "to_year", "from_goal_id")
    return _gather(
        ((unit_id, to_year - 1), goal_id) for unit_id, to_year, goal_id in found
    )


def _lessons(scope: _Scope) -> dict[Place, list[int]]:
    rows = Lesson.objects.filter(**scope.rows).order_by()
    found = rows.values_list("unit_id", "year", "pk")
    return _gather(((unit_id, year), pk) for unit_id, year, pk in found)
