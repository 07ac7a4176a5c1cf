"""Loading: the demo's file becomes rows, in the order its year was lived.

What the file states as a result gets the rows that make it true, marked as filled
in by the demo; nothing is stored as a tick. Source: docs/decisions/0011-demo.md.
"""

import hashlib
from datetime import date
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db import transaction

from trinnvis.records.changes.demo import (
    actions,
    anchoring,
    calendar,
    conditions,
    deliveries,
    goals,
    indicators,
    municipality,
    next_year,
    observations,
    outcomes,
    people,
    plans,
    presentations,
    pulses,
    reviews,
    units,
    workshops,
)
from trinnvis.records.changes.demo.deeds import log_deeds
from trinnvis.records.changes.demo.made import Deed, Made, moment
from trinnvis.records.changes.demo.reading import Section, read_file
from trinnvis.records.changes.standings import standings_of
from trinnvis.records.models import Goal, Municipality, Plan, Standing
from trinnvis.records.refusals import Refused

QUARTERS = (1, 2, 3)
"""Those that have ended on the file's day."""


class DemoRefusal(StrEnum):
    """Why the demo municipality is not loaded."""

    NOT_DEMO_MODE = "not_demo_mode"
    HOLDS_REAL_DATA = "holds_real_data"


@transaction.atomic
def load_demo(path: Path) -> Municipality | None:
    """Make the file's municipality; None and no change when there is one already.

    One transaction, under six seconds. One log entry per plan adopted and quarter
    delivered, and one for the loading. Raises Refused outside demo mode, and where
    the database holds a municipality that is no demo.
    """
    if not settings.DEMO:
        raise Refused(DemoRefusal.NOT_DEMO_MODE)
    if Municipality.objects.filter(is_demo=False).exists():
        raise Refused(DemoRefusal.HOLDS_REAL_DATA)
    if Municipality.objects.exists():
        return None
    return make_demo(read_file(path), _checksum(path)).municipality


def make_demo(file: Section, checksum: str) -> Made:
    """Make every row of the file; must run inside a transaction."""
    made = municipality.make_municipality(file)
    _make_the_house(made)
    _make_the_plans(made)
    for quarter in QUARTERS:
        _live_through(made, quarter)
    _make_what_followed(made)
    made.deeds.append(
        Deed(
            moment(_today(made), 8),
            "load_demo",
            made.municipality,
            None,
            after={"sha256": checksum},
        )
    )
    log_deeds(made)
    return made


def _make_the_house(made: Made) -> None:
    units.make_units(made)
    people.make_people(made)
    calendar.make_calendar(made)
    next_year.make_lessons(made)
    anchoring.make_anchoring(made)
    anchoring.make_briefings(made)
    workshops.make_workshops(made)


def _make_the_plans(made: Made) -> None:
    plans.make_plans(made)
    goals.make_goals(made)
    indicators.make_indicators(made)
    actions.make_actions(made)
    pulses.make_pulses(made)
    observations.make_history(made)
    plans.adopt_plans(made)
    conditions.make_conditions(made)


def _live_through(made: Made, quarter: int) -> None:
    """What the units knew and decided after a quarter, delivered as it was."""
    actions.make_actions_born_in(made, quarter)
    actions.set_statuses(made, quarter)
    observations.make_observations(made, quarter)
    reviews.make_reviews(made, quarter)
    outcomes.make_outcomes(made, quarter)
    conditions.make_involvements(made, quarter)
    deliveries.deliver(made, quarter)


def _make_what_followed(made: Made) -> None:
    actions.set_last_statuses(made)
    presentations.make_presentations(made)
    presentations.make_recognitions(made)
    next_year.make_next_year(made)
    _make_standings(made)
    if not settings.TODAY:
        # Without a day from outside, the demo is on the day its file tells of.
        made.municipality.demo_day = _today(made)
        made.municipality.save(update_fields=("demo_day",))


def _make_standings(made: Made) -> None:
    goals = Goal.objects.filter(municipality=made.municipality)
    plans = Plan.objects.filter(municipality=made.municipality).select_related("unit")
    Standing.objects.bulk_create(standings_of(goals, plans, _today(made)))


def _today(made: Made) -> date:
    return made.file.section("meta").day("demo_today")


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
