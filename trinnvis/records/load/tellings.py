"""Tellings: when each quarter of a unit was told to everyone, by being delivered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from trinnvis.records.models import QuarterReview
from trinnvis.rules.quarters import Quarter


@dataclass(frozen=True, slots=True)
class Told:
    """When a quarter was last delivered, and opened again since if it was."""

    delivered_at: datetime | None = None
    reopened_at: datetime | None = None


Tellings = dict[tuple[int, Quarter], Told]
"""Per unit and quarter; a quarter that nobody has begun on is missing."""


def tellings(unit_ids: Iterable[int]) -> Tellings:
    """Return when each quarter of the units was told. 1 query."""
    reviews = QuarterReview.objects.filter(unit_id__in=tuple(unit_ids)).order_by()
    rows = reviews.values_list("unit_id", "year", "quarter").annotate(
        delivered=Max("deliveries__at"), reopened=Max("reopenings__at")
    )
    return {
        (unit, Quarter(year, number)): _told(delivered, reopened)
        for unit, year, number, delivered, reopened in rows
    }


def tellings_then(unit_ids: Iterable[int], known_at: datetime) -> Tellings:
    """Return what had been told at a moment. 2 queries."""
    reviews = QuarterReview.objects.filter(unit_id__in=tuple(unit_ids)).order_by()
    where = ("unit_id", "year", "quarter")
    delivered = reviews.filter(deliveries__at__lte=known_at).values_list(*where)
    reopened = reviews.filter(reopenings__at__lte=known_at).values_list(*where)
    last = {row[:3]: row[3] for row in reopened.annotate(at=Max("reopenings__at"))}
    return {
        (row[0], Quarter(row[1], row[2])): _told(row[3], last.get(row[:3]))
        for row in delivered.annotate(at=Max("deliveries__at"))
    }


def _told(delivered: datetime | None, reopened: datetime | None) -> Told:
    if delivered is None or reopened is None or reopened < delivered:
        return Told(delivered)
    return Told(delivered, reopened)
