"""Review access: why may this person not write in a unit's quarter? A reason, or None.

Source: docs/house.md, «Access». Pages explain with the same functions that stop
the changes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trinnvis.rules.missing import not_included
from trinnvis.rules.quarter_review import Line, remaining
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.year_wheel import is_open


class ReviewRefusal(StrEnum):
    """Why something in a quarter cannot be done."""

    NOT_OPEN = "review_not_open"
    NOT_INCLUDED = "review_not_included"
    """The unit was not yet in the scheme."""
    DELIVERED = "review_delivered"
    NOT_DELIVERED = "review_not_delivered"
    NOT_COLLECTOR = "review_not_collector"
    """Only those who collect for this goal, and the leader, write about it."""
    NOT_LEADER = "review_not_leader"
    NO_PLAN = "review_no_plan"
    NOT_OF_UNIT = "review_not_of_unit"
    REQUEST_ANSWERED = "review_request_answered"
    ANSWERS_MISSING = "review_answers_missing"
    REASON_MISSING = "review_reason_missing"


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """Where someone wants to write: a quarter of a unit, and how it stands."""

    quarter: Quarter
    started: date | None
    """The unit's first day in the scheme."""
    delivered: bool


@dataclass(frozen=True, slots=True)
class Hands:
    """What the person is to the unit, the goal and the figure written about."""

    leads: bool = False
    collects: bool = False
    """Ansvarsperson or stedfortreder for the goal."""
    fetches: bool = False
    """Fetches just this figure."""


def why_not_open(place: ReviewPlace, today: date) -> ReviewRefusal | None:
    """A quarter opens by the calendar, for units that were in the scheme then."""
    if place.started is None or not_included(place.quarter, place.started):
        return ReviewRefusal.NOT_INCLUDED
    if not is_open(place.quarter, today):
        return ReviewRefusal.NOT_OPEN
    return None


def why_not_record_figure(
    place: ReviewPlace, hands: Hands, today: date
) -> ReviewRefusal | None:
    if not (hands.leads or hands.collects or hands.fetches):
        return ReviewRefusal.NOT_COLLECTOR
    return _why_not_write(place, today)


def why_not_answer_goal(
    place: ReviewPlace, hands: Hands, today: date
) -> ReviewRefusal | None:
    """The collector writes about the goal's results; the leader about everything."""
    if not (hands.leads or hands.collects):
        return ReviewRefusal.NOT_COLLECTOR
    return _why_not_write(place, today)


def why_not_decide(
    place: ReviewPlace, hands: Hands, today: date
) -> ReviewRefusal | None:
    """Actions, conditions, others to involve and what holds for the whole unit."""
    if not hands.leads:
        return ReviewRefusal.NOT_LEADER
    return _why_not_write(place, today)


def why_not_deliver_quarter(
    place: ReviewPlace, hands: Hands, today: date, lines: tuple[Line, ...]
) -> ReviewRefusal | None:
    """Everything that only a person can answer must be answered; late is allowed."""
    if reason := why_not_decide(place, hands, today):
        return reason
    return ReviewRefusal.ANSWERS_MISSING if remaining(lines) else None


def why_not_reopen(place: ReviewPlace, hands: Hands) -> ReviewRefusal | None:
    if not hands.leads:
        return ReviewRefusal.NOT_LEADER
    return None if place.delivered else ReviewRefusal.NOT_DELIVERED


def _why_not_write(place: ReviewPlace, today: date) -> ReviewRefusal | None:
    if reason := why_not_open(place, today):
        return reason
    return ReviewRefusal.DELIVERED if place.delivered else None
