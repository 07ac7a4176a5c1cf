"""Home: what waits for the person, and where the person's unit is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from trinnvis.records.load.maps import unit_map
from trinnvis.records.load.unit_years import next_events, unit_year, year_on_page
from trinnvis.records.load.waiting import waits_for
from trinnvis.records.models import Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.year_wheel import quarter_to_follow_up
from trinnvis.signs.dates import weekday_and_day
from trinnvis.web.presenting.area_page import area_page
from trinnvis.web.presenting.own_lines import own_lines
from trinnvis.web.presenting.unit_page import date_rows, step_waiting, unit_page
from trinnvis.web.presenting.waiting import waits_shown
from trinnvis.web.requests import Request


def show(request: Request) -> HttpResponse:
    """The unit's year for those who have one; else the units that one follows."""
    person, day = request.user, request.day
    waiting = waits_for(person, day=day)
    events = next_events(person.municipality_id, day, get_language() or "nb")
    context: dict[str, object] = {"today_text": _capital(weekday_and_day(day))}
    unit = own_unit(request)
    if unit is None:
        context |= {
            "page": _area(request),
            "waits": waits_shown(waiting, day),
            "dates": date_rows(events, None, day),
        }
        return render(request, "home/area.html", context)
    found = unit_year(unit, year_on_page(unit, day), reader=person.sight, day=day)
    leads = person.sight.leads_unit(unit.path)
    waiting += step_waiting(found, day) if leads else ()
    context |= {
        "page": unit_page(found, day),
        "lines": () if leads else own_lines(found, person.pk, day),
        "waits": waits_shown(waiting, day),
        "dates": date_rows(events, found, day),
    }
    return render(request, "home/unit.html", context)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def own_unit(request: Request) -> Unit | None:
    """Return the unit in the scheme that the person leads, else works in. 1 query."""
    sight = request.user.sight
    own = (*sight.leads, *sight.own_units)
    if not own:
        return None
    visible = Unit.objects.visible_to(request.user).filter(path__in=own)
    units = visible.exclude(started_on=None).select_related("municipality")
    by_path = {unit.path: unit for unit in units}
    return next((by_path[path] for path in own if path in by_path), None)


def _area(request: Request) -> object:
    """Return the units below those the person directs or follows; else all."""
    quarter: Quarter = quarter_to_follow_up(request.day)
    units = Unit.objects.visible_to(request.user).select_related("municipality")
    directed = directed_paths(request)
    among = [
        unit
        for unit in units
        if not directed or any(unit.path.startswith(path) for path in directed)
    ]
    found = unit_map(among, quarter, reader=request.user.sight, day=request.day)
    return area_page(found, _heading(request, among, directed))


def directed_paths(request: Request) -> tuple[str, ...]:
    """Return the areas that the person directs; empty for the whole municipality."""
    held = request.user.facts.roles
    return tuple(role.unit_path for role in held if role.role == "area_director")


def _heading(request: Request, units: list[Unit], directed: tuple[str, ...]) -> str:
    named = [unit.name for unit in units if unit.path in directed]
    return named[0] if named else str(request.user.municipality.name)
