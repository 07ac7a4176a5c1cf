"""Plans: one unit's plan as a reader knows it, and as it is frozen.

While an adopted plan is being changed, its adopted version is what stands for
everyone who does not read the unit's drafts; only the figures are new.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db.models import Count

from trinnvis.records.load.figures import Page, Reading
from trinnvis.records.load.goals import goals_as_facts, goals_by_plan, read_goal
from trinnvis.records.load.tellings import tellings, tellings_then
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import (
    Goal,
    KeyFigure,
    Plan,
    PlanChapter,
    PlanVersion,
)
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
    return facts if _reads_rows(plan, reader) else _as_adopted(plan, facts)


def plan_goals(plan: Plan, *, reader: Sight) -> tuple[GoalFacts, ...]:
    """Return the plan's goals alone, as plan_facts would. 10 queries at most."""
    if not _reads_rows(plan, reader):
        return plan_facts(plan, reader=reader).goals
    page = Page(unit_facts(plan.unit), tellings([plan.unit_id]), Reading(reader))
    return goals_as_facts(Goal.objects.filter(plan=plan), {plan.pk: page})


def goal_in_plan(goal: Goal, *, reader: Sight) -> GoalFacts | None:
    """Return one goal as plan_facts would; None for one that no adopted plan has.

    8 queries (goal.plan.unit and goals.BESIDE already loaded).
    """
    facts = read_goal(goal, reader=reader)
    if _reads_rows(goal.plan, reader):
        return facts
    goals = plan_facts(goal.plan, reader=reader).goals
    return next((facts for facts in goals if facts.id == goal.pk), None)


def plan_to_freeze(plan: Plan, *, delivering: Quarter | None = None) -> PlanFacts:
    """Return the plan with what everyone may know: told figures, small groups hidden.

    With `delivering`, that quarter's figures count as told and later ones are left
    out. 12 queries.
    """
    return _plan_facts(plan, Reading(through=delivering, delivering=delivering))


def plan_as_known(plan: Plan, known_at: datetime) -> PlanFacts:
    """Return the plan with the figures that everyone could know then. 13 queries."""
    return _plan_facts(plan, Reading(known_at=known_at))


def plans_to_freeze(
    plans: Iterable[Plan], *, delivering: Quarter | None = None
) -> dict[int, PlanFacts]:
    """Return many plans as plan_to_freeze does, by the plan's id. 12 queries."""
    return _plans_facts(
        tuple(plans), Reading(through=delivering, delivering=delivering)
    )


def _reads_rows(plan: Plan, reader: Sight) -> bool:
    """Tell whether the reader sees the plan's rows, or the version that stands."""
    path = plan.unit.path
    reads_draft = reader.sees_drafts_of(path) or reader.leads_unit(path)
    return plan.state in _STANDS or not plan.adopted_once or reads_draft


def _plan_facts(plan: Plan, reading: Reading) -> PlanFacts:
    return _plans_facts((plan,), reading)[plan.pk]


def _plans_facts(plans: tuple[Plan, ...], reading: Reading) -> dict[int, PlanFacts]:
    units = {plan.pk: unit_facts(plan.unit) for plan in plans}
    unit_ids = [unit.id for unit in units.values()]
    then = reading.known_at
    told = tellings(unit_ids) if then is None else tellings_then(unit_ids, then)
    pages = {key: Page(unit, told, reading) for key, unit in units.items()}
    goals = goals_by_plan(Goal.objects.filter(plan__in=plans), pages)
    chapters = _chapters(plans)
    figures = _key_figures(plans)
    versions = _version_counts(plans)
    return {
        plan.pk: PlanFacts(
            id=plan.pk,
            unit=units[plan.pk],
            year=plan.year,
            goals=goals.get(plan.pk, ()),
            chapters=chapters[plan.pk],
            language=plan.unit.language,
            version=versions.get(plan.pk, 0),
            state=PlanState(plan.state),
            summary=plan.summary,
            key_figures=tuple(figures[plan.pk]),
            discussed_on=plan.discussed_on,
            discussed_with=plan.discussed_with,
            disagreement=plan.disagreement,
            not_discussed_reason=plan.not_discussed_reason,
        )
        for plan in plans
    }


def _chapters(plans: tuple[Plan, ...]) -> dict[int, tuple[ChapterFacts, ...]]:
    """Return the chapters in the order of the terms, those not begun as empty."""
    written: dict[int, dict[str, ChapterFacts]] = defaultdict(dict)
    for row in PlanChapter.objects.filter(plan__in=plans):
        facts = ChapterFacts(Chapter(row.key), row.text, row.not_applicable)
        written[row.plan_id][row.key] = facts
    return {
        plan.pk: tuple(written[plan.pk].get(key, ChapterFacts(key)) for key in Chapter)
        for plan in plans
    }


def _key_figures(plans: tuple[Plan, ...]) -> dict[int, list[KeyFigureFacts]]:
    figures: dict[int, list[KeyFigureFacts]] = defaultdict(list)
    for row in KeyFigure.objects.filter(plan__in=plans):
        figures[row.plan_id].append(KeyFigureFacts(row.label, row.text))
    return figures


def _version_counts(plans: tuple[Plan, ...]) -> dict[int, int]:
    """Return how many times each plan has been adopted; those never are missing."""
    counted = PlanVersion.objects.filter(plan__in=plans).order_by().values("plan")
    return dict(counted.annotate(times=Count("pk")).values_list("plan", "times"))


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
