"""Figures: rows of observations, reviews and deliveries that the tests ask for."""

from datetime import UTC, datetime
from decimal import Decimal

from tests.cast import Cast
from trinnvis.records.models import (
    Delivery,
    Indicator,
    Observation,
    Person,
    QuarterReview,
    Reopening,
)
from trinnvis.rules.quarters import Quarter

Q1, Q2, Q3, Q4 = (Quarter(2026, number) for number in (1, 2, 3, 4))


def day(month: int, number: int) -> datetime:
    return datetime(2026, month, number, 9, 0, tzinfo=UTC)


def observe(
    indicator: Indicator, quarter: Quarter, value: object, by: Person, at: datetime
) -> Observation:
    """Write one figure; what was in force for the quarter is superseded."""
    period = {"year": quarter.year, "quarter": quarter.number}
    before = indicator.observations.filter(**period, superseded_at__isnull=True)
    before.update(superseded_at=at)
    return Observation.objects.create(
        municipality=indicator.municipality,
        indicator=indicator,
        **period,
        value=Decimal(str(value)),
        known_from=at,
        by=by,
    )


def deliver(cast: Cast, quarter: Quarter, at: datetime) -> QuarterReview:
    review, _made = QuarterReview.objects.get_or_create(
        municipality=cast.municipality,
        unit=cast.solvik,
        plan=cast.plan,
        year=quarter.year,
        quarter=quarter.number,
    )
    Delivery.objects.create(
        municipality=cast.municipality,
        review=review,
        number=review.deliveries.count() + 1,
        by=cast.leif,
        at=at,
        content={},
        checksum="",
    )
    return review


def reopen(review: QuarterReview, by: Person, at: datetime) -> None:
    Reopening.objects.create(
        municipality=review.municipality, review=review, by=by, at=at, reason="Feil."
    )
