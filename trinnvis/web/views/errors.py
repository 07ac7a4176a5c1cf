"""Errors: pages that say what happened, what to do, and keep what was typed."""

import logging
import secrets
from collections.abc import Mapping

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from trinnvis.records.refusals import Refused, Stale

logger = logging.getLogger(__name__)

_SECRET_FIELDS = frozenset({"csrfmiddlewaretoken", "password", "new_password"})


def refused(request: HttpRequest, exception: Refused) -> HttpResponse:
    """A change that was not allowed: 422, the reason, and the typed text."""
    context = {"reason": exception.reason, "missing": exception.missing}
    return _page(request, "errors/refused.html", 422, context)


def stale(request: HttpRequest, exception: Stale) -> HttpResponse:
    """Someone saved in between: 409 with both texts side by side."""
    context = {
        "stale": exception,
        "action": request.get_full_path(),
        "stale_fields": {"version", *(clash.field for clash in exception.clashes)},
    }
    return _page(request, "errors/stale.html", 409, context)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose proof had expired: 403, and the typed text to send again."""
    return _page(request, "errors/stale_form.html", 403, {})


def signed_out(request: HttpRequest) -> HttpResponse:
    """The session ended while someone wrote: 401; the page keeps the text."""
    return _page(request, "errors/signed_out.html", 401, {})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 for more than a form may hold; that text never came this far."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        context = {"title": _("Det du sendte, var for stort")}
        return _bare(request, "errors/too_large.html", 413, context)
    return _page(
        request,
        "errors/error.html",
        400,
        {"title": _("Vi forsto ikke forespørselen")},
    )


def busy(request: HttpRequest) -> HttpResponse:
    """The database cannot be reached just now: 503, and the typed text kept."""
    context = {"title": _("Trinnvis er opptatt akkurat nå"), "code": _code()}
    response = _page(request, "errors/busy.html", 503, context)
    response["Retry-After"] = "10"
    return response


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request, "errors/error.html", 403, {"title": _("Du kan ikke gjøre dette")}
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        "errors/error.html",
        404,
        {"title": _("Fant ikke siden, eller du har ikke tilgang")},
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Something failed here: 500 with a code to tell those who help.

    Tells it in one bare line when the page's frame itself is what failed.
    """
    code = _code()
    title = _("Noe gikk galt hos oss")
    logger.error("failed %s at %s", code, request.path)
    try:
        context = {"title": title, "code": code}
        return _page(request, "errors/failed.html", 500, context)
    except Exception:
        logger.exception("the error page failed too, %s", code)
        return HttpResponse(
            f"{title}: {code}", status=500, content_type="text/plain; charset=utf-8"
        )


def _code() -> str:
    """Return a short code that is easy to read aloud: «KRT-482»."""
    letters = "".join(secrets.choice("BDFGHJKLMNPRSTV") for _index in range(3))
    return f"{letters}-{secrets.randbelow(900) + 100}"


def _page(
    request: HttpRequest, template: str, status: int, context: Mapping[str, object]
) -> HttpResponse:
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _SECRET_FIELDS and value
    ]
    return _bare(request, template, status, {"typed": typed, **context})


def _bare(
    request: HttpRequest, template: str, status: int, context: Mapping[str, object]
) -> HttpResponse:
    shown = {"status": status, "back": _back(request), **context}
    return render(request, template, shown, status=status)


def _back(request: HttpRequest) -> str:
    """Return the page the form stood on, if it is one of ours."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()})
    return came_from if ours else reverse("home")
