"""Goals: goals with their figures, actions and answers, as one reader knows them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from trinnvis.records.load.figures import (
    Depth,
    Page,
    Reading,
    figure_rows,
    reads_superseded,
    seen,
)
from trinnvis.records.load.tellings import tellings
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import (
    Action,
    Goal,
    GoalParty,
    Indicator,
    PulseCount,
    Unit,
)
from trinnvis.rules.facts import (
    ActionFacts,
    GoalFacts,
    IndicatorFacts,
    ObservationFacts,
    PeriodTarget,
    PulseFacts,
    SeriesFacts,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import (
    Accumulation,
    ActionStatus,
    Direction,
    Frequency,
    Measure,
    Origin,
    PathKind,
    Scope,
)

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


def goal_facts(goal: Goal, *, reader: Sight) -> GoalFacts:
    """Return one goal as the reader knows it. 10 queries at most."""
    plan = goal.plan
    unit = unit_facts(plan.unit)
    page = Page(unit, tellings([unit.id]), Reading(reader))
    (facts,) = goals_as_facts(Goal.objects.filter(pk=goal.pk), {plan.pk: page})
    return facts


def read_goal(goal: Goal, *, reader: Sight) -> GoalFacts:
    """Return a goal just read with BESIDE; its parts stay on the row. 8 queries.

    For a page that needs the rows too; goal_facts reads anew each time.
    """
    unit = unit_facts(goal.plan.unit)
    page = Page(unit, tellings([unit.id]), Reading(reader))
    prefetch_related_objects([goal], *parts_of([page]))
    pulses = pulses_of([goal]) if _sees_pulses(page) else {}
    return facts_of(goal, 1, page, pulses.get(goal.pk, {}))


def read_series(indicator: Indicator, *, reader: Sight) -> SeriesFacts:
    """Return one figure's series as the reader knows it. 3 queries.

    indicator.goal.plan.unit must be loaded, and indicator.shared where it has one.
    """
    unit = unit_facts(indicator.goal.plan.unit)
    page = Page(unit, tellings([unit.id]), Reading(reader))
    return _series(indicator, indicator.goal, page)


def unit_goals(unit: Unit, year: int, *, reader: Sight) -> tuple[GoalFacts, ...]:
    """Return a unit's goals of a year, in plan order. 10 queries at most.

    The plan must be one that the reader may see; see Plan.visible_to.
    """
    page = Page(unit_facts(unit), tellings([unit.pk]), Reading(reader))
    goals = Goal.objects.filter(plan__unit=unit, plan__year=year)
    plan_ids = goals.order_by().values_list("plan_id", flat=True).distinct()
    return goals_as_facts(goals, dict.fromkeys(plan_ids, page))


def goals_as_facts(
    goals: QuerySet[Goal], pages: Mapping[int, Page]
) -> tuple[GoalFacts, ...]:
    """Return the goals in order of plan and place. 9 queries, however many goals.

    `pages` holds each plan's unit, tellings and reader, by the plan's id.
    """
    by_plan = goals_by_plan(goals, pages)
    return tuple(goal for of_plan in by_plan.values() for goal in of_plan)


def goals_by_plan(
    goals: QuerySet[Goal], pages: Mapping[int, Page]
) -> dict[int, tuple[GoalFacts, ...]]:
    """Return the goals as goals_as_facts does, by their plan's id. 9 queries.

    Plans come in order of id; one without goals is missing.
    """
    depths = {page.reading.depth for page in pages.values()}
    rows = goals if depths <= _FIGURES_ALONE else goals.select_related(*BESIDE)
    rows = rows.prefetch_related(*parts_of(pages.values(), figures=False))
    ordered = sorted(rows, key=lambda goal: (goal.plan_id, goal.order, goal.pk))
    if depths != {Depth.ANSWERS}:
        pages = _with_figures(pages, ordered)
    asked = pulses_of([goal for goal in ordered if _sees_pulses(pages[goal.plan_id])])
    return {
        plan_id: tuple(
            facts_of(goal, number, pages[plan_id], asked.get(goal.pk, {}))
            for number, goal in enumerate(group, start=1)
        )
        for plan_id, group in groupby(ordered, key=lambda goal: goal.plan_id)
    }


def _with_figures(pages: Mapping[int, Page], goals: Iterable[Goal]) -> dict[int, Page]:
    """Return the pages with the goals' stored figures. 1 query."""
    indicators = [row.pk for goal in goals for row in goal.indicators.all()]
    superseded = reads_superseded(pages.values())
    rows = figure_rows(indicators, superseded=superseded)
    return {plan_id: replace(page, rows=rows) for plan_id, page in pages.items()}


BESIDE = ("perspective", "strategy", "collector", "deputy", "workshop")
"""What is read in the same query as the goal itself."""


_FIGURES_ALONE = frozenset({Depth.FIGURES, Depth.JUDGED})
_WITH_OWN_TARGETS = frozenset({Depth.WHOLE, Depth.JUDGED})


def parts_of(pages: Iterable[Page], *, figures: bool = True) -> Iterable[Any]:
    """Yield what to prefetch for goals that are read to the pages' depth.

    Without `figures` they are read apart, into the pages.
    """
    depths = {page.reading.depth for page in pages}
    yield Prefetch("indicators", queryset=Indicator.objects.select_related("shared"))
    if figures and depths != {Depth.ANSWERS}:
        yield "indicators__observations"
    if depths & _WITH_OWN_TARGETS:
        yield "indicators__period_targets"
    if Depth.WHOLE in depths:
        actions = Action.objects.select_related("responsible", "successor")
        parties = GoalParty.objects.select_related("unit", "body")
        yield Prefetch("actions", queryset=actions)
        yield Prefetch("parties", queryset=parties)


def _sees_pulses(page: Page) -> bool:
    if page.reading.depth is Depth.ANSWERS:
        return True
    sight = page.reading.sight
    whole = page.reading.depth is Depth.WHOLE
    return whole and sight is not None and sight.sees_pulses_of(page.unit.path)


def facts_of(
    goal: Goal, number: int, page: Page, pulses: Mapping[str, PulseFacts]
) -> GoalFacts:
    """Return a goal that was read with BESIDE and parts_of. No queries."""
    whole = page.reading.depth is Depth.WHOLE
    if page.reading.depth in _FIGURES_ALONE:
        return _figures_of(goal, number, page)
    return GoalFacts(
        id=goal.pk,
        title=goal.title,
        why=goal.why,
        deadline=goal.deadline,
        series=tuple(_series(row, goal, page) for row in goal.indicators.all()),
        actions=tuple(_action(action) for action in goal.actions.all())
        if whole
        else (),
        collector=goal.collector.name if goal.collector else "",
        collector_active=goal.collector is not None and goal.collector.is_active,
        collector_accepted=goal.collector_accepted_at is not None,
        deputy=goal.deputy.name if goal.deputy else "",
        deputy_active=goal.deputy is not None and goal.deputy.is_active,
        made_in=_made_in(goal),
        perspective=_named(goal.perspective, goal.language),
        strategy=_named(goal.strategy, goal.language),
        sdgs=_sdgs(goal),
        parties=tuple(_party(party) for party in goal.parties.all()) if whole else (),
        understood=pulses.get("understood"),
        meaningful=pulses.get("meaningful"),
        realistic=pulses.get("realistic"),
        stretch=goal.stretch,
        dropped=goal.dropped_on is not None,
        number=number,
        scope=Scope(goal.scope),
        collector_id=goal.collector_id,
        deputy_id=goal.deputy_id,
        carried=goal.origin != Origin.NEW,
    )


def _figures_of(goal: Goal, number: int, page: Page) -> GoalFacts:
    """Return a goal with its figures alone; BESIDE is not needed."""
    return GoalFacts(
        id=goal.pk,
        title=goal.title,
        why=goal.why,
        deadline=goal.deadline,
        series=tuple(_series(row, goal, page) for row in goal.indicators.all()),
        dropped=goal.dropped_on is not None,
        number=number,
        scope=Scope(goal.scope),
        collector_id=goal.collector_id,
        deputy_id=goal.deputy_id,
    )


def _series(row: Indicator, goal: Goal, page: Page) -> SeriesFacts:
    if page.reading.depth is Depth.ANSWERS:
        return SeriesFacts(indicator_facts(row, goal, own_targets=()))
    rows = row.observations.all() if page.rows is None else page.rows.get(row.pk, ())
    figures = seen(rows, row, goal, page)
    depth = page.reading.depth
    own = row.period_targets.all() if depth in _WITH_OWN_TARGETS else ()
    return SeriesFacts(indicator_facts(row, goal, figures, own_targets=own), figures)


def indicator_facts(
    row: Indicator,
    goal: Goal,
    figures: tuple[ObservationFacts, ...] = (),
    own_targets: Iterable[Any] | None = None,
) -> IndicatorFacts:
    """Return how a figure is defined and judged.

    1 query for the unit's own targets, unless they are given.
    """
    own = row.period_targets.all() if own_targets is None else own_targets
    direction = Direction(row.direction)
    due = row.due or (goal.deadline if direction in _DONE_OR_NOT else None)
    stored: dict[str, Any] = {name: getattr(row, name) for name in _AS_STORED}
    return IndicatorFacts(
        id=row.pk,
        direction=direction,
        due=due,
        measure=Measure(row.measure),
        accumulation=Accumulation(row.accumulation),
        frequency=Frequency(row.frequency),
        path=PathKind(row.path),
        period_targets=tuple(
            PeriodTarget(period.quarter, period.target, period.acceptable)
            for period in own
        ),
        year_shares=_year_shares(figures),
        shared=row.shared_id is not None,
        **stored,
    )


_AS_STORED = (
    "name",
    "unit",
    "decimals",
    "target",
    "acceptable",
    "baseline",
    "baseline_label",
    "low",
    "high",
    "tolerance",
    "allowed_drop",
    "maintain_lower",
    "seasonal",
    "watched",
    "next_measurement",
    "minimum",
    "maximum",
    "source",
    "recipe",
    "available_days",
    "has_denominator",
    "fetched_by_id",
)
"""What an indicator's facts take from its row as it is."""


def _year_shares(
    figures: tuple[ObservationFacts, ...],
) -> tuple[tuple[Decimal, ...], ...]:
    """Return how much of each full year had come by the end of each quarter."""
    by_quarter = {
        f.quarter: f.value for f in figures if f.quarter and f.value is not None
    }
    shares: list[tuple[Decimal, ...]] = []
    for year in sorted({quarter.year for quarter in by_quarter}):
        amounts = [by_quarter.get(Quarter(year, number)) for number in (1, 2, 3, 4)]
        whole = amounts[-1]
        known = [amount for amount in amounts if amount is not None]
        if whole and len(known) == 4:
            shares.append(tuple(amount / whole for amount in known))
    return tuple(shares)


def _action(action: Action) -> ActionFacts:
    return ActionFacts(
        id=action.pk,
        title=action.title,
        status=ActionStatus(action.status),
        responsible=action.responsible.name if action.responsible else "",
        start=action.start,
        due=action.due,
        cost=action.cost,
        note=action.note,
        successor=action.successor.title if action.successor else "",
    )


def pulses_of(goals: Iterable[Goal]) -> dict[int, dict[str, PulseFacts]]:
    """Return each goal's last closed pulse's counters, by question. 1 query."""
    ids = [goal.pk for goal in goals]
    if not ids:
        return {}
    rows = (
        PulseCount.objects.filter(pulse__goal__in=ids, pulse__closed=True)
        .order_by("pulse__month", "pulse_id")
        .values_list(
            "pulse__goal_id", "pulse_id", "pulse__month", "question", "answer", "count"
        )
    )
    last: dict[int, tuple[int, date]] = {}
    counted: dict[tuple[int, int], dict[str, dict[int, int]]] = {}
    for goal_id, pulse_id, month, question, answer, count in rows:
        last[goal_id] = (pulse_id, month)
        questions = counted.setdefault((goal_id, pulse_id), {})
        questions.setdefault(question, {})[answer] = count
    return {
        goal_id: {
            question: _pulse(counts, month)
            for question, counts in counted[goal_id, pulse_id].items()
        }
        for goal_id, (pulse_id, month) in last.items()
    }


def _pulse(counts: dict[int, int], month: date) -> PulseFacts:
    one, two, three, four, five = (counts.get(answer, 0) for answer in range(1, 6))
    return PulseFacts((one, two, three, four, five), counts.get(0, 0), month)


def _made_in(goal: Goal) -> str:
    if goal.workshop is not None:
        return goal.made_by or goal.workshop.on.isoformat()
    return goal.made_by


def _named(row: object, language: str) -> str:
    """Return the name in the goal's own language, where there is one."""
    if row is None:
        return ""
    nynorsk = str(getattr(row, "name_nn", ""))
    return nynorsk if language == "nn" and nynorsk else str(row)


def _sdgs(goal: Goal) -> tuple[int, ...]:
    inherited = goal.strategy.sdgs if goal.strategy else []
    return tuple(inherited if goal.own_sdgs is None else goal.own_sdgs)


def _party(party: GoalParty) -> str:
    if party.unit is not None:
        return party.unit.name
    return party.body.name if party.body is not None else party.name
