"""Goal writing: the sentence that is the form, and saying yes to the task."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import goals as changes
from trinnvis.records.changes.sentences import rewrite_goal, write_goal
from trinnvis.records.models import Goal, Plan
from trinnvis.rules.goal_text import text_hints
from trinnvis.signs.goal_advice import text_question
from trinnvis.signs.goal_sentence import fetching_words, goal_title
from trinnvis.web.forms.goal_details import GoalDetailsForm
from trinnvis.web.forms.goals import UNITS, GoalSentenceForm
from trinnvis.web.forms.keys import new_key, posted, posted_version
from trinnvis.web.requests import Request
from trinnvis.web.views.plans import editable_plan_of


def editable_goal_of(request: Request, goal_id: int) -> Goal:
    """Return the goal if this person may write in its plan; 404 or Refused."""
    visible = Goal.objects.visible_to(request.user)
    rows = visible.select_related("plan__unit", "collector", "deputy")
    goal = get_object_or_404(rows, pk=goal_id)
    goal.plan = editable_plan_of(request, goal.plan_id)
    return goal


def place_in_plan(goal: Goal) -> str:
    """Return the address of the goal's place on its plan's page."""
    return reverse("plan-show", args=(goal.plan_id,)) + f"#goal-{goal.pk}"


def new(request: Request, plan_id: int) -> HttpResponse:
    """Write a new goal: at most seven things, as one sentence."""
    plan = editable_plan_of(request, plan_id)
    form = GoalSentenceForm(posted(request), plan=plan, reader=request.user)
    if request.method == "POST" and form.is_valid():
        goal = write_goal(
            plan,
            form.goal_values(),
            form.indicator_values(),
            key=request.POST.get("key", ""),
            by=request.user,
            at=request.at,
        )
        said = _("Målet er lagret. Legg gjerne til hvorfor, og tiltak.")
        messages.success(request, said)
        return redirect(place_in_plan(goal))
    return _sentence_page(request, plan, form, None)


def sentence(request: Request, goal_id: int) -> HttpResponse:
    """Change the goal's sentence."""
    goal = editable_goal_of(request, goal_id)
    indicator = goal.indicators.first()
    form = GoalSentenceForm(
        posted(request),
        plan=goal.plan,
        reader=request.user,
        goal=goal,
        indicator=indicator,
    )
    if request.method == "POST" and form.is_valid():
        rewrite_goal(
            goal,
            indicator,
            form.goal_values(),
            form.indicator_values(),
            versions=(
                posted_version(request),
                posted_version(request, "indicator_version"),
            ),
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Lagret."))
        return redirect(place_in_plan(goal))
    return _sentence_page(request, goal.plan, form, goal)


def read_back(request: Request, plan_id: int) -> HttpResponse:
    """The sentence as it reads so far, and one question about it. As plain text."""
    plan = editable_plan_of(request, plan_id)
    form = GoalSentenceForm(request.GET, plan=plan, reader=request.user)
    form.is_valid()
    slots = form.slots
    if not slots.measured:
        return HttpResponse("", content_type="text/plain; charset=utf-8")
    title = goal_title(slots, plan.unit.language)
    hints = text_hints(
        slots.measured, plan.unit.language, has_target=slots.target is not None
    )
    question = text_question(hints[0]) if hints else ""
    text = " ".join(part for part in (title, fetching_words(slots), question) if part)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _sentence_page(
    request: Request, plan: Plan, form: GoalSentenceForm, goal: Goal | None
) -> HttpResponse:
    context = {
        "plan": plan,
        "goal": goal,
        "indicator": goal.indicators.first() if goal else None,
        "form": form,
        "units": UNITS,
        "key": request.POST.get("key") or new_key(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "goals/sentence.html", context, status=status)


def details(request: Request, goal_id: int) -> HttpResponse:
    """Change what the goal tells beside its sentence."""
    goal = editable_goal_of(request, goal_id)
    form = GoalDetailsForm(posted(request), goal=goal, reader=request.user)
    if request.method == "POST" and form.is_valid():
        changes.change_goal(
            goal,
            form.cleaned_data,
            version=posted_version(request),
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Lagret."))
        return redirect(place_in_plan(goal))
    status = 422 if form.errors else 200
    context = {"goal": goal, "plan": goal.plan, "form": form}
    return render(request, "goals/details.html", context, status=status)


@require_POST
def move(request: Request, goal_id: int) -> HttpResponse:
    """Move the goal one place up or down in the plan."""
    goal = editable_goal_of(request, goal_id)
    places = -1 if request.POST.get("way") == "up" else 1
    changes.move_goal(goal, places, by=request.user, at=request.at)
    return redirect(place_in_plan(goal))


def drop(request: Request, goal_id: int) -> HttpResponse:
    """Take the goal out of the plan, or put it back; it stays readable."""
    goal = editable_goal_of(request, goal_id)
    who: dict[str, Any] = {
        "version": posted_version(request),
        "by": request.user,
        "at": request.at,
    }
    if request.method == "POST":
        if goal.dropped_on is None:
            reason = request.POST.get("reason", "").strip()[:500]
            changes.drop_goal(goal, reason, request.day, **who)
            messages.success(request, _("Målet er tatt ut av planen."))
        else:
            changes.take_back_goal(goal, **who)
            messages.success(request, _("Målet er med i planen igjen."))
        return redirect("plan-show", goal.plan_id)
    return render(request, "goals/drop.html", {"goal": goal, "plan": goal.plan})


def task(request: Request, goal_id: int) -> HttpResponse:
    """The collector is asked: will you fetch this goal's results?"""
    visible = Goal.objects.visible_to(request.user)
    rows = visible.filter(collector=request.user).select_related("plan__unit", "deputy")
    goal = get_object_or_404(rows, pk=goal_id)
    context: dict[str, Any] = {
        "goal": goal,
        "plan": goal.plan,
        "indicators": goal.indicators.all(),
    }
    if request.method == "POST":
        who: dict[str, Any] = {"by": request.user, "at": request.at}
        if request.POST.get("answer") == "yes":
            changes.accept_task(goal, **who)
            messages.success(request, _("Takk! Du henter tallene for dette målet."))
            return redirect("home")
        reason = request.POST.get("reason", "").strip()[:300]
        if reason:
            changes.decline_task(goal, reason, **who)
            messages.success(request, _("Det er greit. Lederen ser hvorfor."))
            return redirect("home")
        context["reason_error"] = _("Skriv hvorfor. Én setning holder.")
    status = 422 if "reason_error" in context else 200
    return render(request, "goals/task.html", context, status=status)
