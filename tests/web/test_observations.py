"""Observations: one figure on its own page, from the form to the row."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tests.cast import Cast
from tests.records.figures import Q2, Q3, day, deliver, observe
from trinnvis.records.models import Observation, Person

VisitAs = Callable[[Person], Client]


def address(cast: Cast, quarter: str = "2026-Q3") -> str:
    return f"/indicators/{cast.indicator.pk}/{quarter}/"


def stored(cast: Cast) -> list[tuple[Decimal | None, str]]:
    rows = cast.indicator.observations.filter(quarter=3, superseded_at__isnull=True)
    return [(row.value, row.missing_reason) for row in rows]


def test_kari_records_the_figure_and_comes_to_the_goal(
    cast: Cast, visit_as: VisitAs
) -> None:
    typed = {"deed": "save", "value": "94", "measured_on": "28.09.2026", "key": "a"}
    response = visit_as(cast.kari).post(address(cast), typed)
    assert (response.status_code, response.url) == (302, f"/goals/{cast.goal.pk}/")
    row = Observation.objects.get()
    assert (row.value, row.measured_on, row.by) == (
        Decimal(94),
        date(2026, 9, 28),
        cast.kari,
    )


def test_the_same_form_sent_twice_writes_once(cast: Cast, visit_as: VisitAs) -> None:
    typed = {"deed": "save", "value": "94", "key": "a"}
    client = visit_as(cast.kari)
    assert client.post(address(cast), typed).status_code == 302
    assert client.post(address(cast), typed).status_code == 302
    assert Observation.objects.count() == 1


def test_a_figure_that_cannot_be_read_comes_back_as_typed(
    cast: Cast, visit_as: VisitAs
) -> None:
    response = visit_as(cast.kari).post(
        address(cast), {"deed": "save", "value": "mange"}
    )
    assert response.status_code == 422
    assert 'value="mange"' in response.content.decode()
    assert stored(cast) == []


def test_the_same_figure_measured_anew_is_one_button(
    cast: Cast, visit_as: VisitAs
) -> None:
    observe(cast.indicator, Q2, 89, cast.kari, day(7, 3))
    client = visit_as(cast.kari)
    assert "Målt på nytt, samme tall: 89" in client.get(address(cast)).content.decode()
    client.post(address(cast), {"deed": "same"})
    assert stored(cast) == [(Decimal(89), "")]


def test_a_missing_figure_is_said_to_be_missing(cast: Cast, visit_as: VisitAs) -> None:
    typed = {
        "deed": "missing",
        "missing_reason": "not_available",
        "expected_on": "01.11.2026",
    }
    assert visit_as(cast.kari).post(address(cast), typed).status_code == 302
    assert stored(cast) == [(None, "not_available")]


def test_a_delivered_figure_is_corrected_with_a_reason(
    cast: Cast, visit_as: VisitAs
) -> None:
    first = observe(cast.indicator, Q3, 89, cast.kari, day(10, 2))
    deliver(cast, Q3, day(10, 4))
    client = visit_as(cast.kari)
    typed = {"deed": "save", "value": "90", "seen": str(first.pk)}
    assert client.post(address(cast), typed).status_code == 422
    typed["reason"] = "Talt på nytt."
    assert client.post(address(cast), typed).status_code == 302
    assert stored(cast) == [(Decimal(90), "")]


def test_two_who_record_at_once_get_both_figures(cast: Cast, visit_as: VisitAs) -> None:
    client = visit_as(cast.leif)
    seen_empty = {"deed": "save", "value": "90", "seen": ""}
    observe(cast.indicator, Q3, 94, cast.kari, day(10, 5))
    response = client.post(address(cast), seen_empty)
    assert response.status_code == 409
    assert stored(cast) == [(Decimal(94), "")]


@pytest.mark.parametrize("name", ["tone", "siri", "eva"])
def test_who_may_see_but_not_record_is_told_why(
    cast: Cast, visit_as: VisitAs, name: str
) -> None:
    client = visit_as(getattr(cast, name))
    text = client.get(address(cast)).content.decode()
    assert "Bare ansvarspersonen, stedfortrederen og lederen skriver her." in text
    assert "<form" not in text.split("<main")[1].split("</main>")[0]
    assert client.post(address(cast), {"deed": "save", "value": "1"}).status_code == 422
    assert stored(cast) == []


def test_the_figure_of_another_municipality_is_not_found(
    cast: Cast, visit_as: VisitAs
) -> None:
    client = visit_as(cast.nils)
    assert client.get(address(cast)).status_code == 404
    assert client.post(address(cast), {"value": "1"}).status_code == 404


def test_a_quarter_outside_the_plan_s_year_is_not_found(
    cast: Cast, visit_as: VisitAs
) -> None:
    assert visit_as(cast.kari).get(address(cast, "2025-Q4")).status_code == 404


def test_a_quarter_that_is_not_over_says_when_it_opens(
    cast: Cast, visit_as: VisitAs
) -> None:
    text = visit_as(cast.kari).get(address(cast, "2026-Q4")).content.decode()
    assert "Kvartalet åpner når det er over." in text


def test_a_stranger_is_asked_to_sign_in(cast: Cast, at_noon: None) -> None:
    assert Client().get(address(cast)).status_code == 302
