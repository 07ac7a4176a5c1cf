"""Observations: recording one figure on a page of its own."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from trinnvis.records.changes.observations import record_observation, why_not_record
from trinnvis.records.load.goals import read_series
from trinnvis.records.load.reviews import review_place
from trinnvis.records.models import Indicator, Observation
from trinnvis.records.refusals import Refused
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.signs.refusals import refusal_text
from trinnvis.web.forms.keys import new_key, posted
from trinnvis.web.forms.observations import MissingFigureForm, OneFigureForm
from trinnvis.web.presenting.figure_page import figure_page
from trinnvis.web.presenting.quarter_figures import last_before
from trinnvis.web.requests import Request

AnyForm = OneFigureForm | MissingFigureForm


def indicator_of(request: Request, indicator_id: int, quarter: Quarter) -> Indicator:
    """Return the indicator if this person may see it; 404 otherwise. 1 query."""
    visible = Indicator.objects.visible_to(request.user).select_related(
        "goal__plan__unit__municipality", "shared"
    )
    indicator = get_object_or_404(visible, pk=indicator_id)
    if indicator.goal.plan.year != quarter.year:
        raise Http404
    return indicator


def record(request: Request, indicator_id: int, quarter: Quarter) -> HttpResponse:
    """The quarter's figure of one indicator: entered, the same again, or missing."""
    indicator = indicator_of(request, indicator_id, quarter)
    series = _series(request, indicator)
    why_not = why_not_record(indicator, quarter, by=request.user, today=request.day)
    delivered = review_place(indicator.goal.plan.unit, quarter).delivered
    form, missing = _forms(request, series, quarter, delivered=delivered)
    asked: AnyForm = missing if request.POST.get("deed") == "missing" else form
    if request.method == "POST":
        if why_not is not None:
            raise Refused(why_not)
        if asked.is_valid():
            return _save(request, indicator, quarter, asked)
    context = {
        "page": figure_page(indicator, series, quarter, request.day),
        "form": form,
        "missing": missing,
        "why_not": refusal_text(why_not) if why_not else "",
        "key": request.POST.get("key") or new_key(),
        "seen": request.POST.get("seen", _in_force(request, indicator, quarter)),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "observations/record.html", context, status=status)


def _save(
    request: Request, indicator: Indicator, quarter: Quarter, form: AnyForm
) -> HttpResponse:
    # A clash that was settled tells the figure it saw as the version.
    seen = request.POST.get("version") or request.POST.get("seen", "")
    record_observation(
        indicator,
        quarter,
        form.entry(),
        seen=int(seen) if seen.isdecimal() else None,
        by=request.user,
        at=request.at,
        today=request.day,
        key=request.POST.get("key", ""),
    )
    messages.success(request, _("Tallet er lagret."))
    return redirect(reverse("goal", args=[indicator.goal_id]))


def _forms(
    request: Request, series: SeriesFacts, quarter: Quarter, *, delivered: bool
) -> tuple[OneFigureForm, MissingFigureForm]:
    missing_asked = request.POST.get("deed") == "missing"
    figure = OneFigureForm(
        None if missing_asked else posted(request),
        indicator=series.indicator,
        last=last_before(series, quarter),
        today=request.day,
        delivered=delivered,
        initial=_initial(series, quarter),
    )
    missing = MissingFigureForm(
        posted(request) if missing_asked else None,
        today=request.day,
        delivered=delivered,
        auto_id="id_missing_%s",
    )
    return figure, missing


def _initial(series: SeriesFacts, quarter: Quarter) -> dict[str, object]:
    """Return what stands, for one who corrects; a number never comes from before."""
    own = series.at(quarter)
    if own is None:
        return {"source": series.indicator.source}
    return {
        "value": own.value,
        "measured_on": own.measured_on,
        "n": own.n,
        "comment": own.comment,
        "preliminary": own.preliminary,
        "source": series.indicator.source,
        "done": "1" if own.done_on or own.value == 1 else "0",
        "done_on": own.done_on,
    }


def _series(request: Request, indicator: Indicator) -> SeriesFacts:
    return read_series(indicator, reader=request.user.sight)


def _in_force(request: Request, indicator: Indicator, quarter: Quarter) -> str:
    """Return which figure the writer sees, so that none is overwritten unseen."""
    visible = Observation.objects.visible_to(request.user)
    row = visible.filter(
        indicator=indicator,
        year=quarter.year,
        quarter=quarter.number,
        superseded_at__isnull=True,
    ).first()
    return str(row.pk) if row else ""
