"""Middleware: what day it is, who is asking, and in which language."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation

from trinnvis.records.changes.submissions import AlreadySent
from trinnvis.records.load.people import sight_on
from trinnvis.records.refusals import Refused, Stale
from trinnvis.web.requests import Request
from trinnvis.web.views import errors

Answer = Callable[[HttpRequest], HttpResponse]

OSLO = ZoneInfo("Europe/Oslo")

PUBLIC_VIEWS = frozenset(
    {"sign-in", "demo-sign-in", "first-start", "language", "health", "about-access"}
)
"""The only pages a stranger meets; tests/web/test_access.py lists them too."""


class DayAndSight:
    """Gives the request its day, its moment and, for a person, their sight.

    Costs 1 query for a signed-in person beyond session and person.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # The one place where Trinnvis asks what time it is.
        now = datetime.now(UTC)
        met = cast(Request, request)
        known = met.user.is_authenticated
        met.at = _demo_moment(met.user.municipality.demo_day if known else None, now)
        met.day = met.at.astimezone(OSLO).date()
        if known:
            met.user.sight = sight_on(met.user, met.day)
        return self.get_response(met)


def _demo_moment(moved: date | None, now: datetime) -> datetime:
    """Return now, or in the demo the same time of day on the demo's day."""
    if not settings.DEMO:
        return now
    if moved is None:
        if not settings.TODAY:
            return now
        moved = date.fromisoformat(settings.TODAY)
    clock: time = now.astimezone(OSLO).timetz().replace(tzinfo=None)
    return datetime.combine(moved, clock, tzinfo=OSLO).astimezone(UTC)


class SignInRequired:
    """Every page needs a person, except the few that are listed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        if request.user.is_authenticated or name in PUBLIC_VIEWS:
            return None
        if request.method == "POST" and request.headers.get("HX-Request"):
            # The page keeps what was typed and shows a way to sign in again.
            return errors.signed_out(request)
        return redirect_to_login(request.get_full_path(), resolve_url("sign-in"))


class PageLanguage:
    """Shows the page in the person's language, else the municipality's."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    """Return nb, nn or en: the person's choice, the browser's cookie, or bokmål."""
    person = request.user
    if person.is_authenticated:
        return person.language or person.municipality.language
    chosen = request.COOKIES.get("language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else "nb"


class Refusals:
    """Turns what a change raised into a page that says why."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return errors.refused(request, exception)
        if isinstance(exception, Stale):
            return errors.stale(request, exception)
        if isinstance(exception, AlreadySent):
            return HttpResponseRedirect(exception.location or resolve_url("home"))
        if isinstance(exception, OperationalError):
            return errors.busy(request)
        return None
