"""Goals: one goal's page, for those who may see which figures."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.cast import Cast
from tests.records.figures import Q1, Q2, Q3, day, deliver, observe
from trinnvis.records.load.plans import plan_to_freeze
from trinnvis.records.models import Goal, Lesson, Person, PlanVersion
from trinnvis.records.versions import freeze
from trinnvis.rules.terms import PlanState

VisitAs = Callable[[Person], Client]


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def told(cast: Cast) -> Cast:
    """Q1 and Q2 are delivered; Q3 is recorded by Kari and not delivered."""
    for quarter, value, on in ((Q1, 85, day(4, 14)), (Q2, 89, day(8, 20))):
        observe(cast.indicator, quarter, value, cast.kari, on)
        deliver(cast, quarter, on)
    observe(cast.indicator, Q3, 94, cast.kari, day(10, 2))
    return cast


def test_a_goal_shows_its_answers_to_who_leads_the_unit(
    told: Cast, visit_as: VisitAs
) -> None:
    text = page(visit_as(told.leif), f"/goals/{told.goal.pk}/")
    assert text.count("<h1>") == 1
    assert "Ikke ennå, men nær. 1 prosentpoeng gjenstår til målet." in text
    assert (
        "Tallet er høyere enn sist. Tre målinger er for lite til å skille endring "
        "fra tilfeldig variasjon." in text
    )
    assert "94 %, målet er 95 %: i rute" in text


@pytest.mark.parametrize("name", ["tone", "ali", "siri", "turid", "arne", "eva"])
def test_others_see_what_was_told_and_nothing_of_what_was_not(
    told: Cast, visit_as: VisitAs, name: str
) -> None:
    text = page(visit_as(getattr(told, name)), f"/goals/{told.goal.pk}/")
    assert "89 %, målet er 95 %: litt bak" in text
    assert "94 %" not in text


def test_a_correction_after_the_report_is_told_to_all(
    told: Cast, visit_as: VisitAs
) -> None:
    observe(told.indicator, Q1, 86, told.kari, day(9, 1))
    text = page(visit_as(told.siri), f"/goals/{told.goal.pk}/")
    assert "Rettet etter rapporten: 85 → 86 %" in text


def test_the_lesson_from_the_year_before_stands_on_the_goal(
    told: Cast, visit_as: VisitAs
) -> None:
    Lesson.objects.create(
        municipality=told.municipality,
        unit=told.solvik,
        year=2025,
        goal_title="Lek",
        text="Samme voksen hver uke.",
        result="84 prosent.",
    )
    text = page(visit_as(told.siri), f"/goals/{told.goal.pk}/")
    assert "«Samme voksen hver uke.» 84 prosent." in text


def test_the_staff_s_answers_are_for_those_who_may_see_them(
    told: Cast, visit_as: VisitAs
) -> None:
    address = f"/goals/{told.goal.pk}/"
    assert "Meningsfylt" in page(visit_as(told.leif), address)
    assert "Meningsfylt" not in page(visit_as(told.tone), address)


def test_only_those_who_record_get_the_way_to_it(told: Cast, visit_as: VisitAs) -> None:
    address = f"/goals/{told.goal.pk}/"
    link = f"/indicators/{told.indicator.pk}/2026-Q3/"
    assert link in page(visit_as(told.kari), address)
    assert "/indicators/" not in page(visit_as(told.tone), address)


def test_a_goal_of_another_municipality_is_not_found(
    told: Cast, visit_as: VisitAs
) -> None:
    assert visit_as(told.nils).get(f"/goals/{told.goal.pk}/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(told: Cast, at_noon: None) -> None:
    response = Client().get(f"/goals/{told.goal.pk}/")
    assert (response.status_code, response.url) == (
        302,
        f"/sign-in/?next=/goals/{told.goal.pk}/",
    )


def test_a_goal_made_while_the_plan_is_revised_is_not_found_by_others(
    told: Cast, visit_as: VisitAs
) -> None:
    content, checksum = freeze(plan_to_freeze(told.plan))
    PlanVersion.objects.create(
        municipality=told.municipality,
        plan=told.plan,
        number=1,
        content=content,
        checksum=checksum,
        by=told.leif,
        at=day(1, 2),
    )
    told.plan.state = PlanState.REVISED
    told.plan.save()
    new = Goal.objects.create(
        municipality=told.municipality, plan=told.plan, title="Nytt mål", order=1
    )
    assert visit_as(told.siri).get(f"/goals/{new.pk}/").status_code == 404
    assert visit_as(told.leif).get(f"/goals/{new.pk}/").status_code == 200


def test_a_goal_without_indicator_says_what_to_do(
    told: Cast, visit_as: VisitAs
) -> None:
    told.indicator.observations.all().delete()
    told.indicator.delete()
    text = page(visit_as(told.leif), f"/goals/{told.goal.pk}/")
    assert "Målet har ingen indikator ennå" in text


@pytest.mark.parametrize("more", [0, 11])
def test_a_goal_costs_the_same_however_many_figures(
    told: Cast, visit_as: VisitAs, more: int, django_assert_num_queries: Any
) -> None:
    for number in range(more):
        indicator = told.goal.indicators.create(
            municipality=told.municipality, name=f"Tall {number}", order=number + 1
        )
        observe(indicator, Q1, number, told.kari, day(4, 8))
    client = visit_as(told.leif)
    with django_assert_num_queries(17):
        client.get(f"/goals/{told.goal.pk}/")


def test_my_own_unit_s_goals_come_first_and_others_choose(
    told: Cast, visit_as: VisitAs
) -> None:
    assert visit_as(told.kari).get("/goals/").url == f"/units/{told.solvik.pk}/goals/"
    assert told.goal.title in page(
        visit_as(told.kari), f"/units/{told.solvik.pk}/goals/"
    )
    assert "Solvik barnehage" in page(visit_as(told.siri), "/goals/")
