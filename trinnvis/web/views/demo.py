"""Demo: choosing whom to be, and what day it is. Only in demo mode."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from trinnvis.records.models import Person
from trinnvis.safety import is_loopback
from trinnvis.web.design import parts


def sign_in_choices() -> list[Person]:
    """Return whom one may be in the demo; nobody outside it. 1 query."""
    if not settings.DEMO:
        return []
    people = Person.objects.filter(is_active=True, municipality__is_demo=True)
    return list(people.select_related("municipality").order_by("id"))


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Become a person of the demo municipality, on this machine only."""
    host = request.get_host().rsplit(":", 1)[0]
    if not settings.DEMO or not is_loopback(host):
        raise Http404
    people = Person.objects.filter(is_active=True, municipality__is_demo=True)
    person = get_object_or_404(people, pk=request.POST.get("person", "0"))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(request.POST.get("next") or "home")


def design(request: HttpRequest) -> HttpResponse:
    """Every part of the pages in all its states, for those who build them."""
    if not settings.DEMO:
        raise Http404
    return render(request, "design/components.html", parts())
