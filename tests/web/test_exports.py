"""Exports: the file holds what the reader may see, and no more."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from tests.cast import NOON, Cast
from trinnvis.records.models import GoalReview, Observation, Person, QuarterReview

VisitAs = Callable[[Person], Client]


@pytest.fixture
def figures(cast: Cast) -> Cast:
    for year, quarter, value in ((2025, 0, 84), (2026, 1, 85), (2026, 2, 89)):
        Observation.objects.create(
            municipality=cast.municipality,
            indicator=cast.indicator,
            year=year,
            quarter=quarter,
            value=Decimal(value),
            known_from=NOON,
            by=cast.kari,
        )
    review = QuarterReview.objects.create(
        municipality=cast.municipality,
        unit=cast.solvik,
        plan=cast.plan,
        year=2026,
        quarter=1,
    )
    GoalReview.objects.create(
        municipality=cast.municipality,
        review=review,
        goal=cast.goal,
        internal_note="HEMMELIG",
    )
    return cast


def address(cast: Cast, ending: str) -> str:
    return f"/plans/{cast.plan.pk}/figures.{ending}"


def test_the_leader_gets_every_figure(figures: Cast, visit_as: VisitAs) -> None:
    answer = visit_as(figures.leif).get(address(figures, "csv"))
    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Disposition"].startswith("attachment")
    assert [line.split(";")[8] for line in text.splitlines()[1:]] == ["84", "85", "89"]


def test_figures_that_are_not_delivered_stay_inside(
    figures: Cast, visit_as: VisitAs
) -> None:
    text = visit_as(figures.tone).get(address(figures, "csv")).content.decode()
    assert [line.split(";")[8] for line in text.splitlines()[1:]] == ["84"]


def test_no_internal_note_leaves(figures: Cast, visit_as: VisitAs) -> None:
    leif = visit_as(figures.leif)
    assert b"HEMMELIG" not in leif.get(address(figures, "csv")).content
    assert leif.get(address(figures, "xlsx")).status_code == 200


def test_a_stranger_gets_nothing(
    figures: Cast, visit_as: VisitAs, client: Client
) -> None:
    for ending in ("csv", "xlsx"):
        assert visit_as(figures.nils).get(address(figures, ending)).status_code == 404
        assert client.get(address(figures, ending)).status_code == 302
