"""Scenes: what stands in the database before a journey, and what happens behind it.

    python -m tests.journeys.scenes eight_lines

Fills or reads the database that the environment names and tells in JSON.
"""

import json
import os
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.journeys.settings")
django.setup()

# Models can be named only after setup.
from django.conf import settings  # noqa: E402
from django.contrib.auth import (  # noqa: E402
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.contrib.sessions.models import Session  # noqa: E402
from django.db import transaction  # noqa: E402

from tests.cast import Cast, make_cast  # noqa: E402
from trinnvis.records.changes.conditions import no_conditions_for  # noqa: E402
from trinnvis.records.changes.deliveries import deliver_quarter  # noqa: E402
from trinnvis.records.changes.demo.loading import load_demo  # noqa: E402
from trinnvis.records.changes.goal_reviews import answer_factor  # noqa: E402
from trinnvis.records.changes.involvements import no_involvement_for  # noqa: E402
from trinnvis.records.changes.outcomes import continue_actions  # noqa: E402
from trinnvis.records.changes.reviews import answer_unit  # noqa: E402
from trinnvis.records.models import (  # noqa: E402
    Action,
    Delivery,
    Goal,
    GoalReview,
    Indicator,
    LogEntry,
    Municipality,
    Observation,
    Person,
)
from trinnvis.rules.quarters import Quarter  # noqa: E402

Q2 = Quarter(2026, 2)
AUGUST = date(2026, 8, 20)
THEN = datetime(2026, 8, 20, 10, tzinfo=UTC)
GOALS = 8


def elvevag() -> dict[str, Any]:
    """The demo municipality, as bin/start fills it."""
    load_demo(Path(settings.BASE_DIR) / "demo" / "elvevag.yaml")
    return {"people": _sessions()}


def eight_lines() -> dict[str, Any]:
    """Solvik with eight goals that go as planned, and its second quarter delivered."""
    with transaction.atomic():
        cast = make_cast()
        Municipality.objects.update(is_demo=True)
        goals = [cast.goal, *(_copy_of(cast, number) for number in range(1, GOALS))]
        for goal in goals:
            _deliverable(cast, goal)
        _deliver_second_quarter(cast, tuple(goals))
    return {
        "people": _sessions(),
        "unit": cast.solvik.pk,
        "goals": [goal.pk for goal in goals],
        "indicators": list(Indicator.objects.values_list("pk", flat=True)),
        "actions": list(Action.objects.values_list("pk", flat=True)),
    }


def sign_everyone_out() -> None:
    """End every session, as twelve hours do."""
    Session.objects.all().delete()


def told() -> dict[str, Any]:
    """What has been written: deliveries, third-quarter figures and texts."""
    rows = Observation.objects.filter(quarter=3, superseded_at__isnull=True)
    return {
        "deliveries": Delivery.objects.filter(review__quarter=3).count(),
        "provenance": sorted(rows.values_list("provenance", flat=True)),
        "achieved": list(
            GoalReview.objects.filter(review__quarter=3)
            .exclude(achieved="")
            .values_list("achieved", flat=True)
        ),
        "answers": LogEntry.objects.filter(deed="answer_goal").count(),
    }


def _copy_of(cast: Cast, number: int) -> Goal:
    goal = Goal.objects.get(pk=cast.goal.pk)
    goal.pk, goal.order = None, number
    goal.title = f"Innen 31. desember 2026 er mål {number + 1} nådd."
    goal.save()
    indicator = Indicator.objects.get(pk=cast.indicator.pk)
    indicator.pk, indicator.goal = None, goal
    indicator.name = f"Andel barn i gruppe {number + 1}"
    indicator.save()
    action = Action.objects.get(pk=cast.action.pk)
    action.pk, action.goal = None, goal
    action.title = f"Tiltak for gruppe {number + 1}"
    action.save()
    return goal


def _deliverable(cast: Cast, goal: Goal) -> None:
    """Put two figures that are ahead of the path, also a quarter later."""
    for quarter, value in ((1, 92), (2, 93)):
        Observation.objects.create(
            municipality=cast.municipality,
            indicator=goal.indicators.get(),
            year=2026,
            quarter=quarter,
            value=Decimal(value),
            known_from=THEN,
            by=cast.kari,
        )


def _deliver_second_quarter(cast: Cast, goals: tuple[Goal, ...]) -> None:
    who: dict[str, Any] = {"day": AUGUST, "by": cast.leif, "at": THEN}
    for goal in goals:
        answer_factor(goal, Q2, "Samme voksen hver uke", version=0, **who)
        continue_actions(tuple(goal.actions.all()), Q2, **who)
    no_conditions_for(goals, Q2, **who)
    no_involvement_for(goals, Q2, **who)
    answer_unit(cast.solvik, Q2, {"meeting_on": AUGUST}, version=0, **who)
    deliver_quarter(cast.solvik, Q2, {}, **who)


def _sessions() -> dict[str, str]:
    """Sign everyone in; return each person's session by their key."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    found = {}
    for person in Person.objects.all():
        session = store()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.create()
        found[person.key] = session.session_key
    return found


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))  # noqa: T201
