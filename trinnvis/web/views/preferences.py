"""Preferences: language, colours and shortcut keys, from every page."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from trinnvis.records.changes.people import choose_pages
from trinnvis.web.requests import Request
from trinnvis.web.views.people import next_page

_YES_NO = {"1": True, "0": False}


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the choice: with the person, or for a stranger in a cookie."""
    language = request.POST.get("language")
    response = redirect(next_page(request))
    if request.user.is_authenticated:
        signed_in = cast(Request, request)
        choose_pages(
            signed_in.user,
            language=language,
            colour_scheme=request.POST.get("colour_scheme"),
            shortcuts=_YES_NO.get(request.POST.get("shortcuts", "")),
            by=signed_in.user,
            at=signed_in.at,
        )
    elif language in dict(settings.LANGUAGES):
        response.set_cookie(
            "language", language, samesite="Lax", secure=settings.HTTPS, httponly=True
        )
    return response
