"""Quarters: a third quarter of the cast's plan, filled in as a test needs it."""

from decimal import Decimal
from typing import Any

from tests.cast import NOON, TODAY, Cast
from trinnvis.records.changes.conditions import no_conditions
from trinnvis.records.changes.deliveries import deliver_quarter
from trinnvis.records.changes.goal_reviews import answer_factor
from trinnvis.records.changes.involvements import no_involvement
from trinnvis.records.changes.outcomes import Decision, decide_action
from trinnvis.records.changes.reviews import answer_unit
from trinnvis.records.models import Delivery, Observation
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Outcome

Q2, Q3, Q4 = (Quarter(2026, number) for number in (2, 3, 4))


def now(person: Any) -> dict[str, Any]:
    """Return who and when for a change made on the cast's day."""
    return {"day": TODAY, "by": person, "at": NOON}


def figure(cast: Cast, quarter: Quarter, value: int) -> Observation:
    """Put a figure in the database as if Kari had recorded it."""
    return Observation.objects.create(
        municipality=cast.municipality,
        indicator=cast.indicator,
        year=quarter.year,
        quarter=quarter.number,
        value=Decimal(value),
        known_from=NOON,
        by=cast.kari,
    )


def answer_all(cast: Cast) -> None:
    """Answer everything the third quarter asks, except the figure."""
    who = now(cast.leif)
    answer_factor(cast.goal, Q3, "Samme voksen hver uke", version=0, **who)
    decide_action(cast.action, Q3, Decision(Outcome.CONTINUE), version=0, **who)
    no_conditions(cast.goal, Q3, True, **who)
    no_involvement(cast.goal, Q3, True, **who)
    answer_unit(cast.solvik, Q3, {"meeting_on": TODAY}, version=0, **who)


def deliver(cast: Cast) -> Delivery:
    """Deliver the third quarter of Solvik as Leif."""
    said = {cast.goal.pk: "93 prosent har en fast lekevenn."}
    return deliver_quarter(cast.solvik, Q3, said, **now(cast.leif))


def delivered(cast: Cast) -> Delivery:
    """Record a figure, answer everything and deliver."""
    figure(cast, Q3, 93)
    answer_all(cast)
    return deliver(cast)
