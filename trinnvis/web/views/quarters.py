"""Quarters: the way from the menu to the quarter that is the person's."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trinnvis.records.load.tellings import tellings
from trinnvis.records.models import Unit
from trinnvis.rules.missing import not_included
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.year_wheel import is_open, quarter_to_follow_up
from trinnvis.signs.dates import quarter_text
from trinnvis.web.presenting.quarter_list import unit_rows
from trinnvis.web.quarter_page import collects_any
from trinnvis.web.requests import Request


def go(request: Request) -> HttpResponse:
    """To the quarter that waits: the leader's, the collector's, or what is told."""
    latest = quarter_to_follow_up(request.day)
    led = _led(request)
    if len(led) == 1:
        return redirect("review", led[0].pk, _waiting(led[0], latest))
    return show(request, latest) if led else redirect("quarter-of", latest)


def show(request: Request, quarter: Quarter) -> HttpResponse:
    """One quarter: the person's own page, or what the units have delivered."""
    led = _led(request)
    if len(led) == 1:
        return redirect("review", led[0].pk, quarter)
    if not led and collects_any(request.user, quarter):
        return redirect("collection", quarter)
    return told(request, quarter)


def told(request: Request, quarter: Quarter) -> HttpResponse:
    """Which units have delivered a quarter, in the order of the organisation."""
    units = list(
        Unit.objects.visible_to(request.user)
        .filter(started_on__isnull=False, is_sum=False)
        .order_by("path")
    )
    rows = unit_rows(units, tellings(unit.pk for unit in units), quarter)
    context = {
        "quarter": quarter,
        "name": quarter_text(quarter),
        "rows": rows,
        "delivered": sum(row.delivered for row in rows),
        "of": sum(row.included for row in rows),
        "others": [
            (each, quarter_text(each))
            for each in quarters_of(quarter.year)
            if is_open(each, request.day) and each != quarter
        ],
        "mine": collects_any(request.user, quarter),
    }
    return render(request, "quarters/told.html", context)


def _led(request: Request) -> list[Unit]:
    """Return the units the person leads that are in the scheme. 1 query."""
    paths = request.user.sight.leads
    units = Unit.objects.visible_to(request.user).filter(path__in=paths)
    return list(units.filter(started_on__isnull=False).order_by("path"))


def _waiting(unit: Unit, latest: Quarter) -> Quarter:
    """Return the first of the year's quarters that is not delivered, else the last."""
    told_already = tellings((unit.pk,))
    for quarter in quarters_of(latest.year):
        if quarter > latest or not_included(quarter, unit.started_on):
            continue
        telling = told_already.get((unit.pk, quarter))
        if telling is None or telling.delivered_at is None or telling.reopened_at:
            return quarter
    return latest
