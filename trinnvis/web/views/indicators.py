"""Indicators: how a figure is counted and judged, and changes of its meaning."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import indicators as changes
from trinnvis.records.models import Indicator
from trinnvis.web.forms.goals import UNITS, GoalSentenceForm
from trinnvis.web.forms.indicators import (
    IndicatorDetailsForm,
    NewMeaningForm,
    OwnTargetsForm,
)
from trinnvis.web.forms.keys import posted, posted_version
from trinnvis.web.requests import Request
from trinnvis.web.views.goal_writing import editable_goal_of, place_in_plan


def editable_indicator_of(request: Request, indicator_id: int) -> Indicator:
    """Return the indicator if this person may write in its plan; 404 or Refused."""
    visible = Indicator.objects.visible_to(request.user).select_related("goal")
    indicator = get_object_or_404(visible, pk=indicator_id)
    indicator.goal = editable_goal_of(request, indicator.goal_id)
    return indicator


def new(request: Request, goal_id: int) -> HttpResponse:
    """Add one more figure to a goal, by the same sentence."""
    goal = editable_goal_of(request, goal_id)
    initial = {"deadline": goal.deadline, "collector": goal.collector}
    form = GoalSentenceForm(
        posted(request), plan=goal.plan, reader=request.user, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        changes.add_indicator(
            goal, form.indicator_values(), by=request.user, at=request.at
        )
        messages.success(request, _("Indikatoren er lagt til."))
        return redirect(place_in_plan(goal))
    context = {"goal": goal, "plan": goal.plan, "form": form, "units": UNITS}
    status = 422 if form.errors else 200
    return render(request, "indicators/new.html", context, status=status)


def details(request: Request, indicator_id: int) -> HttpResponse:
    """How the figure is counted and fetched; hidden until wanted."""
    indicator = editable_indicator_of(request, indicator_id)
    form = IndicatorDetailsForm(
        posted(request), indicator=indicator, reader=request.user
    )
    if request.method == "POST" and form.is_valid():
        changes.change_indicator(
            indicator,
            form.cleaned_data,
            version=posted_version(request),
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Lagret."))
        if form.cleaned_data["path"] == "own":
            return redirect("indicator-targets", indicator.pk)
        return redirect(place_in_plan(indicator.goal))
    return _page(request, "indicators/details.html", indicator, form)


def targets(request: Request, indicator_id: int) -> HttpResponse:
    """Own targets for each quarter."""
    indicator = editable_indicator_of(request, indicator_id)
    form = OwnTargetsForm(posted(request), indicator=indicator)
    if request.method == "POST" and form.is_valid():
        changes.set_own_targets(
            indicator, form.targets(), by=request.user, at=request.at
        )
        messages.success(request, _("Delmålene er lagret."))
        return redirect(place_in_plan(indicator.goal))
    return _page(request, "indicators/targets.html", indicator, form)


def meaning(request: Request, indicator_id: int) -> HttpResponse:
    """Let the figure mean something else from a quarter on; the line breaks."""
    indicator = editable_indicator_of(request, indicator_id)
    form = NewMeaningForm(posted(request))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        changes.redefine_indicator(
            indicator,
            values["text"],
            values["reason"],
            values["first"],
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Fra nå brytes linja i diagrammet."))
        return redirect(place_in_plan(indicator.goal))
    return _page(request, "indicators/meaning.html", indicator, form)


@require_POST
def remove(request: Request, indicator_id: int) -> HttpResponse:
    """Take away a figure; one that has values is followed without a target."""
    indicator = editable_indicator_of(request, indicator_id)
    goal = indicator.goal
    changes.remove_indicator(indicator, by=request.user, at=request.at)
    messages.success(request, _("Indikatoren er ute av målet."))
    return redirect(place_in_plan(goal))


def _page(
    request: Request, template: str, indicator: Indicator, form: Form
) -> HttpResponse:
    context = {
        "indicator": indicator,
        "goal": indicator.goal,
        "plan": indicator.goal.plan,
        "form": form,
        "definitions": indicator.definitions.all(),
    }
    status = 422 if form.errors else 200
    return render(request, template, context, status=status)
