"""Goals: goals with their figures, actions and answers, as one reader knows them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet

from trinnvis.records.load.figures import Page, Reading, seen
from trinnvis.records.load.tellings import tellings
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import (
    Action,
    Goal,
    GoalParty,
    Indicator,
    Pulse,
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
    rows = goals.select_related(
        "perspective", "strategy", "collector", "deputy", "workshop"
    ).prefetch_related(*_parts(pages.values()))
    ordered = sorted(rows, key=lambda goal: (goal.plan_id, goal.order, goal.pk))
    return {
        plan_id: tuple(
            _goal(goal, number, pages[plan_id])
            for number, goal in enumerate(group, start=1)
        )
        for plan_id, group in groupby(ordered, key=lambda goal: goal.plan_id)
    }


def _parts(pages: Iterable[Page]) -> Iterable[Any]:
    indicators = Indicator.objects.select_related("shared")
    actions = Action.objects.select_related("responsible", "successor")
    parties = GoalParty.objects.select_related("unit", "body")
    yield Prefetch("indicators", queryset=indicators)
    yield "indicators__period_targets"
    if not all(page.reading.only_what_is_asked for page in pages):
        yield "indicators__observations"
    yield Prefetch("actions", queryset=actions)
    yield Prefetch("parties", queryset=parties)
    if any(_sees_pulses(page) for page in pages):
        yield Prefetch("pulses", queryset=Pulse.objects.filter(closed=True))
        yield "pulses__counts"


def _sees_pulses(page: Page) -> bool:
    if page.reading.only_what_is_asked:
        return True
    sight = page.reading.sight
    return sight is not None and sight.sees_pulses_of(page.unit.path)


def _goal(goal: Goal, number: int, page: Page) -> GoalFacts:
    pulses = _pulses(goal) if _sees_pulses(page) else {}
    return GoalFacts(
        id=goal.pk,
        title=goal.title,
        why=goal.why,
        deadline=goal.deadline,
        series=tuple(_series(row, goal, page) for row in goal.indicators.all()),
        actions=tuple(_action(action) for action in goal.actions.all()),
        collector=goal.collector.name if goal.collector else "",
        collector_active=goal.collector is not None and goal.collector.is_active,
        collector_accepted=goal.collector_accepted_at is not None,
        deputy=goal.deputy.name if goal.deputy else "",
        deputy_active=goal.deputy is not None and goal.deputy.is_active,
        made_in=_made_in(goal),
        perspective=_named(goal.perspective, goal.language),
        strategy=_named(goal.strategy, goal.language),
        sdgs=_sdgs(goal),
        parties=tuple(_party(party) for party in goal.parties.all()),
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


def _series(row: Indicator, goal: Goal, page: Page) -> SeriesFacts:
    asked = page.reading.only_what_is_asked
    figures = () if asked else seen(row.observations.all(), row, goal, page)
    return SeriesFacts(indicator_facts(row, goal, figures), figures)


def indicator_facts(
    row: Indicator, goal: Goal, figures: tuple[ObservationFacts, ...] = ()
) -> IndicatorFacts:
    """Return how a figure is defined and judged. 1 query unless prefetched."""
    direction = Direction(row.direction)
    due = row.due or (goal.deadline if direction in _DONE_OR_NOT else None)
    return IndicatorFacts(
        id=row.pk,
        name=row.name,
        unit=row.unit,
        decimals=row.decimals,
        direction=direction,
        target=row.target,
        acceptable=row.acceptable,
        baseline=row.baseline,
        baseline_label=row.baseline_label,
        low=row.low,
        high=row.high,
        tolerance=row.tolerance,
        allowed_drop=row.allowed_drop,
        maintain_lower=row.maintain_lower,
        due=due,
        measure=Measure(row.measure),
        accumulation=Accumulation(row.accumulation),
        frequency=Frequency(row.frequency),
        path=PathKind(row.path),
        period_targets=tuple(
            PeriodTarget(period.quarter, period.target, period.acceptable)
            for period in row.period_targets.all()
        ),
        year_shares=_year_shares(figures),
        seasonal=row.seasonal,
        watched=row.watched,
        next_measurement=row.next_measurement,
        minimum=row.minimum,
        maximum=row.maximum,
        source=row.source,
        recipe=row.recipe,
        available_days=row.available_days,
        has_denominator=row.has_denominator,
        shared=row.shared_id is not None,
        fetched_by_id=row.fetched_by_id,
    )


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


def _pulses(goal: Goal) -> dict[str, PulseFacts]:
    """Return the last closed pulse's counters, by question."""
    pulses = list(goal.pulses.all())
    if not pulses:
        return {}
    last = pulses[-1]
    counted: dict[str, dict[int, int]] = {}
    for row in last.counts.all():
        counted.setdefault(row.question, {})[row.answer] = row.count
    return {
        question: _pulse(counts, last.month) for question, counts in counted.items()
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
