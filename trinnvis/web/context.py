"""Context: what every page's frame needs to know."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from trinnvis.signs.dates import weekday_and_day


@dataclass(frozen=True, slots=True)
class Place:
    """One of the frame's links."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """The frame: names, places, the demo's day. No queries of its own."""

    municipality_name: str
    person_name: str
    nav: tuple[Place, ...]
    language: str
    colour_scheme: str
    shortcuts: bool
    demo: bool
    today_text: str
    demo_url: str
    search_url: str
    here: str


def site(request: HttpRequest) -> dict[str, Site]:
    person: Any = getattr(request, "user", None)
    known = person is not None and person.is_authenticated
    return {
        "site": Site(
            municipality_name=person.municipality.name if known else "",
            person_name=person.name if known else "",
            nav=_places(request) if known else (),
            language=translation.get_language() or "nb",
            colour_scheme=person.colour_scheme if known else "",
            shortcuts=person.shortcuts if known else True,
            demo=settings.DEMO,
            today_text=weekday_and_day(request.day) if hasattr(request, "day") else "",
            demo_url=reverse("demo") if settings.DEMO else "",
            search_url=reverse("search"),
            here="?" + urlencode({"next": request.path}),
        )
    }


def _places(request: HttpRequest) -> tuple[Place, ...]:
    match = request.resolver_match
    current = match.url_name if match else ""
    group = (current or "").split("-")[0]
    return tuple(
        Place(label, reverse(name), group in groups)
        for label, name, groups in (
            (_("Hjem"), "home", ("home",)),
            (_("Kvartal"), "quarter", ("quarter", "review", "collection")),
            (_("Plan"), "plan", ("plan",)),
            (_("Mål"), "goals", ("goals", "goal", "indicator")),
            (_("Kommunen"), "municipality", ("municipality", "unit")),
        )
    )
