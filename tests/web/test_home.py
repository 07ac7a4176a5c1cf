"""Home: a fitting first page for each of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.cast import Cast
from tests.records.figures import Q1, Q2, day, deliver, observe
from trinnvis.records.models import Person

VisitAs = Callable[[Person], Client]


def page(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def told(cast: Cast) -> Cast:
    for quarter, value, on in ((Q1, 85, day(4, 14)), (Q2, 89, day(8, 20))):
        observe(cast.indicator, quarter, value, cast.kari, on)
        deliver(cast, quarter, on)
    return cast


def test_the_leader_sees_the_unit_the_stairs_and_what_waits(
    told: Cast, visit_as: VisitAs
) -> None:
    text = page(visit_as(told.leif))
    assert "<h1>Solvik barnehage</h1>" in text
    assert text.count('<p class="stairs__n"') == 8
    assert "To av fire kvartal er levert." in text
    assert "Lever 3. kvartal" in text
    assert f"/units/{told.solvik.pk}/quarters/2026-Q3/" in text
    assert told.goal.title in text


def test_the_collector_comes_straight_to_the_field(
    told: Cast, visit_as: VisitAs
) -> None:
    text = page(visit_as(told.kari))
    assert "Før inn tallet for 3. kvartal" in text
    assert f"/indicators/{told.indicator.pk}/2026-Q3/#id_value" in text
    assert "Lever 3. kvartal" not in text


def test_the_collector_sees_the_figures_that_are_hers(
    told: Cast, visit_as: VisitAs
) -> None:
    assert "Tallene du henter" in page(visit_as(told.kari))
    assert "Tallene du henter" not in page(visit_as(told.eva))
    assert "Tallene du henter" not in page(visit_as(told.leif))


def test_an_employee_with_nothing_to_do_is_told_so(
    told: Cast, visit_as: VisitAs
) -> None:
    assert "Ingenting venter på deg" in page(visit_as(told.eva))


@pytest.mark.parametrize("name", ["tone", "siri", "turid", "arne"])
def test_those_without_a_unit_of_their_own_see_the_units(
    told: Cast, visit_as: VisitAs, name: str
) -> None:
    text = page(visit_as(getattr(told, name)))
    assert "<h1>Prøvik kommune</h1>" in text
    assert f'<a href="/units/{told.solvik.pk}/">Solvik barnehage</a>' in text


def test_nobody_sees_units_of_another_municipality(
    told: Cast, visit_as: VisitAs
) -> None:
    assert "Solvik" not in page(visit_as(told.nils))


def test_a_stranger_is_asked_to_sign_in(db: None, at_noon: None) -> None:
    assert Client().get("/").status_code == 302


@pytest.mark.parametrize("more", [0, 29])
def test_the_leader_s_home_costs_the_same_however_many_goals(
    told: Cast, visit_as: VisitAs, more: int, django_assert_num_queries: Any
) -> None:
    for number in range(more):
        goal = told.plan.goals.create(
            municipality=told.municipality, title=f"Mål {number}", collector=told.leif
        )
        goal.indicators.create(municipality=told.municipality, name="Tall")
    told.goal.collector = told.leif
    told.goal.deputy = told.kari
    told.goal.save()
    client = visit_as(told.leif)
    with django_assert_num_queries(44):
        client.get("/")
