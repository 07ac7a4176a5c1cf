"""Waiting: what waits for one person, from what they lead, collect and approve."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q, QuerySet, prefetch_related_objects

from trinnvis.records.load.calendar import calendars_of
from trinnvis.records.load.figures import Depth, Page, Reading
from trinnvis.records.load.goals import facts_of, parts_of
from trinnvis.records.load.quarter_states import states_of
from trinnvis.records.load.tellings import Tellings, tellings
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import (
    ActionPoint,
    BriefingQuestion,
    Goal,
    InvolvementRequest,
    Person,
    Plan,
    PlanComment,
    RoleAssignment,
    Unit,
)
from trinnvis.rules.facts import GoalFacts
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import (
    InvolvementStatus,
    PlanState,
    QuarterState,
    Role,
    StepKey,
)
from trinnvis.rules.waiting import WaitingFacts, WaitKind, figure_waits
from trinnvis.rules.year_wheel import (
    CalendarFacts,
    quarter_dates,
    quarter_to_follow_up,
    step_dates,
)

_WRITABLE = frozenset({PlanState.DRAFT, PlanState.UNDER_DISCUSSION, PlanState.REVISED})
_NOT_DELIVERED = frozenset(
    {QuarterState.OPEN, QuarterState.LATE, QuarterState.REOPENED}
)
_POINT_DONE = frozenset({"completed", "stopped"})
_POINT_AHEAD = timedelta(days=30)
"""A point agreed in a meeting is shown a month before its date."""


def waits_for(person: Person, *, day: date) -> tuple[WaitingFacts, ...]:
    """Return what waits for the person, in no order. 20 queries at most.

    The person's sight must be loaded. See rules/waiting.in_order.
    """
    sight = person.sight
    if sight is None:
        return ()
    return (
        *_figures(person, sight, day),
        *_tasks(person),
        *_as_leader(sight, day),
        *_approvals(person, sight),
        *_points(person, day),
    )


def _figures(person: Person, sight: Sight, day: date) -> Iterator[WaitingFacts]:
    """Yield figures to fetch, of quarters that are not delivered."""
    asked = quarter_to_follow_up(day)
    goals = Goal.objects.filter(
        Q(collector=person, indicators__fetched_by__isnull=True)
        | Q(indicators__fetched_by=person),
        plan__year=asked.year,
        dropped_on__isnull=True,
    ).exclude(plan__state=PlanState.CLOSED)
    goals = Goal.objects.filter(pk__in=goals.values("pk"))
    rows = list(goals.select_related("plan__unit__municipality"))
    if not rows:
        return
    plans = {goal.plan_id: goal.plan for goal in rows}
    units = {plan.unit_id: plan.unit for plan in plans.values()}
    told, calendars = tellings(units), calendars_of(units.values())
    reading = Reading(sight, depth=Depth.FIGURES)
    pages = {
        pk: Page(unit_facts(plan.unit), told, reading) for pk, plan in plans.items()
    }
    prefetch_related_objects(rows, *parts_of(pages.values()))
    for row in rows:
        facts = facts_of(row, 1, pages[row.plan_id], {})
        calendar = calendars[row.plan.unit_id]
        for quarter in _open_quarters(row.plan.unit, asked, day, told, calendar):
            due = quarter_dates(quarter, calendar).collect_by
            yield from _missing(facts, row.plan, quarter, due, person, day)


def _open_quarters(
    unit: Unit, asked: Quarter, day: date, told: Tellings, calendar: CalendarFacts
) -> Iterator[Quarter]:
    states = states_of(unit, asked.year, day, told, calendar)
    for quarter, state in zip(quarters_of(asked.year), states, strict=True):
        if quarter <= asked and state in _NOT_DELIVERED:
            yield quarter


def _missing(
    goal: GoalFacts,
    plan: Plan,
    quarter: Quarter,
    due: date,
    person: Person,
    day: date,
) -> Iterator[WaitingFacts]:
    for series in goal.series:
        fetcher = series.indicator.fetched_by_id or goal.collector_id
        if fetcher != person.pk:
            continue
        kind = figure_waits(goal, series, quarter, day, plan.unit.started_on)
        if kind is None:
            continue
        own = series.at(quarter)
        yield WaitingFacts(
            kind,
            plan.unit_id,
            plan.unit.name,
            subject=series.indicator.name,
            due=own.expected_on if own and own.expected_on else due,
            quarter=quarter,
            goal_id=goal.id,
            indicator_id=series.indicator.id,
        )


def _tasks(person: Person) -> Iterator[WaitingFacts]:
    """Yield goals whose results the person is asked to fetch. 1 query."""
    asked = Goal.objects.filter(
        collector=person,
        collector_accepted_at__isnull=True,
        collector_declined="",
        dropped_on__isnull=True,
    ).exclude(plan__state=PlanState.CLOSED)
    yield from _about_goals(WaitKind.ACCEPT_TASK, asked)


def _as_leader(sight: Sight, day: date) -> Iterator[WaitingFacts]:
    """Yield what waits in the units the person leads. 8 queries; none for others."""
    if not sight.leads:
        return
    led = Unit.objects.filter(
        municipality_id=sight.municipality_id, path__in=sight.leads
    )
    units = list(led.select_related("municipality"))
    told, calendars = tellings([u.pk for u in units]), calendars_of(units)
    years = (quarter_to_follow_up(day).year, day.year, day.year + 1)
    plans = list(
        Plan.objects.filter(unit__in=units, year__in=years)
        .exclude(state=PlanState.CLOSED)
        .select_related("unit")
    )
    for unit in units:
        with_plan = {plan.year for plan in plans if plan.unit_id == unit.pk}
        yield from _deliveries(unit, with_plan, day, told, calendars[unit.pk])
    for plan in plans:
        yield from _submission(plan, day, calendars[plan.unit_id])
    yield from _deputies(plans)
    yield from _comments(plans)
    yield from _requests(units)
    yield from _questions(units)


def _deliveries(
    unit: Unit,
    with_plan: set[int],
    day: date,
    told: Tellings,
    calendar: CalendarFacts,
) -> Iterator[WaitingFacts]:
    asked = quarter_to_follow_up(day)
    if asked.year not in with_plan:
        return
    for quarter in _open_quarters(unit, asked, day, told, calendar):
        yield WaitingFacts(
            WaitKind.DELIVER_QUARTER,
            unit.pk,
            unit.name,
            due=quarter_dates(quarter, calendar).unit_meeting_by,
            quarter=quarter,
        )


def _submission(
    plan: Plan, day: date, calendar: CalendarFacts
) -> Iterator[WaitingFacts]:
    """Yield a plan to send for approval, from the day its month begins."""
    dates = {each.step: each for each in step_dates(plan.year, calendar)}
    window = dates[StepKey.PLAN]
    if plan.state in _WRITABLE and day >= window.opens_on:
        yield WaitingFacts(
            WaitKind.SUBMIT_PLAN,
            plan.unit_id,
            plan.unit.name,
            due=None if plan.adopted_once else window.due,
            plan_id=plan.pk,
            year=plan.year,
        )


def _deputies(plans: Iterable[Plan]) -> Iterator[WaitingFacts]:
    goals = Goal.objects.filter(
        plan__in=[plan.pk for plan in plans],
        deputy__isnull=True,
        collector__isnull=False,
        dropped_on__isnull=True,
    )
    yield from _about_goals(WaitKind.CHOOSE_DEPUTY, goals)


def _comments(plans: Iterable[Plan]) -> Iterator[WaitingFacts]:
    by_id = {plan.pk: plan for plan in plans}
    comments = PlanComment.objects.filter(kind=PlanComment.Kind.COMMENT)
    rows = comments.filter(plan__in=by_id, answered_at__isnull=True)
    for pk, plan_id, goal_id, text in rows.values_list("pk", "plan", "goal", "text"):
        plan = by_id[plan_id]
        yield WaitingFacts(
            WaitKind.ANSWER_COMMENT,
            plan.unit_id,
            plan.unit.name,
            subject=text,
            plan_id=plan_id,
            year=plan.year,
            goal_id=goal_id,
            row_id=pk,
        )


def _requests(units: Iterable[Unit]) -> Iterator[WaitingFacts]:
    rows = InvolvementRequest.objects.filter(
        to_unit__in=[unit.pk for unit in units], status=InvolvementStatus.REQUESTED
    )
    columns = ("pk", "from_unit", "from_unit__name", "reason", "due")
    for pk, unit_id, name, reason, due in rows.values_list(*columns):
        kind = WaitKind.ANSWER_INVOLVEMENT
        yield WaitingFacts(kind, unit_id, name, subject=reason, due=due, row_id=pk)


def _questions(units: Iterable[Unit]) -> Iterator[WaitingFacts]:
    names = {unit.pk: unit.name for unit in units}
    rows = BriefingQuestion.objects.filter(briefing__unit__in=names, answer="")
    columns = ("pk", "briefing__unit", "briefing__year", "text")
    for pk, unit_id, year, text in rows.values_list(*columns):
        kind, name = WaitKind.ANSWER_QUESTION, names[unit_id]
        yield WaitingFacts(kind, unit_id, name, subject=text, year=year, row_id=pk)


def _approvals(person: Person, sight: Sight) -> Iterator[WaitingFacts]:
    """Yield plans to approve: the area's director, else the chief executive. 1 query."""
    held = person.facts.roles if person.facts else ()
    areas = [role.unit_path for role in held if role.role is Role.AREA_DIRECTOR]
    executive = any(role.role is Role.CHIEF_EXECUTIVE for role in held)
    if not areas and not executive:
        return
    plans = Plan.objects.filter(
        municipality_id=sight.municipality_id, state=PlanState.FOR_APPROVAL
    ).select_related("unit")
    if not executive:
        below = Q(pk__in=())
        for path in areas:
            below |= Q(unit__path__startswith=path) & ~Q(unit__path=path)
        plans = plans.filter(below)
    directed = _directed_areas(sight) if executive else []
    for plan in _without_director(plans, directed):
        yield WaitingFacts(
            WaitKind.APPROVE_PLAN,
            plan.unit_id,
            plan.unit.name,
            plan_id=plan.pk,
            year=plan.year,
        )


def _directed_areas(sight: Sight) -> list[str]:
    rows = RoleAssignment.objects.filter(
        municipality_id=sight.municipality_id,
        role=Role.AREA_DIRECTOR,
        to_date__isnull=True,
    )
    return list(rows.values_list("unit__path", flat=True))


def _without_director(plans: QuerySet[Plan], directed: list[str]) -> Iterator[Plan]:
    """Yield the plans that no director of an area is to approve."""
    for plan in plans:
        path = plan.unit.path
        if not any(path.startswith(area) and path != area for area in directed):
            yield plan


def _points(person: Person, day: date) -> Iterator[WaitingFacts]:
    """Yield what was agreed in meetings and is this person's to do. 1 query."""
    rows = ActionPoint.objects.filter(
        responsible=person, due__lte=day + _POINT_AHEAD
    ).exclude(status__in=_POINT_DONE)
    columns = (
        "pk",
        "text",
        "due",
        "presentation__body",
        "presentation__unit",
        "presentation__unit__name",
    )
    for pk, text, due, body, unit_id, unit in rows.values_list(*columns):
        kind, name = WaitKind.ACTION_POINT, unit or body
        yield WaitingFacts(kind, unit_id or 0, name, subject=text, due=due, row_id=pk)


def _about_goals(kind: WaitKind, goals: QuerySet[Goal]) -> Iterator[WaitingFacts]:
    columns = ("pk", "title", "plan", "plan__year", "plan__unit", "plan__unit__name")
    for pk, title, plan_id, year, unit_id, name in goals.values_list(*columns):
        yield WaitingFacts(
            kind,
            unit_id,
            name,
            subject=title,
            goal_id=pk,
            plan_id=plan_id,
            year=year,
        )
