"""Search: over goals, units and people, from every page."""

from django.http import HttpResponse
from django.shortcuts import render

from trinnvis.records.load import search
from trinnvis.web.requests import Request


def show(request: Request) -> HttpResponse:
    """What the words find, of what this person may see."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    hits = search.find(text, reader=request.user)
    context = {"text": text, "hits": hits, "too_short": len(text) < search.SHORTEST}
    return render(request, "search/show.html", context)
