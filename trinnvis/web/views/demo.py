"""Demo: choosing whom to be, and what day it is. Only in demo mode."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes.demo.day import set_demo_day
from trinnvis.records.load.calendar import calendar_of
from trinnvis.records.load.demo import start_day
from trinnvis.records.models import Person, Unit
from trinnvis.rules.year_wheel import (
    CalendarFacts,
    quarter_dates,
    quarter_to_follow_up,
)
from trinnvis.safety import is_loopback
from trinnvis.signs.dates import day_in_digits, day_text, quarter_name
from trinnvis.web.design import parts
from trinnvis.web.forms.demo import DayForm
from trinnvis.web.requests import Request
from trinnvis.web.views.people import next_page


@dataclass(frozen=True, slots=True)
class Moment:
    """A day worth going to, and what happens on it."""

    text: str
    day_text: str
    typed: str
    """As the form reads it."""
    is_now: bool


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Become a person of the demo municipality, on this machine only."""
    host = request.get_host().rsplit(":", 1)[0]
    if not settings.DEMO or not is_loopback(host):
        raise Http404
    people = Person.objects.filter(is_active=True, municipality__is_demo=True)
    chosen = request.POST.get("person", "")
    if not (chosen.isascii() and chosen.isdecimal() and len(chosen) < 10):
        raise Http404
    person = get_object_or_404(people, pk=int(chosen))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(next_page(request))


def show(request: Request) -> HttpResponse:
    """What day it is in the demo, and the way to another."""
    person = request.user
    if not (settings.DEMO and person.municipality.is_demo):
        raise Http404
    start = start_day(person.municipality) or request.day
    form = DayForm(request.POST or None, around=start)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["day"]
        set_demo_day(person.municipality, day, by=person, at=request.at)
        messages.success(request, _("Nå er det %(day)s.") % {"day": day_text(day)})
        return redirect("demo")
    units = Unit.objects.visible_to(person).select_related("municipality")
    calendar = calendar_of(units.filter(parent=None)[0])
    context = {
        "form": form,
        "day_text": day_text(request.day),
        "moments": _moments(start, calendar, request.day),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "demo/show.html", context, status=status)


def design(request: HttpRequest) -> HttpResponse:
    """Every part of the pages in all its states, for those who build them."""
    if not settings.DEMO:
        raise Http404
    return render(request, "design/components.html", parts())


def _moments(start: date, calendar: CalendarFacts, now: date) -> list[Moment]:
    """Return the turning points around the demo's own day, in order."""
    last = quarter_dates(quarter_to_follow_up(start), calendar)
    following = quarter_dates(last.quarter.next, calendar)
    found: dict[date, list[str]] = defaultdict(list)
    found[start].append(_("Dagen demoen begynner"))
    found[date(start.year + 1, 1, 1)].append(_("Året skifter"))
    for dates in (last, following):
        name = {"quarter": quarter_name(dates.quarter.number)}
        found[dates.opens_on].append(_("%(quarter)s åpner") % name)
        late = dates.unit_meeting_by + timedelta(days=1)
        found[late].append(_("Fristen for %(quarter)s er ute") % name)
    return [
        Moment(", ".join(texts), day_text(day), day_in_digits(day), day == now)
        for day, texts in sorted(found.items())
    ]
