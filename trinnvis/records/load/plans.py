"""Plans: one unit's plan as a reader knows it, and as it is frozen.

While an adopted plan is being changed, its adopted version is what stands for
everyone who does not read the unit's drafts; only the figures are new.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from trinnvis.records.load.figures import Page, Reading
from trinnvis.records.load.goals import goals_as_facts
from trinnvis.records.load.tellings import tellings, tellings_then
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import Goal, Plan
from trinnvis.records.versions import thaw
from trinnvis.rules.facts import (
    ChapterFacts,
    GoalFacts,
    KeyFigureFacts,
    PlanFacts,
    SeriesFacts,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import Chapter, PlanState

_STANDS = frozenset({PlanState.ADOPTED, PlanState.CLOSED})


def plan_facts(
    plan: Plan, *, reader: Sight, through: Quarter | None = None
) -> PlanFacts:
    """Return the plan with its figures as the reader knows them.

    14 queries at most, however many goals (plan.unit already loaded). Figures of
    quarters after `through` are left out.
    """
    facts = _plan_facts(plan, Reading(reader, through))
    reads_draft = reader.sees_drafts_of(plan.unit.path) or reader.leads_unit(
        plan.unit.path
    )
    if plan.state in _STANDS or not plan.adopted_once or reads_draft:
        return facts
    return _as_adopted(plan, facts)


def plan_to_freeze(plan: Plan, *, delivering: Quarter | None = None) -> PlanFacts:
    """Return the plan with what everyone may know: told figures, small groups hidden.

    With `delivering`, that quarter's figures count as told and later ones are left
    out. 12 queries.
    """
    return _plan_facts(plan, Reading(through=delivering, delivering=delivering))


def plan_as_known(plan: Plan, known_at: datetime) -> PlanFacts:
    """Return the plan with the figures that everyone could know then. 13 queries."""
    return _plan_facts(plan, Reading(known_at=known_at))


def _plan_facts(plan: Plan, reading: Reading) -> PlanFacts:
    unit = unit_facts(plan.unit)
    if reading.known_at is None:
        told = tellings([unit.id])
    else:
        told = tellings_then([unit.id], reading.known_at)
    page = Page(unit, told, reading)
    return PlanFacts(
        id=plan.pk,
        unit=unit,
        year=plan.year,
        goals=goals_as_facts(Goal.objects.filter(plan=plan), {plan.pk: page}),
        chapters=_chapters(plan),
        language=plan.unit.language,
        version=plan.versions.count(),
        state=PlanState(plan.state),
        summary=plan.summary,
        key_figures=tuple(
            KeyFigureFacts(label, text)
            for label, text in plan.key_figures.values_list("label", "text")
        ),
        discussed_on=plan.discussed_on,
        discussed_with=plan.discussed_with,
        disagreement=plan.disagreement,
        not_discussed_reason=plan.not_discussed_reason,
    )


def _chapters(plan: Plan) -> tuple[ChapterFacts, ...]:
    """Return the chapters in the order of the terms, those not begun as empty."""
    written = {chapter.key: chapter for chapter in plan.chapters.all()}
    return tuple(
        ChapterFacts(key, written[key].text, written[key].not_applicable)
        if key in written
        else ChapterFacts(key)
        for key in Chapter
    )


def _as_adopted(plan: Plan, facts: PlanFacts) -> PlanFacts:
    """Return the last adopted version with the figures that `facts` hold."""
    version = plan.versions.order_by("-number").first()
    if version is None:
        return facts
    series = {s.indicator.id: s for goal in facts.goals for s in goal.series}
    adopted = thaw(version.content)
    goals = tuple(_with_figures(goal, series) for goal in adopted.goals)
    return replace(adopted, goals=goals, version=facts.version)


def _with_figures(goal: GoalFacts, now: Mapping[int, SeriesFacts]) -> GoalFacts:
    return replace(
        goal,
        series=tuple(
            replace(old, observations=now[old.indicator.id].observations)
            if old.indicator.id in now
            else old
            for old in goal.series
        ),
    )
