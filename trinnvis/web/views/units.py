"""Units: the municipality's tree, one unit's year, and each step of it."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from trinnvis.records.load.calendar import calendar_of
from trinnvis.records.load.maps import unit_map
from trinnvis.records.load.steps import step_evidence
from trinnvis.records.load.unit_years import next_events, unit_year, year_on_page
from trinnvis.records.models import Unit
from trinnvis.rules.steps import step_findings
from trinnvis.rules.terms import StepKey
from trinnvis.rules.year_wheel import CalendarFacts, quarter_to_follow_up, step_dates
from trinnvis.web.presenting.area_page import area_page
from trinnvis.web.presenting.stairs import stairs_of
from trinnvis.web.presenting.step_map import step_map
from trinnvis.web.presenting.step_page import step_page
from trinnvis.web.presenting.unit_page import date_rows, unit_page
from trinnvis.web.requests import Request

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def unit_of(request: Request, unit_id: int) -> Unit:
    """Return the unit if this person may see it; 404 otherwise. 1 query."""
    visible = Unit.objects.visible_to(request.user).select_related("municipality")
    return get_object_or_404(visible, pk=unit_id)


def year_asked(request: Request, otherwise: int) -> int:
    """Return the year in the address, where it is one."""
    text = request.GET.get("year", "")
    if not text:
        return otherwise
    if not text.isascii() or not text.isdecimal() or len(text) != 4:
        raise Http404
    year = int(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Http404
    return year


def show_all(request: Request) -> HttpResponse:
    """The whole municipality: quarters, goals counted, and the steps of a year."""
    day, sight = request.day, request.user.sight
    quarter = quarter_to_follow_up(day)
    year = year_asked(request, _year_of_steps(day))
    rows = Unit.objects.visible_to(request.user).select_related("municipality")
    units = list(rows.order_by("path"))
    found = unit_map(units, quarter, reader=sight, day=day)
    context = {
        "page": area_page(found, request.user.municipality.name),
        "steps": step_map(units, step_evidence(units, [year], day=day), year, day),
        "years": (day.year, day.year + 1),
    }
    return render(request, "units/show_all.html", context)


def _year_of_steps(day: date) -> int:
    """Return the plan year that units work towards: the next from September on."""
    coming = step_dates(day.year + 1, CalendarFacts())
    return day.year + 1 if coming[1].opens_on <= day else day.year


def show(request: Request, unit_id: int) -> HttpResponse:
    """One unit's year, as anyone in the municipality may see it."""
    unit, day = unit_of(request, unit_id), request.day
    year = year_asked(request, year_on_page(unit, day))
    found = unit_year(unit, year, reader=request.user.sight, day=day)
    events = next_events(unit.municipality_id, day, get_language() or "nb")
    context = {"page": unit_page(found, day), "dates": date_rows(events, found, day)}
    return render(request, "units/show.html", context)


def goals(request: Request, unit_id: int) -> HttpResponse:
    """One unit's goals of a year, as anyone in the municipality may see them."""
    unit, day = unit_of(request, unit_id), request.day
    year = year_asked(request, year_on_page(unit, day))
    found = unit_year(unit, year, reader=request.user.sight, day=day)
    return render(request, "goals/list.html", {"page": unit_page(found, day)})


def step(request: Request, unit_id: int, year: int, number: int) -> HttpResponse:
    """One step of a unit's year: its state, its ground and what is missing."""
    unit, day = unit_of(request, unit_id), request.day
    if number not in range(1, len(StepKey) + 1):
        raise Http404
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Http404
    evidence = step_evidence([unit], [year], day=day)[unit.pk, year]
    calendar = calendar_of(unit)
    stairs = stairs_of(unit.pk, year, evidence, calendar, day)
    found = step_findings(evidence, day)[number - 1]
    page = step_page(unit, stairs, found, calendar, request.user.sight)
    return render(request, "units/step.html", {"page": page, "unit": unit})
