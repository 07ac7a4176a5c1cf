"""First start: the page behind the one-time link, gone when it has been used."""

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from trinnvis import first_link
from trinnvis.records.changes.first_start import FirstAnswers, start_municipality
from trinnvis.records.models import Municipality
from trinnvis.web.forms.people import FirstStartForm
from trinnvis.web.requests import Request


@never_cache
@sensitive_post_parameters("password")
def show(request: Request, token: str) -> HttpResponse:
    """Ask what an empty installation needs; for everyone else there is no page."""
    known = first_link.is_valid(settings.DATA_DIR, token, at=request.at)
    if settings.DEMO or not known or Municipality.objects.exists():
        raise Http404
    form = FirstStartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _start(request, FirstAnswers(**form.cleaned_data))
    status = 422 if request.method == "POST" else 200
    return render(request, "first_start/show.html", {"form": form}, status=status)


def _start(request: Request, answers: FirstAnswers) -> HttpResponse:
    with transaction.atomic():
        person = start_municipality(answers, at=request.at)
        # Two at the same moment: the second finds the link used, and makes nothing.
        if not first_link.use(settings.DATA_DIR):
            raise Http404
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")
