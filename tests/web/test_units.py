"""Units: the municipality, one unit's year and each of its steps."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.cast import TODAY, Cast
from tests.records.figures import Q1, Q2, Q3, day, deliver, observe, reopen
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.models import Person, Unit

VisitAs = Callable[[Person], Client]
EVERYONE = ("kari", "leif", "tone", "ali", "siri", "turid", "arne", "eva")


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def told(cast: Cast) -> Cast:
    for quarter, value, on in ((Q1, 85, day(4, 14)), (Q2, 89, day(8, 20))):
        observe(cast.indicator, quarter, value, cast.kari, on)
        deliver(cast, quarter, on)
    observe(cast.indicator, Q3, 94, cast.kari, day(10, 2))
    rebuild_standings(cast.municipality, day=TODAY)
    return cast


@pytest.mark.parametrize("name", EVERYONE)
@pytest.mark.parametrize(
    "address", ["/units/", "/units/{}/", "/units/{}/2026/steps/6/"]
)
def test_everyone_in_the_municipality_sees_units_and_steps(
    told: Cast, visit_as: VisitAs, name: str, address: str
) -> None:
    text = page(visit_as(getattr(told, name)), address.format(told.solvik.pk))
    assert text.count("<h1>") == 1
    assert "Solvik barnehage" in text
    assert "94 %" not in text or name in ("kari", "leif")


@pytest.mark.parametrize(
    "address", ["/units/{}/", "/units/{}/goals/", "/units/{}/2026/steps/1/"]
)
def test_a_unit_of_another_municipality_is_not_found(
    told: Cast, visit_as: VisitAs, address: str
) -> None:
    response = visit_as(told.nils).get(address.format(told.solvik.pk))
    assert response.status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/units/{}/?year=1", "/units/{}/?year=²⁰²⁶", "/units/{}/?year=9999",
     "/units/{}/2026/steps/9/", "/units/{}/1/steps/1/"],
)  # fmt: skip
def test_a_year_or_step_that_is_none_is_not_found(
    told: Cast, visit_as: VisitAs, address: str
) -> None:
    response = visit_as(told.leif).get(address.format(told.solvik.pk))
    assert response.status_code == 404


@pytest.mark.parametrize("address", ["/units/", "/units/1/", "/units/1/2026/steps/1/"])
def test_a_stranger_is_asked_to_sign_in(db: None, at_noon: None, address: str) -> None:
    assert Client().get(address).status_code == 302


def test_a_step_tells_what_is_done_and_what_is_missing(
    told: Cast, visit_as: VisitAs
) -> None:
    text = page(visit_as(told.siri), f"/units/{told.solvik.pk}/2026/steps/6/")
    assert "Trinn 6: Følge opp hvert kvartal" in text
    assert "2 av 4 kvartal er levert." in text


def test_the_municipality_counts_only_goals_that_are_told(
    told: Cast, visit_as: VisitAs
) -> None:
    text = page(visit_as(told.tone), "/units/")
    assert "0 av 2 enheter har levert 3. kvartal." in text
    assert "Ingen enheter har levert kvartalet ennå." in text
    deliver(told, Q3, day(10, 4))
    text = page(visit_as(told.tone), "/units/")
    assert "1 av 2 enheter har levert 3. kvartal. Ingen mål er ute av rute." in text
    assert "1 i rute" in text


def test_a_reopened_quarter_is_counted_as_it_was_told(
    told: Cast, visit_as: VisitAs
) -> None:
    review = deliver(told, Q3, day(10, 3))
    reopen(review, told.leif, day(10, 4))
    observe(told.indicator, Q3, 80, told.kari, day(10, 5))
    rebuild_standings(told.municipality, day=TODAY)
    assert "1 i rute" in page(visit_as(told.tone), "/units/")


def make_units(cast: Cast, count: int) -> None:
    for number in range(count):
        unit = Unit.objects.create(
            municipality=cast.municipality,
            parent=cast.root,
            key=f"enhet-{number}",
            name=f"Enhet {number}",
            path=f"{cast.root.path}9{number:05d}/",
            started_on=cast.solvik.started_on,
        )
        plan = unit.plans.create(
            municipality=cast.municipality, year=2026, adopted_once=True
        )
        goal = plan.goals.create(municipality=cast.municipality, title="Mål")
        goal.indicators.create(municipality=cast.municipality, name="Tall")


@pytest.mark.parametrize("more", [0, 29])
def test_the_municipality_costs_the_same_however_many_units(
    told: Cast, visit_as: VisitAs, more: int, django_assert_num_queries: Any
) -> None:
    make_units(told, more)
    client = visit_as(told.tone)
    with django_assert_num_queries(17):
        client.get("/units/")


def test_units_stand_in_the_organisation_s_order(told: Cast, visit_as: VisitAs) -> None:
    make_units(told, 2)
    text = page(visit_as(told.tone), "/units/")
    places = [
        text.index(f">{name}<") for name in ("Solvik barnehage", "Fjellvik skole")
    ]
    assert places == sorted(places)
