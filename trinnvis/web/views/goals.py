"""Goals: a unit's goals, and the honest picture of one."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from trinnvis.records.load.goal_history import goal_history
from trinnvis.records.load.goals import BESIDE
from trinnvis.records.load.plans import goal_in_plan
from trinnvis.records.load.told_answers import told_about
from trinnvis.records.load.units import unit_facts
from trinnvis.records.models import Goal, Lesson, Person, Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.shown_quarter import shown_quarter
from trinnvis.rules.terms import PlanState
from trinnvis.web.presenting.goal_marks import goal_marks
from trinnvis.web.presenting.goal_page import goal_page, lesson_lines
from trinnvis.web.presenting.goal_told import history_lines, told_part
from trinnvis.web.requests import Request
from trinnvis.web.views.home import own_unit


def goal_of(request: Request, goal_id: int) -> Goal:
    """Return the goal if this person may see it; 404 otherwise. 1 query."""
    visible = Goal.objects.visible_to(request.user).select_related(
        "plan__unit", *BESIDE
    )
    return get_object_or_404(visible, pk=goal_id)


def show(request: Request, goal_id: int) -> HttpResponse:
    """One goal: three answers, the picture, actions in time, analysis and history."""
    goal, day, person = goal_of(request, goal_id), request.day, request.user
    facts = goal_in_plan(goal, reader=person.sight)
    if facts is None:
        raise Http404
    unit, year = unit_facts(goal.plan.unit), goal.plan.year
    told = told_about(goal, frozenset(action.id for action in facts.actions))
    quarters: list[Quarter] = [each.quarter for each in told]
    quarter = shown_quarter(year, [facts], quarters, day)
    writes = person.pk in (goal.collector_id, goal.deputy_id)
    writes = writes or person.sight.leads_unit(unit.path)
    context = {
        "page": goal_page(
            goal,
            facts,
            unit,
            quarter,
            told,
            day=day,
            records=writes and goal.plan.state != PlanState.CLOSED,
        ),
        "told": told_part(told),
        "history": history_lines(goal_history(goal, facts, told, person)),
        "marks": goal_marks(facts, year, person.sight.sees_pulses_of(unit.path)),
        "lessons": lesson_lines(_lessons(goal, person)),
        "asks_for_task": _asked(goal, person.pk),
    }
    return render(request, "goals/show.html", context)


def show_all(request: Request) -> HttpResponse:
    """The person's own unit's goals; others choose a unit."""
    unit = own_unit(request)
    if unit is not None and "choose" not in request.GET:
        return redirect("unit-goals", unit.pk)
    units = Unit.objects.visible_to(request.user).filter(started_on__isnull=False)
    return render(request, "goals/choose.html", {"units": units.order_by("path")})


def _lessons(goal: Goal, reader: Person) -> list[Lesson]:
    """Return what was learnt of this goal the year before, else of the unit."""
    rows = Lesson.objects.visible_to(reader)
    lessons = list(rows.filter(unit=goal.plan.unit_id, year=goal.plan.year - 1))
    own = [lesson for lesson in lessons if lesson.goal_id == goal.from_goal_id]
    return [lesson for lesson in own if lesson.goal_id] or lessons[:2]


def _asked(goal: Goal, person_id: int) -> bool:
    answered = goal.collector_accepted_at is not None or goal.collector_declined
    return goal.collector_id == person_id and not answered
