"""Collections: a collector's own lines of a quarter, in all their units."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from trinnvis.rules.quarters import Quarter
from trinnvis.rules.year_wheel import is_open
from trinnvis.signs.dates import day_text, quarter_text
from trinnvis.web.quarter_page import collection_context
from trinnvis.web.requests import Request


def show(request: Request, quarter: Quarter) -> HttpResponse:
    """Only what this person brings; before the quarter opens, when it does."""
    context = collection_context(request, quarter)
    if not context["parts"]:
        raise Http404
    context["name"] = quarter_text(quarter)
    if not is_open(quarter, request.day):
        context["opens"] = day_text(quarter.next.first_day)
        return render(request, "collections/not_open.html", context)
    return render(request, "collections/show.html", context)
